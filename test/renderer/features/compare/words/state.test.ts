// @vitest-environment jsdom
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { latestOfEach } from '../../../../../renderer/features/compare/beside'
import { wantedReports } from '../../../../../renderer/features/compare/words/reports'
import { keepCursor, pick, readState, wordsStoreOf } from '../../../../../renderer/features/compare/words/state'
import type { ReportCells } from '../../../../../shared/model/cell'
import { newId } from '../../../../../shared/model/identity'
import { PLACES } from '../../../../shared/compare/build'

beforeEach(() => localStorage.clear())

describe('the state of word views', () => {
  it('comes back as it was left', () => {
    const store = wordsStoreOf('project', 'one')
    store.setState({ shape: 'chart', years: [2022], level: 0.001 })
    keepCursor(store, 'attention', 3, 4)
    pick(store, 'keyness', '文旅')
    const [[, kept]] = JSON.parse(localStorage.getItem('duibiao.compare.words.project') ?? '[]')
    expect(readState(kept)).toEqual(store.getState())
  })

  it('goes to the first line of another list', () => {
    const store = wordsStoreOf('project', 'two')
    pick(store, 'keyness', '文旅')
    store.setState({ line: 7 })
    pick(store, 'keyness', '文旅')
    expect(store.getState().line).toBe(7)
    pick(store, 'keyness', '工业')
    expect(store.getState().line).toBe(0)
  })

  it('is read from anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        const state = readState(kept)
        expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state)
      }),
    )
  })
})

const record = (place: keyof typeof PLACES, year: number, more: Partial<ReportCells> = {}): ReportCells => ({
  ...{ report: newId(), source: '', place: PLACES[place], year, kind: 'full', main: true, cells: [] },
  ...more,
})

describe('the reports of word views', () => {
  const records = [
    record('chanhe', 2024),
    record('chanhe', 2022),
    record('xigong', 2023),
    record('xigong', 2023, { main: false }),
    record('xigong', 2023, { kind: 'other' }),
    record('luoyang', 2023),
  ]
  const places = ['410303', '410304']
  const found = (years: string[], chosen: number[] = []) => wantedReports(records, { places, years }, chosen)

  it('are those that plan for a data year or tell its results, in the order of the places', () => {
    expect(found(['2022']).reports.map(({ place, year }) => [place.short, year])).toEqual([
      ['西工', 2023],
      ['瀍河', 2022],
    ])
    expect(found(['2022']).offered).toEqual([2022, 2023, 2024])
    expect(found(['2019-2023']).years).toEqual([2023, 2024])
  })

  it('are those of the years that were chosen, and all where neither helps', () => {
    expect(found(['2022'], [2024]).years).toEqual([2024])
    expect(found(['2022'], [1999]).years).toEqual([2022, 2023])
    expect(found(['1999']).years).toEqual([2022, 2023, 2024])
  })

  it('stand side by side by place, the latest of each first', () => {
    const { reports } = found(['1999'])
    const named = latestOfEach(reports).map((id) => reports.find(({ report }) => report === id))
    expect(named.map((one) => [one?.place.short, one?.year])).toEqual([
      ['西工', 2023],
      ['瀍河', 2024],
      ['瀍河', 2022],
    ])
    const many = Array.from({ length: 9 }, (_, at) => ({ report: `${at}`, place: PLACES.chanhe, year: 2010 + at }))
    expect(latestOfEach(many)).toEqual(['8', '7', '6', '5', '4', '3'])
  })
})
