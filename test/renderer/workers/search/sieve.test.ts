import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sieveOf } from '../../../../renderer/workers/search/sieve'
import { Spans } from '../../../../shared/search/spans'

type Pair = [start: number, end: number]

const pairs = (spans: Spans): Pair[] =>
  Array.from({ length: spans.length }, (_, place) => [spans.start(place), spans.end(place)])

function spansOf(list: readonly Pair[]): Spans {
  const spans = new Spans()
  for (const [start, end] of list) spans.push(start, end)
  return spans
}

/** Disjoint stretches in order, some of which touch. */
const area = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 })), { maxLength: 6 }).map((all) => {
  let at = 0
  return all.map(([gap, length]) => {
    const start = at + gap
    at = start + length
    return { start, end: at }
  })
})
/** Hits of a phrase, which may overlap, or of an expression, which do not. */
const phrase = fc
  .tuple(fc.uniqueArray(fc.nat(40), { maxLength: 25 }), fc.integer({ min: 1, max: 4 }))
  .map(([starts, length]) => starts.sort((a, b) => a - b).map((start): Pair => [start, start + length]))
const expression = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }).map((all) => {
  let at = 0
  return all.map(([gap, length]): Pair => {
    const start = at + gap
    at = start + length
    return [start, at]
  })
})
/** What a filter asks beside. */
const where = fc.constantFrom(
  { passes: (start: number) => start % 2 === 0 },
  { passes: (_: number, end: number) => end < 25 },
)

it('leaves the hits that each stand in one stretch and pass all else', () => {
  const wheres = fc.option(fc.array(where, { maxLength: 2 }))
  fc.assert(
    fc.property(area, fc.oneof(phrase, expression), wheres, (stretches, hits, others) => {
      const naive = hits.filter(
        ([start, end]) =>
          stretches.some((stretch) => stretch.start <= start && end <= stretch.end) &&
          (others ?? []).every(({ passes }) => passes(start, end)),
      )
      expect(pairs(sieveOf(stretches, others)(spansOf(hits)))).toEqual(naive)
    }),
    { numRuns: 500 },
  )
})

it('hands over the same list where all of it stays', () => {
  const hits = spansOf([
    [1, 3],
    [5, 7],
  ])
  const stretches = [
    { start: 0, end: 4 },
    { start: 4, end: 9 },
  ]
  expect(sieveOf(stretches, null)(hits)).toBe(hits)
})
