import { expect, test } from 'vitest'
import type { StatementKind } from '#shared/model/statement'
import type { Zone } from '#shared/statements/outlook'
import { whenOf } from '#shared/statements/when'

const REVIEW: Zone = { start: 0, end: 1, role: 'actual', year: '2022', list: '', expected: false }
const FIVE: Zone = { ...REVIEW, year: '2018-2022' }
const PLAN: Zone = { ...REVIEW, role: 'target', year: '2023' }

test.each<[zone: Zone, sentence: string, gap: string, kind: StatementKind, expected: string]>([
  [REVIEW, '税收', '税收', 'level', 'actual 2022'],
  [REVIEW, '税收由2016年的', '税收由2016年的', 'level', 'actual 2016'],
  [REVIEW, '企业由上年的', '企业由上年的', 'level', 'actual 2021'],
  [REVIEW, '企业从前年的', '企业从前年的', 'level', 'actual 2020'],
  [REVIEW, '比2020年增长', '比2020年增长', 'growth', 'actual 2022'],
  [REVIEW, '“十四五”以来年均增长', '“十四五”以来年均增长', 'growth', 'actual 2021-2022'],
  [REVIEW, '税收年均增长', '税收年均增长', 'growth', 'actual 2018-2022'],
  [REVIEW, '今年计划投资', '今年计划投资', 'level', 'target 2023'],
  [FIVE, '累计建成', '累计建成', 'level', 'actual 2018-2022'],
  [FIVE, '城镇化率提高到', '城镇化率提高到', 'ratio', 'actual 2022'],
  [FIVE, '企业由上年的', '企业由上年的', 'level', 'actual 2017'],
  [PLAN, '到2025年，城镇化率达到', '城镇化率达到', 'ratio', 'target 2025'],
  [PLAN, '2019年建成', '2019年建成', 'level', 'target 2023'],
  [PLAN, '今后五年，新增', '新增', 'level', 'target 2023-2027'],
  [PLAN, '年均增长', '年均增长', 'growth', 'target 2023-2027'],
  [PLAN, '去年建成', '去年建成', 'level', 'actual 2022'],
])('%o %s', (zone, sentence, gap, kind, expected) => {
  const when = whenOf({ zone, paragraph: sentence, sentence, gap, kind, indicator: '', reportYear: 2023 })
  expect(`${when.role} ${when.year}`).toBe(expected)
})
