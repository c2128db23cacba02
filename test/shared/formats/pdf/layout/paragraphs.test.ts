import { describe, expect, it } from 'vitest'
import { goesOn, isCentred, unitWidth } from '#shared/formats/pdf/layout/paragraphs'
import type { Line } from '#shared/formats/pdf/layout/run'

const COLUMN = { left: 100, right: 400 }
const USUAL = { size: 10, leading: 1.6 }

function line(text: string, left: number, right: number, more: Partial<Line> = {}): Line {
  return {
    text,
    left,
    right,
    base: 100,
    size: 10,
    face: 'f',
    column: COLUMN,
    region: 0,
    page: 0,
    row: false,
    torn: false,
    ...more,
  }
}
const next = (text: string, left = 100, more: Partial<Line> = {}) =>
  line(text, left, left + 200, { base: 116, ...more })
const full = line('完成区本级生产总值', 100, 398)

describe('a line goes on in the next', () => {
  it.each([
    ['full and not set in', full, next('增长'), true],
    ['set in', full, next('增长', 120), false],
    ['short', line('增长。', 100, 200), next('全年'), false],
    ['a number did not fit', line('全市实现增加值', 100, 366), next('1234.56亿元'), true],
    ['an opening bracket did not fit alone', line('制定实施', 100, 384), next('《规划》'), true],
    ['a quoted word did not fit', line('建设拓', 100, 370), next('展“十四五”'), true],
    ['a quoted word after a full stop', line('建设。', 100, 370), next('展“十四五”'), false],
    ['another size', full, next('增长', 100, { size: 14 }), false],
    ['further down', full, next('增长', 100, { base: 126 }), false],
    ['a numbered item after a full stop', line('提高。', 100, 398), next('（二）增长'), false],
    ['a numeral inside a sentence', full, next('一、二产业'), true],
    ['on the next page, wherever it stands there', full, next('增长', 100, { base: 60, page: 1 }), true],
    ['a row of a table', full, next('甲\t乙', 100, { row: true }), false],
    ['set out', full, next('一是', 80), false],
  ])('%s', (_, before, after, joined) => {
    expect(goesOn(before, after, undefined, USUAL)).toBe(joined)
  })

  it('in a block that is set in as a whole', () => {
    const at = (base: number) => line('文', 120, 398, { base })
    expect(goesOn(at(100), at(116), at(132), USUAL)).toBe(true)
  })

  it('in a headline whose first line fills the column', () => {
    const large = { size: 20, base: 100 }
    const second = line('第四次会议上的报告', 160, 340, { ...large, base: 132 })
    expect(goesOn(line('在市第五届人民代表大会', 100, 396, large), second, undefined, USUAL)).toBe(true)
    const heading = line('一、工作回顾', 200, 300, { base: 116 })
    expect(goesOn(full, heading, undefined, USUAL)).toBe(false)
  })

  it('in a headline of two centred lines', () => {
    const large = { size: 20, base: 100 }
    const first = line('奋力谱写', 110, 390, large)
    const second = line('篇章', 230, 270, { ...large, base: 132 })
    expect(isCentred(first) && isCentred(second)).toBe(true)
    expect(goesOn(first, second, undefined, USUAL)).toBe(true)
  })
})

it.each([
  ['增长', 1],
  ['增，长', 2],
  ['“双一流”', 2],
  ['《三亚', 2],
  ['进“十四五', 1],
])('needs for %s %d ems', (text, ems) => {
  expect(unitWidth(text, false)).toBe(ems)
})

it.each([
  ['增长', 1],
  ['进“十四五', 3],
  ['题；“增”是先', 6],
])('needs for %s %d ems where nothing is parted at quotation marks', (text, ems) => {
  expect(unitWidth(text, true)).toBe(ems)
})
