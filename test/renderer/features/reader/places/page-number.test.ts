import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOfPage } from '../../../../../renderer/features/reader/places/page-number'

const PAGES = ['i', 'ii', '1', '2', 'A3'].map((label, n) => ({ start: n * 100, end: n * 100 + 100, label }))

it.each([
  ['1', 200],
  ['第 2 页', 300],
  ['第２页', 300],
  ['p. ii', 100],
  ['a3版', 400],
  ['5', 400],
  ['50%', 250],
  ['０％', 0],
  ['100 %', 500],
])('finds %s', (typed, start) => expect(placeOfPage(typed, PAGES, 500)).toBe(start))

it.each(['', '0', '6', '101%', 'B3', '-1', '二'])('finds no page %j', (typed) =>
  expect(placeOfPage(typed, PAGES, 500)).toBeNull(),
)

it('finds a share in a file without pages, and never a place outside of it', () => {
  expect(placeOfPage('1', [], 500)).toBeNull()
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 3_000_000 }), (typed, length) => {
      const place = placeOfPage(typed, [], length)
      return place === null || (place >= 0 && place <= length)
    }),
  )
})
