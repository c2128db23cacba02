import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packRows, type Splice, spliceRows, unpackRows, unpackSome } from '../../../renderer/storage/pack'
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
  expect(packed.columns.start).toEqual({ type: 'numbers', values: Int32Array.from(statements, ({ start }) => start) })
  expect(packed.columns.sentence).toMatchObject({ type: 'rows', rows: { length: 150 } })
  expect(unpackRows(packed)).toEqual(statements)
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
