import { expect, it } from 'vitest'
import type { ListItem, Rank, Venture } from '#shared/model/matter'
import { type MatterLabel, matterShares, matterTally } from './score'

/** The fields that a rank has for itself. */
type OwnField =
  | 'indicator'
  | 'canonical'
  | 'aspect'
  | 'position'
  | 'within'
  | 'fromBottom'
  | 'previous'
  | 'among'
  | 'size'
  | 'streak'
  | 'statement'

const common: Omit<Rank, 'type' | 'start' | 'end' | OwnField> = {
  role: 'actual',
  year: '2022',
  scope: 'own',
  article: 'main',
  wording: '',
  due: '',
  period: '',
  list: '',
  sentence: { start: 0, end: 100 },
  rule: 'test',
  confidence: 1,
}

const rank = (start: number, indicator: string, position: number, aspect = ''): Rank => ({
  ...common,
  ...{ type: 'rank', start, end: start + 6, indicator, canonical: '', aspect, position, within: false },
  ...{ fromBottom: false, previous: null, among: '全市', size: null, streak: null, statement: '' },
})

const label = (start: number, indicator: string, position: number): MatterLabel => ({
  ...{ type: 'rank', start, end: start + 5, indicator, position, within: false, among: '全市' },
  ...{ role: 'actual', year: '2022' },
})

const told: string[] = []
const tell = (what: string, fields: readonly string[]) => {
  told.push([what, ...fields].join(' '))
}

it('matches what shares a place and a name, each find once, the best first', () => {
  told.length = 0
  const labels = { labels: [label(10, '生产总值', 1), label(10, '地区生产总值', 2), label(50, '投资', 3)], spans: [] }
  const tally = matterTally('rank', labels, [rank(12, '地区生产总值', 2), rank(11, '生产总值', 1)], tell)
  expect(tally).toEqual({ gold: 3, found: 2, matched: 2, core: 2 })
  expect(told).toEqual(['missed'])
})

it('tells wrong key fields, other names and other places', () => {
  told.length = 0
  const labels = { labels: [label(10, '生产总值', 1)], spans: [] }
  expect(matterTally('rank', labels, [rank(10, '生产总值', 2)], tell)).toEqual({
    gold: 1,
    found: 1,
    matched: 1,
    core: 0,
  })
  expect(matterTally('rank', labels, [rank(10, '投资', 1)], tell).matched).toBe(0)
  expect(matterTally('rank', labels, [rank(15, '生产总值', 1)], tell).matched).toBe(0)
  expect(told).toEqual(['wrong position', 'missed', 'spurious', 'missed', 'spurious'])
})

it('counts finds only where their type was labelled', () => {
  const venture = (start: number): Venture => ({
    ...common,
    ...{ type: 'venture', start, end: start + 4, name: '某某大桥', place: '', amount: null, stage: '', stageWords: '' },
  })
  const labels: MatterLabel[] = [{ type: 'venture', start: 30, end: 34, name: '某某大桥', stage: 'completed' }]
  const spans = [{ type: 'span' as const, of: ['venture' as const], start: 20, end: 60 }]
  const tally = matterTally('venture', { labels, spans }, [venture(0), venture(30), venture(60)])
  expect(tally).toEqual({ gold: 1, found: 1, matched: 1, core: 0 })
})

it('asks of a list item that half of the longer span is shared', () => {
  const item = { ...common, type: 'list_item', parent: '', ordinal: 1, mark: '', heading: '甲', count: null } as const
  const found: ListItem = { ...item, total: null, own: null, above: null, private: null, start: 0, end: 100 }
  const gold = (end: number): MatterLabel => ({
    type: 'list_item',
    start: 0,
    end,
    heading: '甲',
    ordinal: 1,
    count: null,
  })
  expect(matterTally('list_item', { labels: [gold(50)], spans: [] }, [found]).core).toBe(1)
  expect(matterTally('list_item', { labels: [gold(49)], spans: [] }, [found]).matched).toBe(0)
})

it('gives shares, of nothing too', () => {
  expect(matterShares({ gold: 4, found: 6, matched: 3, core: 2 })).toEqual({
    ...{ precision: 0.5, recall: 0.75, f1: 0.6, coreF1: 0.4 },
  })
  expect(matterShares({ gold: 0, found: 0, matched: 0, core: 0 }).f1).toBe(1)
})
