import { describe, expect, it } from 'vitest'
import type { TableContext } from '#shared/exchange/comparison-tables'
import { deskMatrices, fullestYear } from '#shared/exchange/document/desk-matrices'
import { type DeskInput, deskTable } from '#shared/exchange/document/desk-table'
import type { DeskRow, DeskTemplate } from '#shared/model/desk-template'
import { cell, comparison, PLACES, record } from '../../compare/build'

const context: TableContext = {
  language: 'zh-CN',
  indicatorName: (id) => (id === 'gdp' ? '地区生产总值' : id),
  groupName: (group) => group,
  linkOf: () => '',
  fileOf: () => '文件.txt',
  sentenceOf: () => '',
  pageOf: () => '',
}

const row = (fields: Partial<DeskRow> = {}): DeskRow => ({
  indicator: 'gdp',
  kind: 'level',
  label: '',
  unit: '',
  decimals: null,
  ...fields,
})

const template = (fields: Partial<DeskTemplate> = {}): DeskTemplate => ({
  id: '22222222-2222-4222-8222-222222222222',
  name: '主要指标',
  rows: [row()],
  role: 'actual',
  rank: false,
  above: true,
  notes: true,
  size: 'A4',
  landscape: false,
  ...fields,
})

const level = { kind: 'level', unit: '亿元' } as const
const records = [
  record({
    place: PLACES.chanhe,
    cells: [
      cell({ ...level, value: 160 }),
      cell({ ...level, value: 170, role: 'target', comparator: 'ge', start: 900 }),
    ],
  }),
  record({
    place: PLACES.xigong,
    kind: 'digest',
    cells: [cell({ ...level, value: 4_000_000, unit: '万元', wording: '预计' })],
  }),
  record({ place: PLACES.luoyang, cells: [cell({ ...level, value: 5675.2 })] }),
]

const input = (fields: Partial<DeskTemplate> = {}): DeskInput => {
  const made = template(fields)
  return {
    matrices: deskMatrices(records, {
      template: made,
      places: [PLACES.chanhe.code, PLACES.xigong.code, PLACES.luoyang.code],
      years: ['2022'],
      comparison: comparison(),
    }),
    template: made,
    places: [PLACES.chanhe.code, PLACES.xigong.code],
    above: made.above ? [PLACES.luoyang.code] : [],
    directionOf: () => 'up',
    context,
  }
}

const texts = (cells: readonly { text: string }[] | undefined) => cells?.map(({ text }) => text)

describe('对比表', () => {
  it('has its rows in one unit, places beside each other and beside the city', () => {
    const table = deskTable(input())
    expect(table.head.map(texts)).toEqual([['指标', '单位', '瀍河回族区', '西工区', '洛阳市']])
    expect(texts(table.rows[0])).toEqual(['地区生产总值', '亿元', '160', '400', '5675.2'])
    expect(table.columns).toHaveLength(5)
  })

  it('shows a number in the unit and with the decimals of its row', () => {
    const table = deskTable(input({ rows: [row({ label: 'GDP', unit: '万元', decimals: 1 })] }))
    expect(texts(table.rows[0])).toEqual(['GDP', '万元', '1600000.0', '4000000.0', '56752000.0'])
  })

  it('keeps a number in another unit as it is, and says so', () => {
    const table = deskTable(input({ rows: [row({ unit: '美元' })] }))
    expect(texts(table.rows[0])?.[2]).toBe('160')
    expect(table.notes.join('')).toContain('单位为亿元')
  })

  it('sets targets beside results with their comparator, and ranks the places', () => {
    const table = deskTable(input({ role: 'both', rank: true }))
    expect(table.head.map(texts)).toEqual([
      ['指标', '单位', '瀍河回族区', '西工区', '洛阳市'],
      ['目标', '完成', '位次', '目标', '完成', '位次', '目标', '完成'],
    ])
    expect(texts(table.rows[0])).toEqual([
      '地区生产总值',
      '亿元',
      '≥170',
      '160',
      '2/2',
      '—',
      '400',
      '1/2',
      '—',
      '5675.2',
    ])
    expect(table.head[0]?.map(({ span }) => span ?? 1)).toEqual([1, 1, 3, 3, 2])
    expect(table.notes.some((note) => note.includes('不是零'))).toBe(true)
    expect(table.notes.some((note) => note.includes('2个地区之间'))).toBe(true)
  })

  it('turns the rank where less is better', () => {
    const table = deskTable({ ...input({ rank: true }), directionOf: () => 'down' })
    expect(texts(table.rows[0])?.[3]).toBe('1/2')
  })

  it('notes an estimate at its number, once for all, and names its sources', () => {
    const table = deskTable(input())
    const estimate = table.rows[0]?.[3]?.notes
    expect(estimate).toHaveLength(1)
    expect(table.notes[(estimate?.[0] ?? 0) - 1]).toContain('预计')
    expect(table.sources).toContain('瀍河回族区2023年政府工作报告')
    expect(table.sources).toContain('西工区2023年政府工作报告（摘要）')
    expect(deskTable(input({ notes: false })).notes).toEqual([])
  })

  it('has rows of each kind, each in its own unit, and says which is a rate of growth', () => {
    const table = deskTable(input({ rows: [row(), row({ kind: 'growth' }), row({ kind: 'ratio' })] }))
    expect(table.rows.map((cells) => texts(cells)?.slice(0, 3))).toEqual([
      ['地区生产总值', '亿元', '160'],
      ['地区生产总值增速', '%', '—'],
      ['地区生产总值', '%', '—'],
    ])
  })

  it('keeps its numbers for a sheet', () => {
    const table = deskTable(input({ role: 'both', rank: true, rows: [row({ decimals: 1 })] }))
    expect(table.rows[0]?.[2]).toMatchObject({
      text: '≥170.0',
      number: { value: 170, decimals: 1, before: '≥', after: '' },
    })
    expect(table.rows[0]?.[4]?.number).toEqual({ value: 2, decimals: 0, before: '', after: '/2' })
  })
})

describe('the year of a table', () => {
  const wish = { template: template(), places: [PLACES.chanhe.code], comparison: comparison() }
  const ofYears = (years: readonly string[]) => fullestYear(deskMatrices(records, { ...wish, years }), years)

  it('is the one that says most, of equals the latest', () => {
    expect(ofYears(['2021', '2022', '2023'])).toBe('2022')
    const twice = [
      ...records,
      record({
        report: '33333333-3333-4333-8333-333333333333',
        place: PLACES.chanhe,
        cells: [cell({ ...level, year: '2021', value: 150 })],
      }),
    ]
    expect(fullestYear(deskMatrices(twice, { ...wish, years: ['2021', '2022'] }), ['2022', '2021'])).toBe('2022')
  })

  it('is none where nothing is said', () => expect(ofYears(['2019'])).toBe(''))
})
