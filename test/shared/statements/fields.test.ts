import { expect, test } from 'vitest'
import { bindingOf, comparatorOf, kindOf, measureOf, signOf, wordsOf } from '#shared/statements/fields'
import { scanQuantities } from '#shared/statements/scan'

/** Comparator, kind and sign of the last number of a clause. */
function read(clause: string): string {
  const quantity = scanQuantities(clause).at(-1)
  if (!quantity) throw new Error(`no number in ${clause}`)
  const before = clause.slice(0, quantity.start)
  const kind = kindOf(quantity, before, '')
  return [comparatorOf(quantity, before, clause.slice(quantity.end)), kind, signOf(kind, before)].join(' ')
}

test.each([
  ['税收增长8%', 'eq growth 1'],
  ['税收下降8%左右', 'approx growth -1'],
  ['降幅收窄到8%', 'eq growth -1'],
  ['覆盖率提高到8%以上', 'ge ratio 1'],
  ['覆盖率不低于8%', 'ge ratio 1'],
  ['失业率低于5%', 'le ratio 1'],
  ['失业率控制在5%以内', 'le ratio 1'],
  ['占税收的5%', 'eq ratio 1'],
  ['提高2个百分点', 'eq points 1'],
  ['下降2个百分点以上', 'ge points -1'],
  ['高于全市2个百分点', 'eq points 1'],
  ['新增近30家', 'approx level 1'],
  ['学校附近30家', 'eq level 1'],
  ['预约30人', 'eq level 1'],
  ['突破30亿元', 'ge level 1'],
  ['不到30亿元', 'le level 1'],
  ['30多亿元', 'ge level 1'],
  ['3—5家', 'range level 1'],
  ['收入翻1番', 'eq growth 1'],
])('%s', (clause, expected) => expect(read(clause)).toBe(expected))

test.each([
  ['截至11月底', '', '税收', 'period', '截至11月底'],
  ['完成', '前三季度，', '税收', 'period', '前三季度'],
  ['力争', '确保', '税收', 'wording', '力争'],
  ['6月底前建成', '', '公园', 'due', '6月底前'],
  ['完成区本级', '', '税收', 'basis', '区本级'],
  ['', '', '规模以上工业增加值', 'basis', '规模以上'],
  ['', '', '登记失业率', 'basis', '登记'],
  ['', '', '省重点项目', 'subset', '省重点'],
  ['重点', '', '公园', 'subset', ''],
] as const)('wordsOf %s|%s|%s %s', (gap, near, indicator, field, word) => {
  expect(wordsOf(gap, near, indicator)[field]).toBe(word)
})

test.each([
  ['项目总投资', '', 'planned_total'],
  ['企业', '净增', 'net'],
  ['公园', '累计建成', 'cumulative'],
  ['新增公园', '', 'added'],
  ['存款余额', '', 'stock'],
  ['项目', '签约', 'signed'],
  ['资金', '争取', 'sought'],
  ['投资', '完成', 'done'],
  ['公园', '', ''],
])('measureOf %s %s', (indicator, clause, measure) => {
  expect(measureOf(indicator, clause, 'level')).toBe(measure)
  expect(measureOf(indicator, clause, 'growth')).toBe('')
})

test.each([
  ['约束性指标', 'binding'],
  ['主要预期目标', 'expected'],
  ['预期', ''],
])('bindingOf %s', (sentence, binding) => expect(bindingOf(sentence)).toBe(binding))
