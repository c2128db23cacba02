import { describe, expect, it } from 'vitest'
import type { DocumentTable } from '#shared/exchange/document/document'
import { notesSheet, tableSheet } from '#shared/exchange/document/table-sheet'

const TABLE: DocumentTable = {
  type: 'table',
  caption: '主要指标',
  unit: '',
  columns: [
    { width: 2, align: 'left' },
    { width: 1, align: 'right' },
    { width: 1, align: 'right' },
    { width: 1, align: 'right' },
  ],
  head: [
    [
      { text: '指标', rows: 2 },
      { text: '瀍河', span: 2 },
      { text: '单位', rows: 2 },
    ],
    [{ text: '目标' }, { text: '完成' }],
  ],
  rows: [
    [
      { text: '地区生产总值' },
      { text: '≥8.0', number: { value: 8, decimals: 1, before: '≥', after: '' } },
      { text: '—' },
      { text: '1/2', number: { value: 1, decimals: 0, before: '', after: '/2' } },
    ],
  ],
  notes: ['预计数。'],
  sources: '资料来源：某报告。',
}

describe('a table as a sheet', () => {
  it('has one heading a column, of all that stands above it', () => {
    expect(tableSheet(TABLE, '表').columns.map(({ header }) => header)).toEqual([
      '指标',
      '瀍河 目标',
      '瀍河 完成',
      '单位',
    ])
  })

  it('has numbers as numbers that look as on paper, and nothing where nothing is known', () => {
    expect(tableSheet(TABLE, '表').rows).toEqual([
      ['地区生产总值', { value: 8, format: '"≥"#,##0.0' }, null, { value: 1, format: '#,##0"/2"' }],
    ])
  })

  it('keeps the digits of a number that has no decimals set, and no quotation mark in a format', () => {
    const number = { value: 51.125, decimals: null, before: '', after: '亿"元' }
    expect(tableSheet({ ...TABLE, rows: [[{ text: 'x', number }]] }, '表').rows[0]).toEqual([
      { value: 51.125, format: '#,##0.000"亿元"' },
    ])
  })

  it('has its notes and sources beside it', () => {
    expect(notesSheet(TABLE, '说明', '主要指标').rows).toEqual([['1. 预计数。'], ['资料来源：某报告。']])
  })
})
