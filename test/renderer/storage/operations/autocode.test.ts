import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addAnnotation,
  addCode,
  addCorrections,
  afterImports,
  annotationsOf,
  autocode,
  codedAnnotations,
  hideSource,
  listRules,
  removeRule,
  type Session,
  saveRule,
} from '../../../../renderer/storage'
import { message, newId, readingId, reportId } from '../../../../shared/model/identity'
import { makeAnchor } from '../../../../shared/text/anchor'
import { dumpRecords, hashOf, importFile, MemoryJournal, newProject, open, TEXT } from '../fixture'

let session: Session
let journal: MemoryJournal
let a: string
let b: string

beforeEach(async () => {
  journal = new MemoryJournal()
  ;({ session } = await open(newProject(), journal))
  for (const n of [1, 2]) await importFile(session.db, journal, n)
  a = (await addCode(session, { name: '甲' })).id
  b = (await addCode(session, { name: '乙' })).id
})
afterEach(() => session.close())

function found(n: number, quote: string) {
  const start = TEXT.indexOf(quote)
  const mark = { start, end: start + quote.length }
  const [source, report] = [hashOf(n), reportId(hashOf(n), 0)]
  return { source, reading: readingId(source, 1), report, start, mark, characters: TEXT.length, hit: quote }
}
const by = (codes: string[], rule: string | null = null) => ({
  codes,
  rule,
  operation: (counts: { count: number; reports: number }) =>
    message('project.history.autocoded', { name: '词', ...counts }),
})

describe('passages', () => {
  it('are coded in one step that tells how many, and taken back in one', async () => {
    const before = await dumpRecords(session.db)
    const rule = newId()
    const passages = [found(1, '增长8%'), found(1, '停车场'), found(2, '停车场')]
    const done = await autocode(session, passages, by([a, b], rule))
    expect(done).toMatchObject({ count: 3, reports: 2, unchanged: 0, lost: 0 })
    expect(done.entry?.operation).toEqual(message('project.history.autocoded', { name: '词', count: 3, reports: 2 }))
    const [first] = await annotationsOf(session.db, hashOf(1))
    expect(first).toMatchObject({ codes: [a, b], rule, author: '甲', report: reportId(hashOf(1), 0), orphan: false })
    expect(first?.anchor).toEqual(makeAnchor(TEXT, TEXT.indexOf('增长8%'), TEXT.indexOf('增长8%') + 4))
    await session.undo()
    expect(await dumpRecords(session.db)).toEqual(before)
  })

  it('that are annotated as a whole get the codes that they lack', async () => {
    const { source, reading, report, mark } = found(1, '停车场')
    const made = { source, reading, report, memo: '备忘', anchor: makeAnchor(TEXT, mark.start, mark.end) }
    const { id } = await addAnnotation(session, { ...made, codes: [a] })
    expect(await autocode(session, [found(1, '停车场')], by([a]))).toMatchObject({
      entry: null,
      count: 0,
      unchanged: 1,
    })
    expect(await autocode(session, [found(1, '停车场')], by([b, a]))).toMatchObject({ count: 1, unchanged: 0 })
    const all = await annotationsOf(session.db, source)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ id, codes: [a, b], memo: '备忘', rule: null })
    await session.undo()
    expect((await annotationsOf(session.db, source))[0]?.codes).toEqual([a])
  })

  it('that are no longer where they were found are left alone', async () => {
    const late = found(1, '停车场')
    const other = found(2, '停车场')
    await addCorrections(session, [{ source: hashOf(1), start: 0, end: 4, replacement: '二〇二三' }])
    await addCorrections(session, [{ source: hashOf(2), start: 0, end: 4, replacement: '23' }])
    expect(await autocode(session, [late, other], by([a]))).toMatchObject({ count: 1, lost: 1 })
    expect((await codedAnnotations(session.db, [a])).map(({ source }) => source)).toEqual([hashOf(1)])
    await hideSource(session, hashOf(1))
    expect(
      await autocode(session, [{ ...late, mark: { ...late.mark, end: late.mark.end + 1 } }], by([b])),
    ).toMatchObject({
      count: 0,
      lost: 1,
    })
  })

  it('without a code stay as they are', async () => {
    expect(await autocode(session, [found(1, '停车场')], by([]))).toMatchObject({ entry: null, count: 0 })
  })

  it('are told as they are done', async () => {
    const passages = Array.from({ length: 450 }, (_, n) => {
      const one = found(1, '地')
      return { ...one, start: n % TEXT.length, hit: '', mark: { start: n % TEXT.length, end: (n % TEXT.length) + n } }
    }).filter(({ mark }) => mark.end <= TEXT.length)
    const told: number[] = []
    const { count } = await autocode(session, passages, by([a]), (done) => void told.push(done))
    expect(count).toBe(passages.length)
    expect(told.at(-1)).toBe(passages.length)
  })
})

describe('rules', () => {
  const draft = { name: '营商', type: 'phrase' as const, pattern: '营商环境', extent: 'hit' as const, onImport: true }

  it('are saved, changed and taken away, each undoable', async () => {
    const saved = await saveRule(session, { ...draft, codes: [a] })
    expect(await listRules(session.db)).toEqual([saved])
    expect(saved.author).toBe('甲')
    session.author = '乙'
    const changed = await saveRule(session, { ...saved, name: '优化', onImport: false })
    expect(await listRules(session.db)).toEqual([changed])
    expect(changed).toMatchObject({ id: saved.id, author: '甲', name: '优化', onImport: false })
    expect((await removeRule(session, saved.id))?.operation.params).toEqual({ name: '优化' })
    expect(await removeRule(session, saved.id)).toBeNull()
    await session.undo()
    await session.undo()
    expect(await listRules(session.db)).toEqual([saved])
  })
})

describe('after an import', () => {
  const came = async () => {
    const all: string[][] = []
    await afterImports(session.db, async (sources) => void all.push(sources))
    return all
  }

  it('the sources that are new come once', async () => {
    expect(await came()).toEqual([])
    await importFile(session.db, journal, 3)
    await importFile(session.db, journal, 4)
    expect(await came()).toEqual([[hashOf(3), hashOf(4)]])
    expect(await came()).toEqual([])
  })

  it('what is undone and redone, shown again or imported again is not new', async () => {
    await importFile(session.db, journal, 3)
    await came()
    await session.undo()
    await session.redo()
    await hideSource(session, hashOf(3))
    await importFile(session.db, journal, 3)
    expect(await came()).toEqual([])
  })

  it('they come again where the work was not done', async () => {
    await came()
    await importFile(session.db, journal, 3)
    const failing = afterImports(session.db, () => Promise.reject(new Error('cut off')))
    await expect(failing).rejects.toThrow('cut off')
    await importFile(session.db, journal, 4)
    expect(await came()).toEqual([[hashOf(3), hashOf(4)]])
  })
})
