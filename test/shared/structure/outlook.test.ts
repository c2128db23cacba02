import { describe, expect, it } from 'vitest'
import { leaningOf, viewOfBody, viewOfHeading, yearOf } from '#shared/structure/outlook'

describe('viewOfHeading', () => {
  it.each([
    ['2019年工作回顾', 'review', 2019],
    ['精彩2022 生动诠释担当', 'review', 2022],
    ['2023年 砥砺奋进,共创新绩', 'review', 2023],
    ['过去五年工作回顾', 'review', null],
    ['2021年重点工作和过去五年工作回顾', 'review', null],
    ['“十二五”经济社会发展主要情况', 'review', null],
    ['十件民生实事顺利完成', 'review', null],
    ['2023年总体要求', 'plan', 2023],
    ['2020年总体工作部署', 'plan', 2020],
    ['主要预期目标', 'plan', null],
    ['2024年 聚力八个重点,拼经济抓发展', 'plan', 2024],
    ['今后五年的奋斗目标', 'plan', null],
    ['２００７年政府工作的目标定位', 'plan', 2007],
    ['2022年瀍河区十大民生实事', 'plan', 2022],
    ['大力发展风口产业', 'none', null],
    ['2013年主要工作', 'none', 2013],
  ])('%s looks %s at %s', (title, outlook, year) => {
    expect(viewOfHeading(title)).toEqual({ outlook, year })
  })
})

describe('viewOfBody', () => {
  it.each([
    ['过去的一年是瀍河发展进程中极为重要的一年', 'review'],
    ['2022年,全年地区生产总值完成160亿元', 'review'],
    ['奋斗创造历史,实干成就未来。今后五年政府工作的总体要求是:坚持', 'plan'],
    ['2024年是党和国家历史上重要的一年。今年要抓好', 'plan'],
    ['落实全市产业发展举措', 'none'],
  ])('%s looks %s', (body, outlook) => {
    expect(viewOfBody(body).outlook).toBe(outlook)
  })
})

describe('yearOf', () => {
  it.each([
    ['2020年至2022年', null],
    ['2017—2021年工作', null],
    ['2020年和“十三五”', null],
    ['编号12020号', null],
    ['1998年的工作', 1998],
  ])('%s tells %s', (words, year) => {
    expect(yearOf(words)).toBe(year)
  })
})

describe('leaningOf', () => {
  it.each([
    ['加快建设,推进改革,力争突围,确保完成,实施工程,开展活动。', 'plan'],
    ['同比增长4%,比上年提高,获评先进,荣获称号,圆满完成,已建成。', 'review'],
    ['加快建设。', 'none'],
  ])('%s leans to %s', (text, outlook) => {
    expect(leaningOf(text)).toBe(outlook)
  })
})
