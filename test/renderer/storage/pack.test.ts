import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  fieldReader,
  type Packed,
  packRows,
  type Splice,
  samePacked,
  spliceRows,
  unpackRows,
  unpackSome,
} from '../../../renderer/storage/pack'
import { analysed, statementAt } from './fixture'

it('gives back what was packed, also through a structured clone', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 3 }),
  )
  const row = fc.record({
    a: value,
    b: fc.string(),
    c: fc.double(),
    d: fc.integer(),
    e: fc.record({ x: value, y: fc.nat() }),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows)
    }),
  )
})

it('stores each name and each repeated value once', () => {
  const statements = Array.from({ length: 150 }, (_, n) => statementAt('8%', { start: n, value: n / 10 }))
  const packed = packRows(statements)
  expect(packed.columns.unit).toEqual({ type: 'same', value: '%' })
  expect(packed.columns.start).toEqual({ type: 'numbers', values: Uint8Array.from(statements, ({ start }) => start) })
  expect(packed.columns.sentence).toMatchObject({ type: 'rows', rows: { length: 150 } })
  expect(unpackRows(packed)).toEqual(statements)
})

it('takes as few bytes for a number as the largest of its column needs', () => {
  const columnOf = (...values: number[]) => packRows(values.map((a) => ({ a }))).columns.a
  expect(columnOf(0, 255)).toEqual({ type: 'numbers', values: Uint8Array.of(0, 255) })
  expect(columnOf(0, 256)).toEqual({ type: 'numbers', values: Uint16Array.of(0, 256) })
  expect(columnOf(0, 65_536)).toEqual({ type: 'numbers', values: Int32Array.of(0, 65_536) })
  expect(columnOf(-1, 1)).toEqual({ type: 'numbers', values: Int32Array.of(-1, 1) })
  expect(columnOf(0.98, 0.7)).toEqual({ type: 'decimals', values: Uint8Array.of(98, 70), of: 100 })
  expect(columnOf(0.0001, 3)).toEqual({ type: 'decimals', values: Uint16Array.of(1, 30_000), of: 10_000 })
  expect(columnOf(1 / 3, 0.5)).toEqual({ type: 'numbers', values: Float64Array.of(1 / 3, 0.5) })
  expect(columnOf(-0, 0.5)).toEqual({ type: 'numbers', values: Float64Array.of(-0, 0.5) })
})

it('gives back decimals to the last bit', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -300_000, max: 300_000 }), fc.constantFrom(1, 10, 100, 1_000, 10_000))
    .map(([parts, of]) => parts / of)
  fc.assert(
    fc.property(fc.array(fc.record({ a: decimal }), { maxLength: 20 }), (rows) => {
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows)
    }),
  )
})

const KEYS = { key: ['start', 'quantity'] }
const keyed = (start: number, quantity: string, name: string) => ({
  key: `${start}:${quantity}:${name}`,
  start,
  quantity,
})

it('leaves out what a key has from other fields, and keeps a key that has nothing of them', () => {
  const rows = [keyed(5, '8%', '增长'), keyed(9, '3个', '增长')]
  const packed = packRows(rows, KEYS)
  expect(Object.keys(packed.columns)).toEqual(['key', 'start', 'quantity'])
  expect(packed.columns.key).toEqual({
    type: 'joined',
    fields: ['start', 'quantity'],
    rest: { type: 'same', value: '增长' },
  })
  expect(unpackRows(structuredClone(packed))).toEqual(rows)
  expect(fieldReader(packed, 'key')(1)).toBe('9:3个:增长')
  const byHand = [...rows, { key: 'by hand', start: 12, quantity: '1家' }]
  expect(packRows(byHand, KEYS).columns.key.type).toBe('strings')
  expect(unpackRows(packRows(byHand, KEYS))).toEqual(byHand)
})

it('keeps a key when the fields that it began with change', () => {
  const rows = [keyed(5, '8%', '增长'), keyed(9, '3个', '增长')]
  const moved = { ...keyed(5, '8%', '增长'), start: 6 }
  const after = spliceRows(packRows(rows, KEYS), [{ from: 0, to: 1, rows: [moved] }], KEYS)
  expect(unpackRows(after)).toEqual([moved, rows[1]])
  const back = spliceRows(after, [{ from: 0, to: 1, rows: rows.slice(0, 1) }], KEYS)
  expect(back).toEqual(packRows(rows, KEYS))
})

/** As versions before wrote them: numbers in four or eight bytes, keys whole. */
const OLDER: Packed<{ key: string; start: number; quantity: string; sure: number }> = {
  length: 2,
  columns: {
    key: { type: 'strings', values: ['5:8%:增长', '9:3个:增长'], at: Uint16Array.of(0, 1) },
    start: { type: 'numbers', values: Int32Array.of(5, 9) },
    quantity: { type: 'strings', values: ['8%', '3个'], at: Uint16Array.of(0, 1) },
    sure: { type: 'numbers', values: Float64Array.of(0.98, 0.7) },
  },
}

it('reads and changes what an older version packed, and holds it for the same', () => {
  const rows = [
    { ...keyed(5, '8%', '增长'), sure: 0.98 },
    { ...keyed(9, '3个', '增长'), sure: 0.7 },
  ]
  expect(unpackRows(OLDER)).toEqual(rows)
  expect(samePacked(OLDER, packRows(rows, KEYS))).toBe(true)
  expect(samePacked(packRows(rows, KEYS), OLDER)).toBe(true)
  const other = [rows[0], { ...keyed(9, '3个', '增长'), sure: 0.71 }].flatMap((row) => row ?? [])
  expect(samePacked(OLDER, packRows(other, KEYS))).toBe(false)
  const spliced = spliceRows(OLDER, [{ from: 1, to: 2, rows: other.slice(1) }], KEYS)
  expect(unpackRows(spliced)).toEqual(other)
})

it('packs nothing as nothing', () => {
  expect(unpackRows(packRows([]))).toEqual([])
  expect(analysed(1, 0).reports).toEqual([])
})

it('puts rows in place of others as if all were packed anew', () => {
  const row = fc.record({ a: fc.integer(), b: fc.constantFrom('x', 'y', ''), c: fc.option(fc.double({ noNaN: true })) })
  const edits = fc.array(fc.record({ gap: fc.nat(3), away: fc.nat(3), rows: fc.array(row, { maxLength: 3 }) }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), edits, (rows, wanted) => {
      const splices: Splice<(typeof rows)[number]>[] = []
      const whole = [...rows]
      let at = 0
      for (const { gap, away, rows: put } of wanted) {
        const from = Math.min(rows.length, at + gap)
        at = Math.min(rows.length, from + away)
        splices.push({ from, to: at, rows: put })
      }
      for (const { from, to, rows: put } of splices.toReversed()) whole.splice(from, to - from, ...put)
      expect(spliceRows(packRows(rows), splices)).toEqual(packRows(whole))
      const places = whole.map((_, place) => place).filter((place) => place % 2 === 1)
      expect(unpackSome(packRows(whole), places)).toEqual(whole.filter((_, place) => place % 2 === 1))
    }),
  )
})
