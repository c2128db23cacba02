import { beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '#shared/compare/ledger/ledger-types'
import { verdictKey } from '#shared/compare/ledger/wording'
import { gapText, sourceText } from '../../../../renderer/features/ledger/format'
import {
  bestYear,
  choicesOf,
  firstChoice,
  type LedgerFilter,
  NO_FILTER,
  placeChoices,
  positionOf,
  type RowLine,
  shownLines,
} from '../../../../renderer/features/ledger/lines'
import { byShare, scoreTable } from '../../../../renderer/features/ledger/scores'
import { moved } from '../../../../renderer/features/ledger/settings-dialog'
import { FINEST, FIRST, readShown } from '../../../../renderer/features/ledger/state'
import { scoreLedger } from '../../../../shared/compare/ledger/score'
import { seedMaterials } from '../../../shared/compare/audit/materials'
import { report, type Told } from '../../../shared/compare/ledger/build'
import { ledgerOf } from '../../../shared/compare/ledger/rules'

let ledger: Ledger
beforeAll(async () => {
  const seeds = await seedMaterials()
  ledger = ledgerOf([seeds['000'], seeds['001']], { years: [2022], untargeted: true })
})

const lines = (filter: Partial<LedgerFilter> = {}, rest: Partial<Parameters<typeof shownLines>[2]> = {}) =>
  shownLines(
    ledger.rows,
    ledger.untargeted,
    { filter: { ...NO_FILTER, ...filter }, order: 'report', group: 'list', folded: new Set(), ...rest },
    ({ target }) => target.phrase,
  )
const rowsIn = (all: ReturnType<typeof lines>) => all.filter((line): line is RowLine => line.type === 'row')

describe('the lines of the ledger', () => {
  it('stand in their lists, in the order of the report', () => {
    const groups = lines().flatMap((line) => (line.type === 'group' ? [line.value] : []))
    expect(groups).toEqual(['headline', 'priority', 'livelihood', 'venture'])
    expect(rowsIn(lines())[0]?.row.target.phrase).toBe('地区生产总值')
    expect(rowsIn(lines())).toHaveLength(ledger.rows.length)
  })

  it('fold, filter and sort', () => {
    expect(rowsIn(lines({}, { folded: new Set(['list:headline']) }))).toHaveLength(ledger.rows.length - 8)
    expect(rowsIn(lines({ verdicts: ['missed'] })).map(({ row }) => row.target.indicator)).toEqual([
      'gdp',
      'industrial_value_added',
      'fixed_asset_investment',
    ])
    expect(rowsIn(lines({ text: '公厕' })).length).toBeGreaterThan(0)
    expect(rowsIn(lines({ text: '公厕 没有' }))).toEqual([])
    expect(rowsIn(lines({ scored: true }))).toEqual([])
    expect(rowsIn(lines({ wordings: ['确保'] })).every(({ row }) => row.target.wording === '确保')).toBe(true)
    const [worst] = rowsIn(lines({}, { order: 'gap', group: 'none' }))
    expect(worst?.row.target.indicator).toBe('fixed_asset_investment')
  })

  it('show results without a target on request only', () => {
    expect(lines().some(({ type }) => type === 'result')).toBe(false)
    expect(lines({ untargeted: true }).filter(({ type }) => type === 'result').length).toBe(ledger.untargeted.length)
  })

  it('set parts and further targets of an indicator in below what stands for them', () => {
    const parts = new Set(ledger.rows.flatMap((row) => row.parts))
    for (const { row, depth } of rowsIn(lines())) expect(depth).toBe(parts.has(row.id) || !row.headline ? 1 : 0)
  })

  it('keep the keyboard where it was, or on what stands in its place', () => {
    const all = lines()
    expect(positionOf(all, null, 0)).toBe(1)
    expect(positionOf(all, all[4]?.key ?? '', 0)).toBe(4)
    expect(positionOf(all, 'gone', 7)).toBe(7)
    expect(positionOf([], 'gone', 7)).toBe(-1)
  })

  it('are counted by verdict', () => {
    const { verdicts, lists } = choicesOf(ledger.rows)
    expect(verdicts.get('missed')).toBe(3)
    expect(lists[0]).toEqual({ value: 'headline', count: 8 })
  })
})

describe('where one begins', () => {
  const place = (code: string, year: number, main = true) => ({
    place: { code, name: code, short: code },
    year,
    main,
  })
  it('is the latest year that a report answers for', () => {
    expect(bestYear([2024, 2022, 2021])).toBe(2021)
    expect(bestYear([2024, 2022])).toBe(2024)
    expect(bestYear([])).toBeNull()
    const places = placeChoices([place('a', 2024), place('b', 2021), place('b', 2022), place('c', 2023, false)])
    expect(places.map(({ code }) => code)).toEqual(['a', 'b'])
    expect(firstChoice(places)).toEqual({ place: 'b', year: 2021 })
  })

  it('is read from what was kept, whatever it holds', () => {
    expect(readShown('no json')).toEqual(FIRST)
    expect(readShown('{"order":"no","beside":["a",1],"year":2022}')).toEqual({ ...FIRST, beside: ['a'], year: 2022 })
  })
})

describe('words of a row', () => {
  const of = (phrase: string) => {
    const row = ledger.rows.find(({ target }) => target.phrase === phrase)
    if (!row) throw new Error(phrase)
    return row
  }
  it('say gap, verdict and source', () => {
    expect(gapText(of('地区生产总值').gap, 'zh-CN')).toBe('−3.7个百分点')
    expect(gapText(of('省市重点项目完成投资').gap, 'zh-CN')).toBe('+11.1亿元 (+27.75%)')
    expect(gapText(null, 'en')).toBe('')
    expect(verdictKey(of('新增就业'))).toBe('ledger.verdict.covered')
    expect(verdictKey(of('省市重点项目完成投资'))).toBe('ledger.verdict.exceeded')
    const { result } = of('地区生产总值')
    expect(result && sourceText(result, (key, params) => `${key} ${params?.year}`)).toBe('ledgerView.reportOfKind 2023')
  })
})

describe('scores as a table', () => {
  const told = (value: number, role: 'target' | 'actual', rest: Told = {}): Told => ({
    canonical: 'gdp',
    indicator: '地区生产总值',
    kind: 'growth',
    unit: '%',
    year: '2021',
    value,
    role,
    ...rest,
  })
  it('keep lists apart, tell what is left out, and order places by share', () => {
    const { rows } = ledgerOf([
      report(2021, [told(8, 'target', { list: 'headline' })]),
      report(2022, [told(7, 'actual')]),
    ])
    const scores = scoreLedger([...rows, ...ledger.rows], FINEST)
    const table = scoreTable(scores, 'year', true)
    expect(table.lists[0]).toBe('headline')
    expect(table.rows.map(({ value }) => value)).toEqual(['2021', '2022'])
    expect(table.rows[0]?.cells[0]).toMatchObject({ decided: 1, share: 0 })
    expect(table.rows[1]?.cells[0]).toMatchObject({ decided: 0, share: null, leftOut: 8 })
    const summed = scoreTable(scores, 'wording', false)
    expect(summed.rows.every(({ place }) => place === null)).toBe(true)
    expect(byShare(scoreTable(scores, 'place', true), 0).rows).toHaveLength(1)
  })
})

it('moves a genre in the order of precedence', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c'])
})
