import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chineseShare, commonShare, controlCharacters } from '#shared/formats/plausibility'

const SEED = readFileSync('seeds/002_395ec08d707c8053.txt', 'utf8')

describe('chineseShare', () => {
  it('is high for a report and low for the same bytes read wrongly', () => {
    const wrong = new TextDecoder('gb18030').decode(new TextEncoder().encode(SEED))
    expect(chineseShare(SEED)).toBeGreaterThan(0.95)
    expect(chineseShare(wrong)).toBeLessThan(0.5)
  })

  it('says nothing against ASCII', () => {
    expect(chineseShare('GDP 160')).toBe(1)
  })
})

describe('commonShare', () => {
  it('tells UTF-16 from its bytes swapped', () => {
    const swapped = SEED.replace(/[\s\S]/g, (char) =>
      String.fromCharCode(((char.charCodeAt(0) & 255) << 8) | (char.charCodeAt(0) >> 8)),
    )
    expect(commonShare(SEED)).toBeGreaterThan(0.95)
    expect(commonShare(swapped)).toBeLessThan(0.5)
  })
})

describe('controlCharacters', () => {
  it('counts what no editor writes, and not tabs and line breaks', () => {
    expect(controlCharacters('a\tb\r\n\f\u0000\u0001\u0085')).toBe(3)
  })
})
