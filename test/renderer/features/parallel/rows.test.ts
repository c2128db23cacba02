import { describe, expect, it } from 'vitest'
import { alignSections } from '#shared/compare/alignment'
import type { SharedKind, SharedSentence } from '#shared/compare/shared-sentences'
import type { Section } from '#shared/model/section'
import { isMarked, listed, rowsOf } from '../../../../renderer/features/parallel/rows'

const section = (start: number, end: number, topic: string): Section => ({
  start,
  end,
  heading: { start, end: start + 2 },
  title: topic,
  level: 1,
  parent: null,
  outlook: 'plan',
  year: null,
  dated: false,
  topic,
  topicWords: [],
  appendix: false,
})
const A = { start: 0, end: 200, sections: [section(0, 100, 'industry'), section(100, 200, 'city')] }
const B = { start: 0, end: 100, sections: [section(0, 100, 'city')] }

const pair = (at: number, kind: SharedKind, likeness: number, length: number, formula = false): SharedSentence => ({
  kind,
  likeness,
  a: { start: at, end: at + 10 },
  b: { start: 20, end: 30 },
  commonA: [],
  commonB: [],
  numbers: [],
  length,
  formula,
})
const PAIRS = [
  pair(10, 'near', 0.7, 12),
  pair(30, 'same', 1, 10),
  pair(110, 'numbers', 1, 30),
  pair(150, 'same', 1, 40, true),
]
const ROWS = rowsOf(PAIRS, alignSections(A, B), A, B)
const ALL = { kinds: ['same', 'numbers', 'near'], formulae: true, topic: null, order: 'text' } as const
const shown = (state: Partial<Parameters<typeof listed>[1]>): number[] =>
  listed(ROWS, { ...ALL, ...state }).map(({ index }) => index)

describe('the list of shared sentences', () => {
  it('knows the sections of both sides', () => {
    expect(ROWS.map(({ sectionA, sectionB }) => [sectionA?.topic, sectionB?.topic])).toEqual([
      ['industry', 'city'],
      ['industry', 'city'],
      ['city', 'city'],
      ['city', 'city'],
    ])
  })

  it('is in the order of the text, by likeness or by length', () => {
    expect(shown({})).toEqual([0, 1, 2, 3])
    expect(shown({ order: 'likeness' })).toEqual([3, 2, 1, 0])
    expect(shown({ order: 'length' })).toEqual([3, 2, 0, 1])
  })

  it('shows the classes that are asked for, formulae only when asked for, and the sections of a topic', () => {
    expect(shown({ kinds: ['same'] })).toEqual([1, 3])
    expect(shown({ formulae: false })).toEqual([0, 1, 2])
    expect(shown({ topic: 'industry' })).toEqual([0, 1])
    expect(shown({ topic: 'culture' })).toEqual([])
  })

  it('lists what is marked and nothing else', () => {
    const state = { kinds: ['same', 'near'] as SharedKind[], formulae: false }
    expect(PAIRS.filter((one) => isMarked(one, state))).toEqual([PAIRS[0], PAIRS[1]])
  })
})
