import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Code } from '#shared/model/code'
import { newId } from '#shared/model/identity'
import {
  addAnnotation,
  addCode,
  annotationsOf,
  listCodes,
  mergeCodes,
  moveCodes,
  type NewCode,
  recolorCodes,
  removeCodes,
  type Session,
  splitCode,
} from '../../../../renderer/storage'
import { AT, dumpRecords, opened, TEXT } from '../fixture'

let session: Session
let hash: string
const made = new Map<string, Code>()

beforeEach(async () => {
  ;({ session, hash } = await opened())
  made.clear()
})
afterEach(() => session.close())

async function code(name: string, parent: string | null = null, more: Partial<NewCode> = {}): Promise<string> {
  const added = await addCode(session, { name, parent, key: null, ...more })
  made.set(name, added)
  return added.id
}

async function annotate(codes: string[], memo = ''): Promise<string> {
  const anchor = { start: 0, end: 4, quote: TEXT.slice(0, 4), prefix: '', suffix: '' }
  const { id } = await addAnnotation(session, { source: hash, reading: `${hash}:1`, report: null, anchor, codes, memo })
  return id
}

const note = (id: string, text: string) =>
  session.write({ key: 'x', params: {} }, async () => {
    const memo = { id: newId(), subject: { type: 'code', id }, text, author: '甲', updatedAt: AT }
    return [{ table: 'memos', key: memo.id, after: memo }]
  })

const rule = (codes: string[]) =>
  session.write({ key: 'x', params: {} }, async () => {
    const id = newId()
    const made = { id, name: 'r', type: 'phrase', pattern: '增长', codes, onImport: false, updatedAt: AT }
    return [{ table: 'rules', key: id, after: made }]
  })

const memos = async () => (await session.db.memos.toArray()).map(({ subject, text }) => [subject.id, text])

/** The tree as lines: a dash for each level. */
async function tree(): Promise<string[]> {
  const codes = await listCodes(session.db)
  const lines = (parent: string | null, depth: number): string[] =>
    codes
      .filter((one) => one.parent === parent)
      .flatMap((one) => ['-'.repeat(depth) + one.name, ...lines(one.id, depth + 1)])
  return lines(null, 0)
}

/** The codes of each annotation, by name. */
async function coded(): Promise<string[]> {
  const codes = new Map((await listCodes(session.db)).map(({ id, name }) => [id, name]))
  const annotations = await annotationsOf(session.db, hash)
  return annotations.map((one) => one.codes.map((id) => codes.get(id) ?? '?').join('+')).sort()
}

/** Does it as one step, and sees that undo and redo bring back exactly what was. */
async function asOneStep(act: () => Promise<unknown>): Promise<void> {
  const before = await dumpRecords(session.db)
  const steps = await session.db.journalMirror.count()
  await act()
  expect(await session.db.journalMirror.count()).toBe(steps + 1)
  const after = await dumpRecords(session.db)
  await session.undo()
  expect(await dumpRecords(session.db)).toEqual(before)
  await session.redo()
  expect(await dumpRecords(session.db)).toEqual(after)
}

describe('moving', () => {
  it('puts a code before another, into one, and out again', async () => {
    const [a, b, c] = [await code('a'), await code('b'), await code('c')]
    await asOneStep(() => moveCodes(session, [c], { parent: null, before: a }))
    expect(await tree()).toEqual(['c', 'a', 'b'])
    await asOneStep(() => moveCodes(session, [a], { parent: b, before: null }))
    expect(await tree()).toEqual(['c', 'b', '-a'])
    await asOneStep(() => moveCodes(session, [a], { parent: null, before: b }))
    expect(await tree()).toEqual(['c', 'a', 'b'])
    expect(await moveCodes(session, [a], { parent: null, before: b })).toBeNull()
  })

  it('moves several in the order of the tree, with what stands below them', async () => {
    const [a, b, c, d] = [await code('a'), await code('b'), await code('c'), await code('d')]
    const below = await code('b1', b)
    await asOneStep(() => moveCodes(session, [below, d, b], { parent: a, before: null }))
    expect(await tree()).toEqual(['a', '-b', '--b1', '-d', 'c'])
    await asOneStep(() => moveCodes(session, [b, d], { parent: null, before: c }))
    expect(await tree()).toEqual(['a', 'b', '-b1', 'd', 'c'])
  })

  it('numbers siblings anew where no number is left between two', async () => {
    const [a, b] = [await code('a'), await code('b')]
    for (let n = 0; n < 70; n++) {
      await moveCodes(session, [n % 2 ? b : a], { parent: null, before: n % 2 ? a : b })
      const c = await addCode(session, { name: `${n}`, key: null })
      await moveCodes(session, [c.id], { parent: null, before: n % 2 ? a : b })
    }
    const orders = (await listCodes(session.db)).map(({ order }) => order)
    expect(new Set(orders).size).toBe(72)
  })

  it('makes no ring', async () => {
    const a = await code('a')
    const b = await code('b', a)
    await expect(moveCodes(session, [a], { parent: b, before: null })).rejects.toMatchObject({
      reason: { key: 'project.write.codeRing' },
    })
  })
})

describe('merging', () => {
  it('gives annotations, rules, children and texts to the other code', async () => {
    const a = await code('甲', null, { definition: '甲的定义', key: 3 })
    const b = await code('乙', null, { definition: '乙的定义', example: '乙的例子' })
    await code('下', a)
    await code('有', b)
    for (const codes of [[a], [a, b], [b]]) await annotate(codes)
    await rule([a, b])
    await note(a, '甲备忘')
    await note(b, '乙备忘')
    await asOneStep(() => mergeCodes(session, [a], b, true))
    expect(await tree()).toEqual(['乙', '-有', '-下'])
    expect(await coded()).toEqual(['乙', '乙', '乙'])
    expect((await session.db.rules.toArray())[0]?.codes).toEqual([b])
    expect(await session.db.codes.get(b)).toMatchObject({
      definition: '乙的定义\n甲的定义',
      example: '乙的例子',
      key: 3,
    })
    expect(await memos()).toEqual([[b, '乙备忘\n甲备忘']])
  })

  it('drops the texts where they are not wanted', async () => {
    const a = await code('甲', null, { definition: '甲的定义' })
    const b = await code('乙', null, { definition: '乙的定义' })
    await note(a, '甲备忘')
    await asOneStep(() => mergeCodes(session, [a], b, false))
    expect(await session.db.codes.get(b)).toMatchObject({ definition: '乙的定义' })
    expect(await memos()).toEqual([])
  })

  it('merges codes into one that stands deep below them', async () => {
    const a = await code('a')
    const b = await code('b', a)
    const c = await code('c', b)
    await code('b2', a)
    await code('z')
    await asOneStep(() => mergeCodes(session, [a], c, true))
    expect(await tree()).toEqual(['c', '-b', '-b2', 'z'])
    await asOneStep(() => mergeCodes(session, [b, made.get('z')?.id ?? ''], made.get('b2')?.id ?? '', true))
    expect(await tree()).toEqual(['c', '-b2'])
  })

  it('does nothing with a code alone', async () => {
    const a = await code('a')
    expect(await mergeCodes(session, [a], a, true)).toBeNull()
  })
})

describe('splitting', () => {
  it('gives chosen annotations to a new code', async () => {
    const a = await code('a')
    const b = await code('b')
    const first = await annotate([a, b])
    const second = await annotate([a])
    const other = await annotate([b])
    await asOneStep(() => splitCode(session, a, { name: ' 新 ', parent: a, key: null }, [first, other], false))
    expect(await coded()).toEqual(['a', 'b', '新+b'])
    expect(await tree()).toEqual(['a', '-新', 'b'])
    await asOneStep(() => splitCode(session, a, { name: '又', key: null }, [second], true))
    expect(await coded()).toEqual(['a+又', 'b', '新+b'])
  })

  it('makes no code where there is nothing to take', async () => {
    const a = await code('a')
    const other = await annotate([])
    await expect(splitCode(session, a, { name: '新' }, [other], false)).rejects.toMatchObject({
      reason: { key: 'project.write.nothingToSplit' },
    })
    expect(await tree()).toEqual(['a'])
  })
})

describe('deleting', () => {
  async function build() {
    const a = await code('a')
    const child = await code('a1', a)
    const b = await code('b')
    await annotate([a])
    await annotate([a], '备忘')
    await annotate([a, b])
    await annotate([child])
    await rule([a])
    await note(a, '备忘')
    return { a, child, b }
  }

  it('takes the code off, and keeps every annotation', async () => {
    const { a } = await build()
    await asOneStep(() => removeCodes(session, [a]))
    expect(await coded()).toEqual(['', '', 'a1', 'b'])
    expect(await tree()).toEqual(['a1', 'b'])
    expect(await memos()).toEqual([])
    expect((await session.db.rules.toArray())[0]?.codes).toEqual([])
  })

  it('takes annotations away that have nothing else, and codes below too', async () => {
    const { a } = await build()
    await asOneStep(() => removeCodes(session, [a], { spans: 'drop', children: 'remove' }))
    expect(await coded()).toEqual(['', 'b'])
    expect(await tree()).toEqual(['b'])
  })

  it('gives annotations and rules to another code', async () => {
    const { a, child, b } = await build()
    await asOneStep(() => removeCodes(session, [a], { spans: { to: b }, children: 'remove' }))
    expect(await coded()).toEqual(['b', 'b', 'b', 'b'])
    expect((await session.db.rules.toArray())[0]?.codes).toEqual([b])
    await session.undo()
    await expect(removeCodes(session, [a], { spans: { to: child }, children: 'remove' })).rejects.toMatchObject({
      reason: { key: 'project.write.codeTarget' },
    })
  })

  it('takes several away, one below the other', async () => {
    const { a, child, b } = await build()
    await code('a11', child)
    await asOneStep(() => removeCodes(session, [child, a, b]))
    expect(await tree()).toEqual(['a11'])
    expect(await coded()).toEqual(['', '', '', ''])
  })
})

it('gives colours in one step', async () => {
  const [a, b] = [await code('a'), await code('b')]
  await asOneStep(() =>
    recolorCodes(
      session,
      new Map([
        [a, '#111111'],
        [b, '#222222'],
        [newId(), '#333333'],
      ]),
    ),
  )
  expect((await listCodes(session.db)).map(({ color }) => color)).toEqual(['#111111', '#222222'])
})
