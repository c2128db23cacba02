import { beforeEach, describe, expect, it } from 'vitest'
import { makeAnchor } from '#shared/text/anchor'
import {
  correctionList,
  filtered,
  subject,
  toggleAll,
  toggleSelected,
} from '../../../../renderer/features/corrections/list'
import type { ListedCorrection, Session } from '../../../../renderer/storage'
import { AT, analysed } from '../../storage/fixture'

const { source, reports } = analysed(1)

const listed = (id: string, quote: string, replacement: string, author = '甲'): ListedCorrection => ({
  source,
  report: reports[0]?.report ?? null,
  start: 3,
  end: 3 + replacement.length,
  before: '全区',
  after: '亿元',
  correction: {
    id,
    source: source.hash,
    reading: source.reading,
    anchor: makeAnchor(`xyz${quote}`, 3, 3 + quote.length),
    replacement,
    author,
    createdAt: AT,
  },
})

const LIST = [listed('1', '一六0', '160'), listed('2', '漯', '瀍', '乙')]

beforeEach(() => {
  // The list asks nothing of the session here.
  const session = {} as Session
  correctionList.setState({ open: { session, shown: LIST }, selected: new Set(), cursor: 0 })
})

describe('filtered', () => {
  it.each([
    ['一六', ['1']],
    ['区160', ['1']],
    ['区一六0亿', ['1']],
    ['乙', ['2']],
    ['瀍河', ['1', '2']],
    ['2024', ['1', '2']],
    ['1.TXT', ['1', '2']],
    [' ', ['1', '2']],
    ['没有', []],
  ])('finds %s', (typed, ids) => {
    expect(filtered(LIST, typed).map(({ correction }) => correction.id)).toEqual(ids)
  })
})

describe('subject', () => {
  it('is what is selected, else the line of the keyboard', () => {
    expect(subject()).toEqual(['1'])
    toggleSelected('2')
    expect(subject()).toEqual(['2'])
    toggleAll()
    expect(subject()).toEqual(['1', '2'])
    toggleAll()
    correctionList.setState({ cursor: 1 })
    expect(subject()).toEqual(['2'])
    correctionList.setState({ open: null })
    expect(subject()).toEqual([])
  })
})
