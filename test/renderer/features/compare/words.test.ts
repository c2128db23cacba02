// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { BUILT_IN } from '#shared/statements/dictionary'
import { fileName } from '../../../../renderer/features/compare/exports'
import { makeWords } from '../../../../renderer/features/compare/words'
import { buildMatrix } from '../../../../shared/compare/matrix'
import { cell, comparison, PLACES, record } from '../../../shared/compare/build'

const words = makeWords('zh-CN', (key, params) => translate('zh-CN', key, params ?? {}), BUILT_IN)
const only = (fields: Parameters<typeof cell>[0]) => {
  const found = buildMatrix([record({ cells: [cell(fields)] })], comparison()).rows[0]?.cells[0]
  if (!found) throw new Error('no cell')
  return found
}

it('says of an indicator of the user’s own that it was removed, and a phrase as it is', () => {
  expect(words.indicator('u_7f3a_22')).toBe('已删除的指标')
  expect(words.indicator('充电桩')).toBe('充电桩')
})

describe('value', () => {
  it.each([
    [{ value: 8, comparator: 'ge' }, '≥8'],
    [{ value: 8, comparator: 'le' }, '≤8'],
    [{ value: 8, comparator: 'approx' }, '约8'],
    [{ value: 3, high: 5, comparator: 'range' }, '3–5'],
    [{ value: 5.3, wording: '预计', period: '前三季度' }, '5.3预*'],
    [{ value: -2.5 }, '-2.5'],
    [{ value: 0 }, '0'],
  ] as const)('prints %j as %s', (fields, text) => expect(words.value(only(fields))).toBe(text))
})

describe('describe', () => {
  it('tells all about a number', () => {
    expect(words.describe(only({ period: '前三季度', wording: '力争', basis: '可比价' }), PLACES.chanhe)).toEqual([
      '瀍河回族区 · 2022 · 地区生产总值 · 完成情况',
      '原文：8%',
      '时段：前三季度',
      '措辞力度：力争',
      '口径：可比价',
      '2023年报告（全文）',
    ])
  })
})

describe('fileName', () => {
  it.each([
    ['a/b\\c:d', 'a b c d.csv'],
    ['', 'comparison.csv'],
    ['字'.repeat(200), `${'字'.repeat(80)}.csv`],
  ])('of %j is %s', (name, file) => expect(fileName(name, 'csv')).toBe(file))
})
