import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loosely } from '#shared/formats/codec'
import { chineseEvidence, controlCharacters } from '#shared/formats/plausibility'
import { big5, gbk } from './bytes'
import { TRADITIONAL } from './traditional'

const SEED = readFileSync('seeds/002_395ec08d707c8053.txt', 'utf8')

describe('chineseEvidence', () => {
  it.each([
    ['a report', SEED],
    ['a traditional text', TRADITIONAL],
  ])('is strong for %s', (_, text) => {
    const { bits, share, seen } = chineseEvidence(text)
    expect(share).toBeGreaterThan(0.95)
    expect(bits / seen).toBeGreaterThan(3)
  })

  it.each([
    ['UTF-8 read as GB 18030', loosely(new TextEncoder().encode(SEED), 'gb18030')],
    ['Big5 read as GB 18030', loosely(big5(TRADITIONAL), 'gb18030')],
    ['GBK read as Big5', loosely(gbk(SEED), 'big5')],
    ['GBK read as UTF-16', loosely(gbk(SEED), 'utf-16le')],
  ])('speaks against %s', (_, text) => {
    expect(chineseEvidence(text).bits).toBeLessThan(0)
  })

  it('says nothing of ASCII, and finds what stands behind it', () => {
    expect(chineseEvidence('GDP 160')).toEqual({ bits: 0, share: 1, seen: 0 })
    expect(chineseEvidence(`${'<div>'.repeat(10_000)}地区生产总值`).seen).toBe(6)
  })
})

describe('controlCharacters', () => {
  it('counts what no editor writes, and not tabs and line breaks', () => {
    expect(controlCharacters('a\tb\r\n\f\u0000\u0001\u0085')).toBe(3)
  })
})
