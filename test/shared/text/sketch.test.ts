import fc from 'fast-check'
import { expect, it } from 'vitest'
import { likeness, sketchOf } from '#shared/text/sketch'

/** A text of random common characters; sentences of some twenty. */
function written(seed: number, length: number): string {
  let state = seed
  let text = ''
  for (let at = 1; at <= length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    text += at % 21 === 0 ? '。' : String.fromCharCode(0x4e00 + ((state >> 8) % 3000))
  }
  return text
}

const sketch = (text: string): number[] => sketchOf(text, 0, text.length)
const like = (a: string, b: string): number => likeness(sketch(a), sketch(b))
const LONG = written(7, 20_000)

it('tells two copies from two texts', () => {
  expect(like(LONG, LONG)).toBe(1)
  expect(like(LONG, written(8, 20_000))).toBeLessThan(0.05)
})

it('passes over line breaks, spaces, punctuation and the width of digits', () => {
  const broken = LONG.replaceAll(/(.{17})/g, '$1\r\n　').replaceAll('。', ' ． ')
  expect(like(LONG, broken)).toBe(1)
  expect(like(`${LONG}2023年GDP`.repeat(2), `${LONG}２０２３年ＧＤＰ`.repeat(2))).toBe(1)
})

it('finds a part in its whole, whichever comes first', () => {
  const part = LONG.slice(4_000, 7_000)
  expect(like(LONG, part)).toBeGreaterThan(0.9)
  expect(like(part, LONG)).toBe(like(LONG, part))
})

it('stands three wrong characters in a hundred', () => {
  const wrong = Array.from(LONG, (letter, at) => (at % 33 === 5 ? '錯' : letter)).join('')
  expect(like(LONG, wrong)).toBeGreaterThan(0.75)
})

it('compares a very long text by the smallest hashes alone', () => {
  const longest = written(9, 200_000)
  expect(sketch(longest)).toHaveLength(768)
  expect(like(longest, longest)).toBe(1)
  expect(like(longest, `${longest.slice(0, 150_000)}${written(10, 50_000)}`)).toBeGreaterThan(0.6)
  expect(like(longest, LONG)).toBeLessThan(0.1)
})

it('says nothing of texts that are too short', () => {
  expect(like('政府工作报告', '政府工作报告')).toBe(0)
  expect(sketch('')).toEqual([])
})

it('reads no more than its span', () => {
  const text = `${written(3, 5_000)}${LONG}${written(4, 5_000)}`
  expect(sketchOf(text, 5_000, 5_000 + LONG.length)).toEqual(sketch(LONG))
})

it('is ascending, without doubles, and the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      const made = sketch(text)
      expect(made).toEqual([...new Set(made)].sort((a, b) => a - b))
      expect(sketch(text)).toEqual(made)
    }),
  )
})
