import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Correction, TextChange } from '#shared/model/correction'
import {
  anchorOf,
  applyCorrections,
  layCorrections,
  mergeReplacement,
  ordered,
  originalOf,
  placesOf,
} from '#shared/text/corrections'
import { applyEdits, cutsPair, editsBetween, mapThrough } from '#shared/text/edits'

const TEXT = '漯河区生产总值一六0亿元，增长𠮷8%。'

/** Half of a surrogate pair without the other. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Characters that offsets stumble over, and repeats. */
const LETTERS = fc.constantFrom('𠮷', '瀍', '增长', '6%', '。', '\r\n', '\n', 'a', 'a', 'b', ' ')
const words = (most: number, least = 0) =>
  fc.array(LETTERS, { minLength: least, maxLength: most }).map((parts) => parts.join(''))

/** A replacement somewhere in a text, given as shares of its length. */
const wish = fc.record({ at: fc.nat(1000), length: fc.nat(5), replacement: words(3) })
type Wish = { at: number; length: number; replacement: string }

/** Makes wishes one after the other, as a user does. */
function made(original: string, wishes: readonly Wish[]): { text: string; changes: TextChange[] } {
  let text = original
  let changes: TextChange[] = []
  for (const { at, length, replacement } of wishes) {
    const start = at % (text.length + 1)
    const end = Math.min(start + length, text.length)
    const { removed, added } = mergeReplacement(text, changes, { start, end, replacement })
    changes = ordered([...changes.filter((change) => !removed.includes(change)), ...(added ? [added] : [])])
    text = applyCorrections(original, changes)
  }
  return { text, changes }
}

const record = (original: string, change: TextChange, n: number): Correction => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  source: 'a'.repeat(64),
  reading: `${'a'.repeat(64)}:1`,
  anchor: anchorOf(original, change),
  replacement: change.replacement,
  author: '甲',
  createdAt: '2026-01-02T03:04:05.000Z',
})

const property = (check: (original: string, ...wishes: Wish[][]) => void) =>
  fc.assert(
    fc.property(
      words(20, 1),
      fc.array(wish, { maxLength: 6 }),
      fc.array(wish, { maxLength: 4 }),
      (original, first, second) => check(original, first, second),
    ),
    { numRuns: 2000 },
  )

describe('mergeReplacement', () => {
  const merge = (changes: TextChange[], start: number, end: number, replacement: string) =>
    mergeReplacement(applyCorrections(TEXT, changes), changes, { start, end, replacement })
  const first: TextChange = { start: 0, end: 1, original: '漯', replacement: '瀍' }

  it('keeps what was read beside what stands there now', () => {
    expect(merge([], 0, 1, '瀍')).toEqual({ removed: [], added: first })
  })

  it('leaves out what the replacement has in common with the text', () => {
    expect(merge([], 0, 3, '瀍河区').added).toEqual(first)
    expect(merge([], 0, 3, '漯河区')).toEqual({ removed: [], added: null })
  })

  it('merges a second replacement of the same place, and forgets it where the text is as it was read', () => {
    expect(merge([first], 0, 2, '廛水')).toEqual({
      removed: [first],
      added: { start: 0, end: 2, original: '漯河', replacement: '廛水' },
    })
    expect(merge([first], 0, 1, '漯')).toEqual({ removed: [first], added: null })
  })

  it('leaves a change beside it alone', () => {
    expect(merge([first], 1, 2, '水')).toEqual({
      removed: [],
      added: { start: 1, end: 2, original: '河', replacement: '水' },
    })
  })

  it('never cuts a surrogate pair', () => {
    const at = TEXT.indexOf('𠮷')
    expect(merge([], at + 1, at + 2, '').added).toEqual({ start: at, end: at + 2, original: '𠮷', replacement: '' })
    expect(merge([], at, at + 2, '𠮸').added).toEqual({ start: at, end: at + 2, original: '𠮷', replacement: '𠮸' })
  })

  it('refuses a span outside of the text', () => {
    expect(() => merge([], 0, TEXT.length + 1, '')).toThrow(RangeError)
  })

  it('makes the text that was wanted, whatever was corrected before, and keeps the text as it was read', () => {
    property((original, wishes) => {
      let text = original
      for (const [index, { at, length, replacement }] of (wishes ?? []).entries()) {
        const start = at % (text.length + 1)
        const end = Math.min(start + length, text.length)
        const whole = !cutsPair(text, start) && !cutsPair(text, end)
        const wanted = text.slice(0, start) + replacement + text.slice(end)
        const now = made(original, (wishes ?? []).slice(0, index + 1))
        if (whole) expect(now.text).toBe(wanted)
        expect(now.text).not.toMatch(LONE)
        expect(originalOf(now.text, now.changes)).toBe(original)
        text = now.text
      }
    })
  })

  it('keeps changes apart and in order, and none that changes nothing', () => {
    property((original, wishes) => {
      const { changes } = made(original, wishes ?? [])
      for (const [index, change] of changes.entries()) {
        expect(change.original).toBe(original.slice(change.start, change.end))
        expect(change.replacement).not.toBe(change.original)
        const next = changes[index + 1]
        if (!next) continue
        expect(next.start).toBeGreaterThanOrEqual(change.end)
        expect(next.start === change.start && next.end === change.end).toBe(false)
      }
    })
  })
})

describe('layCorrections', () => {
  it('lays the records of a text over it as they were made, in whatever order they come', () => {
    property((original, wishes) => {
      const { text, changes } = made(original, wishes ?? [])
      const records = changes.map((change, n) => record(original, change, n)).reverse()
      const laid = layCorrections(original, records)
      expect(laid.map(({ change }) => change)).toEqual(changes)
      expect(
        applyCorrections(
          original,
          laid.map(({ change }) => change),
        ),
      ).toBe(text)
    })
  })

  it('finds the characters in another reading by what stands around them, and leaves out what is gone', () => {
    const [a, b] = [
      { start: 0, end: 1, original: '漯', replacement: '瀍' },
      { start: 7, end: 8, original: '一', replacement: '1' },
    ]
    const records = [a, b].map((change, n) => record(TEXT, change, n))
    const other = `来源：某网\n${TEXT}`
    expect(layCorrections(other, records).map(({ change }) => change)).toEqual([
      { ...a, start: 6, end: 7 },
      { ...b, start: 13, end: 14 },
    ])
    expect(layCorrections('别的文字', records)).toEqual([])
  })
})

describe('editsBetween', () => {
  it('turns a text with some corrections into the one with others', () => {
    property((original, first, second) => {
      const [a, b] = [made(original, first ?? []), made(original, second ?? [])]
      expect(applyEdits(a.text, editsBetween(a.changes, b.changes))).toBe(b.text)
      expect(applyEdits(b.text, editsBetween(b.changes, a.changes))).toBe(a.text)
    })
  })

  it('leaves alone what both have', () => {
    const [a, b, c] = [1, 4, 7].map((start) => ({ start, end: start + 1, original: '误', replacement: '正确' }))
    if (!a || !b || !c) throw new Error('three')
    expect(editsBetween([a, b, c], [a, b, c])).toEqual([])
    expect(editsBetween([a, c], [a, b, c])).toEqual([{ start: 5, end: 6, insert: '正确' }])
    expect(editsBetween([a, b, c], [a, c])).toEqual([{ start: 5, end: 7, insert: '误' }])
  })
})

describe('mapThrough', () => {
  const edits = [
    { start: 2, end: 3, insert: 'XY' },
    { start: 5, end: 6, insert: '' },
    { start: 8, end: 8, insert: 'Z' },
    { start: 10, end: 12, insert: 'PQ' },
  ]
  // abcdefghijklmn → abXYdeghZijPQmn
  it.each([
    [0, 2, 0, 2],
    [2, 3, 2, 4],
    [0, 3, 0, 4],
    [3, 5, 4, 6],
    [4, 7, 5, 7],
    [6, 8, 6, 8],
    [8, 9, 9, 10],
    [7, 9, 7, 10],
    [10, 11, 11, 12],
    [11, 12, 12, 13],
    [9, 11, 10, 12],
    [4, 4, 5, 5],
  ])('maps %i–%i to %i–%i', (start, end, from, to) => {
    expect(mapThrough(edits).span({ start, end })).toEqual({ start: from, end: to })
  })

  it('loses a span of which nothing is left', () => {
    expect(mapThrough(edits).span({ start: 5, end: 6 })).toBeNull()
  })

  it('keeps a side of what is inserted', () => {
    const map = mapThrough(edits)
    expect([map.offset(8, -1), map.offset(8), map.offset(8, 1)]).toEqual([8, 9, 9])
    expect([map.offset(2), map.offset(3), map.offset(14)]).toEqual([2, 4, 15])
  })

  it('keeps the characters of every span that no edit touches, and the order of all', () => {
    property((original, first, second) => {
      const [a, b] = [made(original, first ?? []), made(original, second ?? [])]
      const between = editsBetween(a.changes, b.changes)
      const map = mapThrough(between)
      let last: readonly [number, number] = [0, 0]
      for (let at = 0; at <= a.text.length; at++) {
        const sides = [map.offset(at, -1), map.offset(at, 1)] as const
        expect(sides[0]).toBeLessThanOrEqual(sides[1])
        expect(sides[0]).toBeGreaterThanOrEqual(last[0])
        expect(sides[1]).toBeGreaterThanOrEqual(last[1])
        last = sides
        for (let end = at + 1; end <= a.text.length; end++) {
          if (cutsPair(a.text, at) || cutsPair(a.text, end)) continue
          const span = map.span({ start: at, end })
          const touched = between.some((edit) => edit.start < end && at < edit.end)
          if (span) expect(cutsPair(b.text, span.start) || cutsPair(b.text, span.end)).toBe(false)
          if (!touched) {
            const inner = between.filter((edit) => at < edit.start && edit.start < end)
            const kept = applyEdits(
              a.text.slice(at, end),
              inner.map((edit) => ({ ...edit, start: edit.start - at, end: edit.end - at })),
            )
            expect(span && b.text.slice(span.start, span.end)).toBe(kept)
          }
        }
      }
      expect(last[1]).toBe(b.text.length)
    })
  })

  it('brings a span back that was not itself changed', () => {
    property((original, first, second) => {
      const [a, b] = [made(original, first ?? []), made(original, second ?? [])]
      const edits = editsBetween(a.changes, b.changes)
      const [forth, back] = [mapThrough(edits), mapThrough(editsBetween(b.changes, a.changes))]
      for (let at = 0; at < a.text.length; at++) {
        const touched = edits.some((edit) => edit.start <= at + 1 && at <= edit.end)
        const there = forth.span({ start: at, end: at + 1 })
        if (!touched) expect(there && back.span(there)).toEqual({ start: at, end: at + 1 })
      }
    })
  })
})

it('tells where each change stands in the corrected text', () => {
  property((original, wishes) => {
    const { text, changes } = made(original, wishes ?? [])
    const words = placesOf(changes).map(({ start, end }) => text.slice(start, end))
    expect(words).toEqual(changes.map(({ replacement }) => replacement))
  })
})
