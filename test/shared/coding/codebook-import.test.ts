import { expect, it } from 'vitest'
import { planImport, type WantedCode } from '#shared/coding/codebook-import'
import type { Code } from '#shared/model/code'

const MADE = { author: '乙', createdAt: '2026-01-02T03:04:05.000Z' }

const code = (id: string, parent: string | null = null, more: Partial<Code> = {}): Code => ({
  id,
  name: id,
  parent,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  ...MADE,
  author: '甲',
  ...more,
})

const plan = (codes: Code[], wanted: Omit<WantedCode, 'line'>[], memos = new Map<string, string>()) =>
  planImport(
    { codes, memos },
    wanted.map((one, n) => ({ line: n + 2, ...one })),
    MADE,
  )

const short = (codes: Code[], wanted: Omit<WantedCode, 'line'>[]) =>
  plan(codes, wanted).map(({ line, path, status, fields }) => [line, path.join('/'), status, fields.join()])

it('tells new, changed and same apart, by path', () => {
  const present = [code('a', null, { definition: '旧' }), code('b', 'a')]
  expect(
    short(present, [
      { path: ['a'], definition: '新', key: 4 },
      { path: ['a', 'b'] },
      { path: ['b'] },
      { path: ['a', 'b', 'c'] },
    ]),
  ).toEqual([
    [2, 'a', 'changed', 'key,definition'],
    [3, 'a/b', 'same', ''],
    [4, 'b', 'new', ''],
    [5, 'a/b/c', 'new', ''],
  ])
})

it('keeps what a line does not tell, and who made a code', () => {
  const [a] = plan([code('a', null, { definition: '旧', key: 3 })], [{ path: ['a'], example: '例' }])
  expect(a?.code).toMatchObject({ definition: '旧', key: 3, example: '例', author: '甲' })
  const [added] = plan([], [{ path: ['新'] }])
  expect(added?.code).toMatchObject({ key: null, order: 1, author: '乙', definition: '', color: '#0072b2' })
})

it('makes the parents that are missing, once', () => {
  expect(short([], [{ path: ['a', 'b', 'c'] }, { path: ['a', 'd'] }])).toEqual([
    [2, 'a', 'new', ''],
    [2, 'a/b', 'new', ''],
    [2, 'a/b/c', 'new', ''],
    [3, 'a/d', 'new', ''],
  ])
  const [a, b] = plan([], [{ path: ['a', 'b'] }])
  expect(b?.code?.parent).toBe(a?.code?.id)
})

it('takes a line for the parent that was made for one before it', () => {
  const [, , later] = plan([], [{ path: ['a', 'b'] }, { path: ['a'], definition: '定' }])
  expect(later).toMatchObject({ status: 'changed', code: { definition: '定' } })
})

it('knows codes of the same name by their order', () => {
  const present = [code('1', null, { name: 'a' }), code('2', null, { name: 'a' }), code('3', '2', { name: 'x' })]
  const planned = plan(present, [
    { path: ['a'] },
    { path: ['a'], definition: '二' },
    { path: ['a', 'x'] },
    { path: ['a'] },
  ])
  expect(planned.map(({ status, code: one }) => [status, one?.id.length === 1 ? one.id : 'new'])).toEqual([
    ['same', '1'],
    ['changed', '2'],
    ['same', '3'],
    ['new', 'new'],
  ])
})

it('says that a digit is told twice', () => {
  const planned = plan(
    [],
    [
      { path: ['a'], key: 1 },
      { path: ['b'], key: 1 },
      { path: ['c'], key: null },
    ],
  )
  expect(planned.map(({ fault }) => fault?.key ?? null)).toEqual([null, 'codebook.csv.fault.keyTwice', null])
})

it('tells what becomes of memos', () => {
  const memos = new Map([['a', '旧']])
  const of = (memo?: string) => plan([code('a')], [{ path: ['a'], ...(memo === undefined ? {} : { memo }) }], memos)[0]
  expect(of('旧')).toMatchObject({ status: 'same', memo: null })
  expect(of()).toMatchObject({ status: 'same', memo: null })
  expect(of('新')).toMatchObject({ status: 'changed', fields: ['memo'], memo: '新' })
  expect(of('')).toMatchObject({ status: 'changed', memo: '' })
})
