import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesOf, wordsOf } from '#shared/text/word-bounds'

/** True without half of a surrogate pair. */
const isWhole = (part: string): boolean => !/\p{Surrogate}/u.test(part)

const parts = (line: string, pieces: readonly { from: number; to: number }[]) =>
  pieces.map(({ from, to }) => line.slice(from, to))

describe('words', () => {
  it.each([
    ['地区生产总值增长8%', ['地区', '生产', '总值', '增长', '8%']],
    ['下降 3.5‰，', ['下降', '3.5‰', '，']],
    ['GDP 160元', ['GDP', '160', '元']],
    ['　 ', []],
  ])('%s', (line, expected) => {
    expect(parts(line, wordsOf(line))).toEqual(expected)
  })

  it('tells signs from words', () => {
    expect(wordsOf('好，').map(({ isWord }) => isWord)).toEqual([true, false])
  })
})

describe('clauses', () => {
  it.each([
    ['稳中求进，全年增长8%；', ['稳中求进', '全年增长8%']],
    ['收入1,000元，比例3:1。', ['收入1,000元', '比例3:1']],
    ['推进“放管服”、“一网通办”，好', ['推进“放管服”', '“一网通办”', '好']],
    ['他说：“好。”走', ['他说', '“好', '走']],
    ['，，', []],
  ])('%s', (line, expected) => {
    expect(parts(line, clausesOf(line))).toEqual(expected)
  })
})

const lineOf = fc.string({ unit: fc.constantFrom(...'增长全年，、；：。“”（） 18%,', '𠮷', 'GDP', '\ud83d\ude00') })

it('gives pieces in order, inside the line, never half of a pair', () => {
  fc.assert(
    fc.property(lineOf, (line) => {
      for (const pieces of [wordsOf(line), clausesOf(line)]) {
        let last = 0
        for (const { from, to } of pieces) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(line.length)
          expect(isWhole(line.slice(from, to))).toBe(true)
          expect(line.slice(from, to).trim()).toBe(line.slice(from, to))
          last = to
        }
      }
    }),
  )
})
