import { describe, expect, it } from 'vitest'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import type { Fields } from '#shared/exchange/merge/merge-types'
import { annotation, at, changed, code, idOf, memo, project, REPORT, recordsOf, SOURCE, statement } from './records'

const [A, B, C] = [idOf(1, 1), idOf(1, 2), idOf(1, 3)]
const by = (author: string, when: number): Fields => ({ author, createdAt: at(when), updatedAt: at(when) })
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1)
  return list[0] as T
}

describe('two codings of one passage', () => {
  const codes = [code(A, '目标'), code(B, '措施'), code(C, '成效')]
  const mine = project({ codes, annotations: [annotation(idOf(2, 1), 0, [A, C], by('甲', 1))] })

  it('become one with the codes of both, and each is named for theirs', () => {
    const theirs = project({ codes, annotations: [annotation(idOf(2, 2), 0, [A, B], by('乙', 2))] })
    const { changes, conflicts } = mergeProjects(mine, theirs)
    expect(conflicts).toEqual([])
    expect(only(changes)).toMatchObject({
      key: idOf(2, 1),
      after: {
        author: '甲',
        codes: [A, C, B],
        also: [
          { author: '乙', at: at(2), codes: [A, B] },
          { author: '甲', at: at(1), codes: [A, C] },
        ].sort((a, b) => (a.author < b.author ? -1 : 1)),
      },
    })
  })

  it('are told of both memos, and can be joined', () => {
    const told = (id: string, text: string, who: string, when: number) =>
      project({ codes, annotations: [annotation(id, 0, [A], { ...by(who, when), memo: text })] })
    const { conflicts, changes } = mergeProjects(told(idOf(2, 1), '看一看', '甲', 1), told(idOf(2, 2), '重要', '乙', 2))
    expect(only(conflicts)).toMatchObject({
      fields: [{ field: 'memo', mine: '看一看', theirs: '重要' }],
      choices: ['mine', 'theirs', 'both'],
      choice: 'both',
    })
    expect(only(changes).after).toMatchObject({ memo: '看一看\n\n重要' })
  })

  it('with codes of the same path under other ids are one coding', () => {
    const other = [code(idOf(1, 11), '目标', { author: '乙' }), code(idOf(1, 12), '子', { parent: idOf(1, 11) })]
    const theirs = project({
      codes: other,
      annotations: [annotation(idOf(2, 2), 9, [idOf(1, 11), idOf(1, 12)], by('乙', 2))],
      memos: [memo(idOf(4, 1), 'code', idOf(1, 11), `见 [[code:${idOf(1, 11)}|目标]]`, by('乙', 2))],
    })
    const { changes } = mergeProjects(mine, theirs)
    const found = new Map(changes.map(({ key, after }) => [key, after]))
    expect(found.get(idOf(1, 12))).toMatchObject({ parent: A })
    expect(found.get(idOf(2, 2))).toMatchObject({ codes: [A, idOf(1, 12)], author: '乙' })
    expect(found.get(idOf(4, 1))).toMatchObject({ subject: { id: A }, text: `见 [[code:${A}|目标]]` })
    expect(changes).toHaveLength(3)
  })
})

describe('a number that both decided', () => {
  const said = (id: string, who: string, when: number, more: Fields = {}) =>
    project({ statements: [statement(id, '4:8%:增长', { ...by(who, when), ...more })] })

  it('alike names both', () => {
    const { changes, conflicts, decisions } = mergeProjects(said(idOf(3, 1), '甲', 1), said(idOf(3, 2), '乙', 2))
    expect(conflicts).toEqual([])
    expect(only(changes).after).toMatchObject({ author: '甲', also: [{ author: '乙', at: at(2) }] })
    expect(only(decisions)).toMatchObject({
      stands: 'same',
      mine: { author: '甲' },
      theirs: { author: '乙', at: at(2) },
    })
  })

  it('otherwise is asked for; the later word is suggested', () => {
    const [mine, theirs] = [said(idOf(3, 1), '甲', 1), said(idOf(3, 2), '乙', 2, { status: 'rejected' })]
    const { changes, conflicts, decisions } = mergeProjects(mine, theirs)
    expect(only(conflicts)).toMatchObject({
      fields: [{ field: 'status', mine: 'accepted', theirs: 'rejected' }],
      suggestion: 'theirs',
      reason: { key: 'merge.reason.newerThere', params: { author: '乙' } },
    })
    expect(only(changes)).toMatchObject({ key: idOf(3, 1), after: { status: 'rejected', author: '乙' } })
    expect(only(decisions).stands).toBe('theirs')
    const settled = new Map([[only(conflicts).id, 'mine' as const]])
    expect(mergeProjects(mine, theirs, null, { settled }).changes).toEqual([])
  })
})

describe('two that come from one ancestor', () => {
  const base = project({
    codes: [code(A, '目标'), code(B, '措施')],
    annotations: [annotation(idOf(2, 1), 0, [A]), annotation(idOf(2, 2), 9, [B])],
  })
  const gone = (key: string) => changed(base, [{ table: 'annotations', key, after: null }])
  const recoded = changed(base, [{ table: 'annotations', key: idOf(2, 1), after: annotation(idOf(2, 1), 0, [A, B]) }])

  it('take over what only one of them took away', () => {
    expect(mergeProjects(base, gone(idOf(2, 2)), base).changes).toEqual([
      { table: 'annotations', key: idOf(2, 2), after: null },
    ])
    expect(mergeProjects(gone(idOf(2, 2)), base, base).changes).toEqual([])
  })

  it('ask where one took away what the other changed, and keep it till told otherwise', () => {
    const here = mergeProjects(recoded, gone(idOf(2, 1)), base)
    expect(here.changes).toEqual([])
    expect(only(here.conflicts)).toMatchObject({ kind: 'removedThere', suggestion: 'mine' })
    const there = mergeProjects(gone(idOf(2, 1)), recoded, base)
    expect(only(there.conflicts)).toMatchObject({ kind: 'removedHere', suggestion: 'theirs' })
    expect(only(there.changes).after).toMatchObject({ codes: [A, B] })
    const settled = new Map([[only(here.conflicts).id, 'theirs' as const]])
    expect(mergeProjects(recoded, gone(idOf(2, 1)), base, { settled }).changes).toEqual([
      { table: 'annotations', key: idOf(2, 1), after: null },
    ])
  })

  it('keep a code that one took away while the other went on using it', () => {
    const without = changed(base, [
      { table: 'codes', key: B, after: null },
      { table: 'annotations', key: idOf(2, 2), after: annotation(idOf(2, 2), 9, []) },
    ])
    const used = changed(base, [{ table: 'annotations', key: idOf(2, 9), after: annotation(idOf(2, 9), 30, [B]) }])
    const codes = (records: typeof base) => recordsOf(records, 'codes').map(({ id }) => id)
    expect(codes(changed(used, mergeProjects(used, without, base).changes)).sort()).toEqual([A, B])
    expect(codes(changed(without, mergeProjects(without, used, base).changes)).sort()).toEqual([A, B])
    expect(codes(changed(base, mergeProjects(base, without, base).changes))).toEqual([A])
  })

  it('put changes of different fields of one code together', () => {
    const turn = (more: Fields) => changed(base, [{ table: 'codes', key: A, after: code(A, '目标', more) }])
    const [mine, theirs] = [turn({ color: '#e69f00' }), turn({ definition: '说将要做什么' })]
    const { changes, conflicts } = mergeProjects(mine, theirs, base)
    expect(conflicts).toEqual([])
    expect(only(changes).after).toMatchObject({ color: '#e69f00', definition: '说将要做什么' })
    expect(only(mergeProjects(mine, theirs).conflicts).fields.map(({ field }) => field)).toEqual(['color'])
  })
})

it('puts the words of both on one report together, and asks where they differ', () => {
  const report = (more: Fields): Fields => ({
    id: REPORT,
    source: SOURCE,
    title: '报告',
    year: 2022,
    kind: 'full',
    ...more,
  })
  const mine = project({ reports: [report({ edited: ['year'], year: 2023 })] })
  const theirs = project({ reports: [report({ edited: ['kind', 'year'], kind: 'digest', year: 2021 })] })
  const { conflicts, changes } = mergeProjects(mine, theirs)
  expect(only(conflicts).fields).toEqual([{ field: 'year', mine: 2023, theirs: 2021 }])
  expect(only(changes).after).toMatchObject({ kind: 'digest', year: 2023, edited: ['kind', 'year'] })
})

it('keeps two saved comparisons beside each other when asked to', () => {
  const comparison = (name: string): Fields => ({ id: idOf(5, 1), name, updatedAt: at(1), author: '' })
  const [mine, theirs] = [project({ comparisons: [comparison('一')] }), project({ comparisons: [comparison('二')] })]
  const settled = new Map([[`comparisons ${idOf(5, 1)}`, 'both' as const]])
  const { changes } = mergeProjects(mine, theirs, null, { settled })
  expect(only(changes).after).toMatchObject({ name: '二' })
  expect(only(changes).key).not.toBe(idOf(5, 1))
})

it('gives a digit to one code only', () => {
  const mine = project({ codes: [code(A, '目标', { key: 1 })] })
  const { changes } = mergeProjects(
    mine,
    project({ codes: [code(B, '措施', { key: 1 }), code(C, '成效', { key: 2 })] }),
  )
  expect(changes.map(({ after }) => after?.key)).toEqual([null, 2])
})
