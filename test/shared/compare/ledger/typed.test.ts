import { expect, it } from 'vitest'
import { readTyped } from '../../../../shared/compare/ledger/typed'

it.each([
  ['4.3%', { value: 4.3, unit: '%', comparator: 'eq', kind: 'ratio' }],
  ['增长4.3%', { value: 4.3, unit: '%', kind: 'growth' }],
  ['下降0.4%', { value: -0.4, unit: '%', kind: 'growth' }],
  ['-0.4%', { value: -0.4, unit: '%' }],
  [' − 0.4 %', { value: -0.4, unit: '%' }],
  ['5200人', { value: 5200, high: null, unit: '人', kind: 'level' }],
  ['1.25万人次', { value: 1.25, unit: '万人次' }],
  ['5,200人', { value: 5200 }],
  ['超过40亿元', { value: 40, unit: '亿元', comparator: 'ge' }],
  ['40亿元以上', { value: 40, comparator: 'ge' }],
  ['约3万户', { value: 3, unit: '万户', comparator: 'approx' }],
  ['300—320亿元', { value: 300, high: 320, unit: '亿元', comparator: 'range' }],
  ['0.5个百分点', { value: 0.5, kind: 'points' }],
] as const)('reads %s as it is written', (text, figure) => {
  expect(readTyped(text, '')).toMatchObject(figure)
})

it.each(['', '没有', '3万户、4万户', '40'])('reads nothing in “%s”', (text) => {
  expect(readTyped(text, '')).toBeNull()
})
