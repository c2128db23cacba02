import { describe, expect, test } from 'vitest'
import type { ExtractedStatement } from '#shared/model/statement'
import { plan, review } from './read'

type Field = 'period' | 'wording' | 'due' | 'base' | 'basis' | 'rank' | 'binding' | 'list'

const values = (statements: readonly ExtractedStatement[], field: Field): string =>
  statements.map((s) => s[field] || '–').join(' ')

describe('words of a review', () => {
  test.each<[field: Field, sentence: string, expected: string]>([
    ['period', '1—11月，税收增长5%，投资增长6%；全年粮食产量5万吨。', '1—11月 1—11月 –'],
    ['period', '截至11月底，已建成公园5个。', '截至11月底'],
    ['period', '前三季度税收5亿元，全年投资6亿元。', '前三季度 –'],
    ['period', '五年来，新建学校5所，投资6亿元。', '五年来 五年来'],
    ['period', '税收年均增长5%、投资增长6%，粮食产量7万吨。', '年均 年均 –'],
    ['wording', '预计全市生产总值增长5%，税收增长6%，投资增长7%。', '预计 预计 预计'],
    ['wording', '初步核算，生产总值50亿元。', '初步核算'],
    ['wording', '完成年度计划的104%。', '–'],
    ['base', '安全事故起数、死亡人数同比分别下降5%和6%。', '同比 同比'],
    ['base', '税收5亿元，比上年增长6%，投资7亿元。', '– 比上年 –'],
    ['base', '税收增长5%，高于全省平均水平2个百分点。', '– 高于全省平均水平'],
    ['base', '税收占年度目标的95%，投资占生产总值的5%。', '占年度目标 –'],
    ['basis', '按可比价计算，生产总值增长5%。', '可比价'],
    ['basis', '税收完成5亿元，扣除留抵退税因素后增长6%。', '– 扣除留抵退税因素后'],
    ['basis', '一般公共预算收入增长5%（同口径），投资增长6%。', '同口径 –'],
    ['rank', '税收5亿元，增长6%，增速居全省第2位。', '– 增速居全省第2位'],
    ['rank', '税收增长5%，旅游人数居全省第一。', '–'],
  ])('%s: %s', (field, sentence, expected) => {
    const got = values(review(sentence), field)
    for (const [i, word] of expected.split(' ').entries()) {
      const found = got.split(' ')[i] ?? ''
      expect(word === '–' ? found === '–' : found.includes(word), got).toBe(true)
    }
  })
})

describe('words of a plan', () => {
  test.each<[field: Field, sentence: string, expected: string]>([
    ['wording', '力争税收增长5%、投资增长6%。', '力争 力争'],
    ['wording', '确保15所学校建成投用，新增学位500个。', '确保 –'],
    ['wording', '争取上级资金5亿元。', '–'],
    ['due', '年内开工项目50个，完成投资6亿元；新建公园7个。', '年内 年内 –'],
    ['due', '6月底前建成公园5个。', '6月底前'],
    ['due', '到2025年，税收达到5亿元。', '到2025年'],
    ['binding', '单位能耗下降5%（约束性），税收增长6%。', 'binding –'],
  ])('%s: %s', (field, sentence, expected) => expect(values(plan(sentence), field)).toBe(expected))
})

test('what a 其中 is part of, and what goes on with the part', () => {
  const found = review('实际利用外资取得突破，达到12亿美元，其中外商直接投资8亿美元，增长3%，税收5亿元。')
  expect(found.map((s) => s.part_of)).toEqual(['', '实际利用外资', '实际利用外资', ''])
})

test('a rank that sums up is of each, another of its indicator’s amount and rate', () => {
  const ranks = (text: string): string[] => review(text).map((s) => s.rank)
  expect(ranks('税收增长9%，投资增长8%，增幅均居全省第一。')).toEqual(['增幅均居全省第一', '增幅均居全省第一'])
  expect(ranks('出口5亿美元、增长6%，总量居全省第3位。')).toEqual(['总量居全省第3位', '总量居全省第3位'])
  expect(ranks('税收5亿元、增长6%，增速居全省第3位。')).toEqual(['', '增速居全省第3位'])
})
