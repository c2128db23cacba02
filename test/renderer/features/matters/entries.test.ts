import { describe, expect, it } from 'vitest'
import { type ExtractedMatter, matterKey } from '#shared/model/matter'
import { countsOf, Finder, nothingFound } from '../../../../renderer/features/matters/entries'
import { isFiltering, type MatterFilter, NO_FILTER, textTest } from '../../../../renderer/features/matters/filter'
import { grouped, SameSets, stepsOf } from '../../../../renderer/features/matters/groups'
import { allRows, groupKey, linesOf, rowsOfLine } from '../../../../renderer/features/matters/lines'
import type { Tab } from '../../../../renderer/features/matters/tabs'
import type { MatterRow } from '../../../../renderer/storage'
import { listItem, MATTERS, mattersIn, venture } from '../../storage/matters/made'

const row = (content: ExtractedMatter, fields: Partial<MatterRow> = {}): MatterRow => ({
  ...{ content, key: matterKey(content), id: null, status: 'suggested', orphan: false },
  ...{ report: 'one', source: 'hash', reading: 'hash:1', reportYear: 2024, reportKind: 'full' },
  place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
  ...{ reportTitle: '政府工作报告', main: true, sourceName: '1.txt' },
  ...fields,
})
const ROWS = mattersIn(MATTERS).map((content) => row(content))
const find = (filter: Partial<MatterFilter> = {}, rows = ROWS, tab: Tab = 'rank') => {
  const found = nothingFound()
  new Finder({ ...NO_FILTER, ...filter }, tab).find(rows, found)
  return found
}

describe('what passes a filter', () => {
  it('is counted by tab, items of lists with their lists', () => {
    expect(countsOf(find())).toEqual({ relative_target: 1, rank: 1, claim: 1, checklist: 3, venture: 2 })
  })
  it.each<[string, Partial<MatterFilter>, number[]]>([
    ['a role', { roles: ['actual'] }, [0, 0, 1, 0, 0]],
    ['a place', { places: ['410302'] }, [0, 0, 0, 0, 0]],
    ['a year', { years: [2024] }, [1, 1, 1, 3, 2]],
    ['a status', { statuses: ['accepted'] }, [0, 0, 0, 0, 0]],
    ['words of an item, which stands in its list', { text: '老旧小区' }, [0, 0, 0, 2, 0]],
    ['words of a list, which count for its items', { text: '十大民生实事' }, [0, 0, 0, 3, 0]],
    ['several words, each somewhere', { text: ' 瀍河 产业园 ' }, [0, 0, 0, 0, 1]],
  ])('%s', (_, filter, counts) => {
    expect(Object.values(countsOf(find(filter)))).toEqual(counts)
  })
  it.each<[string, Partial<MatterFilter>, Tab, number[]]>([
    ['an indicator', { indicators: ['none'] }, 'relative_target', [0, 1, 1, 3, 2]],
    ['an indicator', { indicators: ['none'] }, 'rank', [1, 0, 1, 3, 2]],
    ['a stage', { values: ['started'] }, 'venture', [1, 1, 1, 3, 1]],
    ['a subject', { values: ['plan'] }, 'claim', [1, 1, 0, 3, 2]],
  ])('%s, which is asked of the tab in front alone', (_, filter, tab, counts) => {
    expect(Object.values(countsOf(find(filter, ROWS, tab)))).toEqual(counts)
  })
  it('leaves out other versions of a report until they are asked for', () => {
    const rows = ROWS.map((one) => ({ ...one, main: false }))
    expect(Object.values(countsOf(find({}, rows)))).toEqual([0, 0, 0, 0, 0])
    expect(Object.values(countsOf(find({ mainOnly: false }, rows)))).toEqual([1, 1, 1, 3, 2])
    expect(isFiltering({ ...NO_FILTER, mainOnly: false })).toBe(false)
  })
  it('takes no notice of the case of Latin letters', () => {
    expect(textTest('gdp')('高于GDP增速')).toBe(true)
  })
})

describe('lists', () => {
  it('have their items below them in their order, also where the user has changed the heading', () => {
    const changed = ROWS.map((one) =>
      one.content.type === 'list' ? { ...one, content: { ...one.content, heading: '民生实事' } } : one,
    )
    const [list] = find({}, [...changed].reverse()).checklist
    expect(list?.row.content.type).toBe('list')
    expect(list?.items.map(({ content }) => (content.type === 'list_item' ? content.ordinal : 0))).toEqual([1, 2])
  })
  it('leave items that name no list on their own', () => {
    const loose = row(listItem(MATTERS, '（二）改造老旧小区。', { parent: 'list:9:没有' }))
    expect(find({}, [loose]).checklist).toMatchObject([{ row: loose, items: [] }])
  })
  it('fold, and stand for their items then', () => {
    const { checklist } = find()
    const key = checklist[0]?.key ?? ''
    expect(linesOf(checklist, null, new Set())).toHaveLength(3)
    const folded = linesOf(checklist, null, new Set([key]))
    expect(folded).toHaveLength(1)
    expect(rowsOfLine(folded[0])).toHaveLength(3)
    expect(rowsOfLine(linesOf(checklist, null, new Set())[0])).toHaveLength(1)
  })
})

describe('groups', () => {
  const entries = find({}, [
    ...ROWS,
    ...ROWS.map((one) => ({ ...one, report: 'two', reportYear: 2025, status: 'accepted' as const })),
  ])
  const NO_SETS = new SameSets([])

  it('by year begin with the latest, and tell how many are open', () => {
    const groups = grouped(entries.venture, 'year', NO_SETS)
    expect(groups.map(({ value, count, open }) => [value, count, open])).toEqual([
      ['2025', 2, 0],
      ['2024', 2, 2],
    ])
    const lines = linesOf(entries.venture, groups, new Set([groupKey('2025')]))
    expect(lines.map(({ type }) => type)).toEqual(['group', 'group', 'row', 'row'])
    expect(rowsOfLine(lines[0])).toHaveLength(2)
    expect(allRows(entries.venture, groups)).toHaveLength(4)
  })
  it('by indicator take what is written where there is no indicator that we know', () => {
    expect(grouped(entries.relative_target, 'indicator', NO_SETS).map(({ value }) => value)).toEqual(['居民收入'])
  })
  it('of one venture go by its reports, those of one report come last', () => {
    const ref = (report: string) => ({ report, key: ROWS.find(({ content }) => content.type === 'venture')?.key ?? '' })
    const link = { id: '', a: ref('two'), b: ref('one'), author: '', updatedAt: '' }
    const groups = grouped(entries.venture, 'name', new SameSets([{ ...link, verdict: 'same' }]))
    expect(groups.map(({ count }) => count)).toEqual([2, 2])
    expect(groups[0]?.entries.map(({ row: { reportYear } }) => reportYear)).toEqual([2024, 2025])
    expect(grouped(entries.venture, 'name', new SameSets([{ ...link, verdict: 'different' }]))).toHaveLength(1)
  })
})

it('joins ventures that are linked through others', () => {
  const ref = (report: string) => ({ report, key: 'k' })
  const link = (a: string, b: string) => ({
    ...{ id: '', a: ref(a), b: ref(b), verdict: 'same' as const, author: '', updatedAt: '' },
  })
  const sets = new SameSets([link('1', '2'), link('3', '4'), link('4', '2')])
  expect(sets.of('1 k')).toBe(sets.of('3 k'))
  expect([...sets.members(sets.of('1 k') ?? '')].sort()).toEqual(['1 k', '2 k', '3 k', '4 k'])
  expect(sets.of('5 k')).toBeNull()
})

it('tells the stages of a venture by year, each once', () => {
  const at = (reportYear: number, stage: 'planned' | 'started' | 'completed' | '', year = '') =>
    row(venture(MATTERS, '唐寺门立交', { stage, year }), { reportYear })
  expect(
    stepsOf([
      at(2024, 'completed'),
      at(2022, 'planned'),
      at(2023, 'started', '2023-2025'),
      at(2024, 'started'),
      at(2021, ''),
    ]),
  ).toEqual([
    { stage: 'planned', year: '2022' },
    { stage: 'started', year: '2023' },
    { stage: 'completed', year: '2024' },
    { stage: 'started', year: '2024' },
  ])
})
