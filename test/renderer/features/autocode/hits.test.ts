import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Hits } from '../../../../renderer/features/autocode/hits'
import { linesOf } from '../../../../renderer/features/autocode/lines'
import type { ScanHit } from '../../../../renderer/workers/scan/protocol'

const hit = (report: string, start: number): ScanHit => ({
  source: 's',
  reading: 's:1',
  report,
  start,
  end: start + 1,
  mark: { start, end: start + 1 },
  characters: 100,
  before: '',
  hit: '',
  after: '',
  label: report,
})

/** Hits of some reports in a row. */
const hitsOf = (...counts: number[]): Hits => {
  const hits = new Hits()
  counts.forEach((count, report) => {
    hits.add(Array.from({ length: count }, (_, start) => hit(`r${report}`, start)))
  })
  return hits
}

/** What the counts must be, counted one by one. */
function check(hits: Hits): void {
  const places = Array.from({ length: hits.count }, (_, place) => place)
  expect(hits.ticked).toBe(places.filter((place) => hits.isTicked(place)).length)
  expect(hits.carried).toBe(places.filter((place) => hits.isCarried(place)).length)
  for (const { from, count, ticked } of hits.groups)
    expect(ticked).toBe(places.slice(from, from + count).filter((place) => hits.isTicked(place)).length)
  expect(hits.chosen()).toEqual(places.filter((place) => hits.isTicked(place)).map((place) => hits.at(place)))
}

describe('hits', () => {
  it('are ticked, but for those that carry the codes', () => {
    const hits = hitsOf(2, 3)
    expect(hits.groups.map(({ value, from, count }) => [value, from, count])).toEqual([
      ['r0', 0, 2],
      ['r1', 2, 3],
    ])
    hits.carry((_, { start }) => start === 0, false)
    expect([hits.count, hits.ticked, hits.carried]).toEqual([5, 3, 2])
    expect(hits.isTicked(0)).toBe(false)
  })

  it('keep what was ticked by hand, until it is coded', () => {
    const hits = hitsOf(3)
    hits.carry((_, { start }) => start === 2, false)
    hits.tick(1, 2, false)
    hits.tick(2, 3, true)
    const ticks = () => [0, 1, 2].map((place) => hits.isTicked(place))
    hits.carry((_, { start }) => start === 2, false)
    expect(ticks()).toEqual([true, false, true])
    hits.carry((_, { start }) => start !== 1, true)
    expect(ticks()).toEqual([false, false, false])
    hits.carry(() => false, true)
    expect(ticks()).toEqual([true, false, true])
  })

  it('have counts that are true, whatever was done', () => {
    const action = fc.oneof(
      fc.record({ type: fc.constant('add' as const), reports: fc.array(fc.nat(3), { maxLength: 2000 }) }),
      fc.record({ type: fc.constant('carry' as const), below: fc.nat(6), anew: fc.boolean() }),
      fc.record({ type: fc.constant('tick' as const), from: fc.nat(30), length: fc.nat(30), ticked: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const hits = new Hits()
        for (const one of actions) {
          if (one.type === 'add') hits.add(one.reports.map((report, start) => hit(`r${report}`, start % 7)))
          else if (one.type === 'carry') hits.carry((_, { start }) => start < one.below, one.anew)
          else hits.tick(one.from, one.from + one.length, one.ticked)
        }
        check(hits)
      }),
      { numRuns: 60 },
    )
  })
})

describe('lines', () => {
  it('are heads with their hits, or heads alone', () => {
    const lines = linesOf(hitsOf(2, 1, 2).groups, new Set(['r1']))
    const shown = Array.from({ length: lines.count }, (_, index) => {
      const line = lines.at(index)
      return line?.type === 'hit' ? line.place : line?.group.value
    })
    expect(shown).toEqual(['r0', 0, 1, 'r1', 'r2', 3, 4])
    expect([lines.ofHit(0), lines.ofHit(2), lines.ofHit(4), lines.ofGroup('r2'), lines.ofGroup('r9')]).toEqual([
      1, 3, 6, 4, -1,
    ])
    expect([lines.at(-1), lines.at(7), linesOf([], new Set()).at(0)]).toEqual([null, null, null])
  })
})
