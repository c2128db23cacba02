import { describe, expect, it } from 'vitest'
import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../../../shared/text/characters'

describe('places of characters', () => {
  it('gives each character that a rule knows a place of its own, and the same one again', () => {
    const [one, two] = [placeFor(0xe101), placeFor(0xe102)]
    expect(one).not.toBe(two)
    expect(placeFor(0xe101)).toBe(one)
    expect(placeOf(0xe102)).toBe(two)
    expect(Math.min(one, two)).toBeGreaterThan(0)
    expect(Math.max(one, two)).toBeLessThan(PLACES_OF_CHARACTERS)
  })

  it('has place 0 for all others, and for what stands outside of a text', () => {
    expect(placeOf(0xe1ff)).toBe(0)
    expect(placeOf(''.charCodeAt(0))).toBe(0)
  })
})
