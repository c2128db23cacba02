import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packRows, unpackRows } from '../../../renderer/storage/pack'
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
