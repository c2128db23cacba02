import { expect, it } from 'vitest'
import { phrasesTable, phrasesWorkbook } from '#shared/exchange/phrases-table'
import { newId } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { type ReportUse, wordingUse } from '#shared/search/tracking/use'
import { termSpans } from '../search/tracking/term-spans'
import { readWorkbook } from './read-workbook'

const CITY: PlaceRef = { code: '410300', name: '洛阳市', short: '洛阳', level: 'city', parent: '410000' }
const EAST: PlaceRef = { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' }
const report = (place: PlaceRef, year: number, hits: number, kind: ReportKind = 'full'): ReportUse => ({
  ...{
    report: `${place.code}${year}`,
    source: 's',
    place,
    year,
    kind,
    characters: 5000,
    span: { start: 0, end: 5000 },
  },
  at: termSpans([Array.from({ length: hits }, (_, n) => ({ start: n * 10, end: n * 10 + 3 }))]),
})
const use = wordingUse([
  report(CITY, 2020, 0),
  report(CITY, 2021, 2),
  report(CITY, 2023, 0),
  report(EAST, 2021, 0, 'digest'),
  report(EAST, 2023, 1),
])
const terms = [{ id: newId(), name: '放管服', variants: [] }]

it('tells in a cell a number, a digest’s silence and a missing report apart', () => {
  const lines = new TextDecoder()
    .decode(phrasesTable({ terms, use, measure: 'hits' }, 'zh-CN'))
    .trim()
    .split('\r\n')
  expect(lines).toEqual([
    '提法,地区,区划代码,2020,2021,2022,2023,2020依据,2021依据,2022依据,2023依据',
    '放管服,洛阳市,410300,0,2,无报告,0,全文,全文,,全文',
    '放管服,瀍河回族区,410304,无报告,?,无报告,1,,摘要或残本,,全文',
  ])
  const rates = new TextDecoder().decode(phrasesTable({ terms, use, measure: 'rate' }, 'en'))
  expect(rates).toContain('放管服,洛阳市,410300,0,4,no report,0,full report,full report,,full report')
})

it('tells what a number of a digest is by, beside the bare number', async () => {
  const digests = wordingUse([report(CITY, 2021, 2, 'digest'), report(EAST, 2021, 2)])
  const table = { terms, use: digests, measure: 'hits' } as const
  const lines = new TextDecoder().decode(phrasesTable(table, 'zh-CN')).trim().split('\r\n')
  expect(lines.slice(1)).toEqual(['放管服,洛阳市,410300,2,摘要或残本', '放管服,瀍河回族区,410304,2,全文'])
  const { sheets } = readWorkbook(await phrasesWorkbook(table, 'zh-CN'))
  expect([...(sheets[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(
    expect.arrayContaining(['2021依据', '摘要或残本', '全文']),
  )
})

it('writes spread, first and last uses and the upper level into a workbook', async () => {
  const { sheets } = readWorkbook(await phrasesWorkbook({ terms, use, measure: 'hits' }, 'zh-CN'))
  expect(sheets.map(({ name }) => name)).toEqual(['地区与年份', '扩散', '首末次与上级'])
  const texts = (at: number) => [...(sheets[at]?.cells.values() ?? [])].map(({ text, number }) => text ?? number)
  expect(texts(1)).toEqual(expect.arrayContaining(['有全文的地区', '仅摘要使用']))
  // The city: silent in 2020, first and last in 2021, silent from 2023; the county two years later at most.
  expect(texts(2).join(' ')).toContain('洛阳市 410300 2021 2020 2021 2023')
  expect(texts(2).join(' ')).toContain('瀍河回族区 410304 2023 2023 410300 2021 2 或更早')
})
