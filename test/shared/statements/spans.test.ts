import { describe, expect, test } from 'vitest'
import { extractStatements } from '#shared/statements/extract'
import { inputOf } from './read'

/** Role and year of every number of a report of 2023 (read.ts) with these lines. */
const years = (text: string): string =>
  extractStatements(inputOf(text))
    .map((s) => `${s.role[0]}${s.year}`)
    .join(' ')

describe('a review of several years', () => {
  test.each([
    ['新建学校5所，引进项目60个。', 'a2018-2022 a2018-2022'],
    ['城镇化率达到65%，生产总值达到700亿元。', 'a2022 a2022'],
    ['去年，引进项目50个。拆除锅炉房60座。', 'a2022 a2022'],
    ['目前，全市有5万人参保，新建学校6所。', 'a2022 a2022'],
    ['两年来，投入5亿元，完成改造60户，现已完成7户。', 'a2021-2022 a2021-2022 a2021-2022'],
    ['2020年建成公园5个。新建学校6所。', 'a2020 a2018-2022'],
    ['从2017年到2022年，生产总值从200亿元增加到350亿元，年均增长13%。', 'a2017 a2022 a2018-2022'],
    ['税收由2017年的20亿元增加到30亿元，增长0.5倍。', 'a2017 a2022 a2022'],
    ['累计完成投资500亿元。', 'a2018-2022'],
    ['2022年税收达到41亿元，五年平均增长12.6%。', 'a2022 a2018-2022'],
    ['全年接待游客300万人次，旅游收入20亿元。', 'a2022 a2022'],
    ['五年新增企业27家，实际利用外资达到30亿美元。全市高新技术企业65家。', 'a2018-2022 a2018-2022 a2022'],
    ['税收达到5亿元，是“十三五”末的1.6倍，是“十三五”的2倍。', 'a2022 a2022 a2018-2022'],
    ['2022年与2017年相比，生产总值由200亿元提高到350亿元。', 'a2017 a2022'],
  ])('%s', (sentence, expected) => expect(years(`一、过去五年工作回顾\n${sentence}`)).toBe(expected))

  test('of as many years as its heading says', () => {
    expect(years('一、过去四年的工作回顾\n新建学校5所。')).toBe('a2019-2022')
    expect(years('一、过去五年工作回顾\n四年来，新建学校5所。')).toBe('a2019-2022')
  })
})

describe('a plan for several years', () => {
  test.each([
    ['生产总值突破5000亿元，城镇化率达到60%。', 't2027 t2027'],
    ['新建学校50所，累计投资600亿元，税收年均增长7%。', 't2023-2027 t2023-2027 t2023-2027'],
    ['到2025年，税收达到50亿元。', 't2025'],
  ])('%s', (sentence, expected) => expect(years(`一、今后五年奋斗目标\n${sentence}`)).toBe(expected))

  test('turns to the tasks of the year', () => {
    expect(years('一、今后五年奋斗目标\n新建学校50所。\n2023年主要预期目标是：税收增长6%。\n新建学校7所。')).toBe(
      't2023-2027 t2023 t2023',
    )
  })
})

describe('a review of one year', () => {
  test.each([
    ['三年来累计投资50亿元。', 'a2020-2022'],
    ['连续三年增长5%。', 'a2022'],
    ['公园已开工，将于今年建成5个。', 't2023'],
  ])('%s', (sentence, expected) => expect(years(`一、2022年工作回顾\n${sentence}`)).toBe(expected))
})

test('a result inside a plan', () => {
  expect(years('一、2023年工作安排\n土地出让金要在去年实现15亿元的基础上，达到20亿元。')).toBe('a2022 t2023')
})

test('a level of a five-year plan is one to be reached by its end', () => {
  expect(years('一、主要目标\n“十五五”时期，税收年均增长7%，城镇化率提高到58%。')).toBe('t2026-2030 t2030')
})
