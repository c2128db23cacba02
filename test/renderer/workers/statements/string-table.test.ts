import { expect, it } from 'vitest'
import { StringTable } from '../../../../renderer/workers/statements/string-table'

it('holds every string once', () => {
  const table = new StringTable()
  const first = table.numberOf('税收')
  expect(table.numberOf('税收')).toBe(first)
  expect(table.at(first)).toBe('税收')
  expect([table.size, table.numberOf(''), table.find('无')]).toEqual([2, 0, -1])
})

it('knows which strings pass a test', () => {
  const table = new StringTable()
  for (const text of ['工业投资', '税收', '工业增加值']) table.numberOf(text)
  expect([...table.mask((text) => text.includes('工业'))]).toEqual([0, 1, 0, 1])
})

it('ranks strings in the order of words, anew when one comes', () => {
  const table = new StringTable()
  const numbers = ['2019', '2021', '2020'].map((text) => table.numberOf(text))
  const order = () =>
    [...numbers].sort((a, b) => (table.ranks()[a] ?? 0) - (table.ranks()[b] ?? 0)).map((n) => table.at(n))
  expect(order()).toEqual(['2019', '2020', '2021'])
  numbers.push(table.numberOf('2018'))
  expect(order()).toEqual(['2018', '2019', '2020', '2021'])
})

it('puts many strings into the order of their characters', () => {
  const table = new StringTable()
  for (let n = 6_000; n > 0; n--) table.numberOf(`指标${String(n).padStart(5, '0')}`)
  const ranks = table.ranks()
  expect(ranks[table.find('指标00001')]).toBe(1)
  expect(ranks[table.find('指标06000')]).toBe(6_000)
})
