import { describe, expect, it } from 'vitest'
import { parseNumber } from '#shared/text/typed-number'

describe('parseNumber', () => {
  it.each([
    ['160', 160],
    [' 1,234.5 ', 1234.5],
    ['−2.3', -2.3],
    ['１２．５', 12.5],
    ['', null],
    ['8%', null],
    ['1.2.3', null],
    ['1e5', null],
  ])('%j is %s', (typed, value) => expect(parseNumber(typed)).toBe(value))
})
