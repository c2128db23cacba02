import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparedVenture } from '#shared/compare/ventures'
import type { VentureLink } from '#shared/model/matter'
import { comparer } from '../../../../renderer/workers/ventures/answer'
import { VentureComparison, type WorkerLike } from '../../../../renderer/workers/ventures/client'
import { Comparison } from '../../../../renderer/workers/ventures/comparison'
import type { VenturesRequest } from '../../../../renderer/workers/ventures/protocol'

const venture = (year: number, name = '手拉手新能源汽车产业园', place = '410304'): ComparedVenture => ({
  ...{ report: `${place} ${year}`, key: `venture:1:${name}`, name, place, year, amount: null },
})
const YEARS = [2020, 2021, 2022, 2023]
const ALL = { text: '', places: [], years: [] }
const link = (a: ComparedVenture, b: ComparedVenture, verdict: VentureLink['verdict']) => ({
  ...{ a: { report: a.report, key: a.key }, b: { report: b.report, key: b.key }, verdict },
})

it('asks of one venture in four reports three times, and not for every two of them', () => {
  const comparison = new Comparison(YEARS.map((year) => venture(year)))
  const open = comparison.open({ links: [], asked: ALL })
  expect(open.found).toBe(6)
  expect(open.total).toBe(3)
  expect(open.pairs).toHaveLength(3)
})

it('does not ask again what is told, or follows from it', () => {
  const rows = YEARS.map((year) => venture(year))
  const comparison = new Comparison(rows)
  const [first] = comparison.open({ links: [], asked: ALL }).pairs
  const sides = rows.filter(({ report }) => report === first?.a.report || report === first?.b.report)
  const [a, b] = sides
  if (!a || !b) throw new Error('no pair')
  expect(comparison.open({ links: [link(b, a, 'same')], asked: ALL }).total).toBe(2)
  const parted = comparison.open({ links: [link(b, a, 'different')], asked: ALL })
  // Both may still be the same as a third one.
  expect(parted.total).toBe(3)
  expect(parted.pairs).not.toContainEqual(first)
})

it('gives only pairs of the places, years and names that are asked for', () => {
  const comparison = new Comparison([
    ...YEARS.map((year) => venture(year)),
    ...[2022, 2023].map((year) => venture(year, '唐寺门立交', '410302')),
  ])
  const total = (asked: Partial<typeof ALL>) =>
    comparison.open({ links: [], asked: { text: '', places: [], years: [], ...asked } }).total
  expect(total({})).toBe(4)
  expect(total({ places: ['410302'] as never[] })).toBe(1)
  expect(total({ text: '唐寺门 立交' })).toBe(1)
  expect(total({ years: [1999] as never[] })).toBe(0)
})

it('never asks of ventures that the user has linked, whatever was linked', () => {
  const rows = YEARS.map((year) => venture(year))
  const comparison = new Comparison(rows)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 8 }), (made) => {
      const links = made.flatMap(([one, other, same]) => {
        const [a, b] = [rows[one], rows[other]]
        return a && b && one !== other ? [link(a, b, same ? 'same' : 'different')] : []
      })
      const { pairs, total } = comparison.open({ links, asked: ALL })
      expect(total).toBeLessThanOrEqual(3)
      for (const { a, b } of pairs)
        for (const said of links) expect([said.a.report, said.b.report].sort()).not.toEqual([a.report, b.report].sort())
    }),
  )
})

/** A worker in the same thread. */
function inThread(): WorkerLike {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const take = comparer((answer) => queueMicrotask(() => listeners.forEach((tell) => void tell({ data: answer }))))
  return {
    postMessage: (message) => take(message as VenturesRequest),
    terminate: () => undefined,
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
    },
  }
}

it('answers questions about what it was given in parts', async () => {
  const many = Array.from({ length: 2500 }, (_, at) => venture(2000 + at, `第${at}号项目`, String(100_000 + at)))
  const comparison = new VentureComparison([...YEARS.map((year) => venture(year)), ...many], inThread)
  expect(await comparison.ask({ links: [], asked: ALL })).toMatchObject({ found: 6, total: 3 })
})

it('leaves nobody waiting for a worker that was ended, or fails', async () => {
  const silent = { ...inThread(), postMessage: () => undefined }
  const comparison = new VentureComparison([], () => silent)
  const asked = comparison.ask({ links: [], asked: ALL })
  await Promise.resolve()
  comparison.end()
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  await expect(comparison.ask({ links: [], asked: ALL })).rejects.toMatchObject({ name: 'AbortError' })

  let fail: (event: { message: string }) => void = () => undefined
  const broken: WorkerLike = {
    ...silent,
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'error') fail = listener as typeof fail
    },
  }
  const failing = new VentureComparison([], () => broken).ask({ links: [], asked: ALL })
  await Promise.resolve()
  fail({ message: 'out of memory' })
  await expect(failing).rejects.toThrow('out of memory')
})
