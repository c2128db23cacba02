import { expect, it } from 'vitest'
import { isCombined } from '../../../../renderer/features/search/controller'
import { parseQuery } from '../../../../shared/search/parse'

it.each([
  ['就业', false],
  ['a | b', false],
  ['a b', true],
  ['a | b c', true],
  ['a -b', true],
  ['a ~5 b', false],
])('knows whether the unit counts for %s', (typed, expected) => {
  const { query } = parseQuery(typed)
  expect(query && isCombined(query)).toBe(expected)
})
