import { beforeEach, describe, expect, it } from 'vitest'
import {
  canApply,
  linesOf,
  occurrences,
  takeAll,
  takenIn,
  toggle,
} from '../../../../renderer/features/corrections/occurrences'
import type { ScanHit } from '../../../../renderer/workers/scan/protocol'

const hit = (source: string, report: string | null, start: number): ScanHit => ({
  source,
  reading: `${source}:1`,
  report,
  start,
  end: start + 1,
  mark: { start, end: start + 1 },
  characters: 100,
  before: '',
  hit: '漯',
  after: '河',
  label: `${source}${report ?? ''}`,
})

const HITS = [hit('a', 'r', 1), hit('a', 'r', 5), hit('a', null, 9), hit('b', null, 2)]

beforeEach(() =>
  occurrences.setState({
    ...occurrences.getInitialState(),
    hits: HITS,
    lines: linesOf(HITS),
    searched: '漯',
    misread: '漯',
    replacement: '瀍',
    phase: 'found',
  }),
)

const taken = () => takenIn(occurrences.getState())
const line = (at: number) => occurrences.getState().lines[at]

describe('linesOf', () => {
  it('puts a head above the places of each report, and of what stands outside of one', () => {
    expect(linesOf(HITS)).toEqual([
      { type: 'group', from: 0, count: 2, label: 'ar' },
      { type: 'hit', at: 0 },
      { type: 'hit', at: 1 },
      { type: 'group', from: 2, count: 1, label: 'a' },
      { type: 'hit', at: 2 },
      { type: 'group', from: 3, count: 1, label: 'b' },
      { type: 'hit', at: 3 },
    ])
    expect(linesOf([])).toEqual([])
  })
})

describe('what is taken', () => {
  it('is all at first; a place, a report, all or none can be left', () => {
    expect(taken()).toBe(4)
    toggle(line(1))
    expect([...occurrences.getState().left]).toEqual([0])
    // A report of which some are left is taken whole first.
    toggle(line(0))
    expect(taken()).toBe(4)
    toggle(line(0))
    expect([...occurrences.getState().left]).toEqual([0, 1])
    takeAll(false)
    expect(taken()).toBe(0)
    takeAll(true)
    expect(taken()).toBe(4)
    toggle(undefined)
    expect(taken()).toBe(4)
  })

  it('can be corrected only when something is taken and would read otherwise', () => {
    expect(canApply(occurrences.getState())).toBe(true)
    expect(canApply({ ...occurrences.getState(), replacement: '漯' })).toBe(false)
    expect(canApply({ ...occurrences.getState(), phase: 'searching' })).toBe(false)
    takeAll(false)
    expect(canApply(occurrences.getState())).toBe(false)
  })
})
