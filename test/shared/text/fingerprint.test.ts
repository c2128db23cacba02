import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '#shared/text/fingerprint'

describe('the fingerprint of a text', () => {
  it('is a whole number that a record can keep, and the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = fingerprint(text)
        expect(Number.isSafeInteger(made) && made >= 0).toBe(true)
        expect(fingerprint(`${text}`)).toBe(made)
      }),
    )
  })

  it('tells one changed, lost or moved character', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, unit: 'binary' }), fc.nat(), (text, place) => {
        const at = place % (text.length - 1)
        const before = fingerprint(text)
        expect(fingerprint(text.slice(0, at) + text.slice(at + 1))).not.toBe(before)
        const other = String.fromCharCode((text.charCodeAt(at) + 1) % 0x10000)
        expect(fingerprint(text.slice(0, at) + other + text.slice(at + 1))).not.toBe(before)
        const [one = '', two = ''] = text.slice(at, at + 2).split('')
        if (one !== two) expect(fingerprint(text.slice(0, at) + two + one + text.slice(at + 2))).not.toBe(before)
      }),
    )
  })

  it('has no two alike among many texts that differ in a figure', () => {
    const made = new Set(Array.from({ length: 20_000 }, (_, count) => fingerprint(`地区生产总值达到${count}亿元`)))
    expect(made.size).toBe(20_000)
  })
})
