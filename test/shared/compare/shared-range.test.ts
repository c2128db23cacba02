import { describe, expect, it } from 'vitest'
import { commonRange } from '../../../shared/compare/shared-range'

describe('commonRange', () => {
  it('leaves out what is far off, and nothing else', () => {
    expect(commonRange([6, 7, 7.5, 8, 8.5, 9, 60])).toEqual({ low: 6, high: 9 })
    expect(commonRange([1, 2, 3])).toEqual({ low: 1, high: 3 })
  })
})
