import { describe, expect, it } from 'vitest'
import { readStructure } from '../../../shared/structure/structure'
import { genreOf, paperYear } from '../../../shared/text/genre'

const BULLETIN = `甲市2022年国民经济和社会发展统计公报
甲市统计局
2023年4月20日

一、综合
初步核算，全年全市地区生产总值5675.2亿元，比上年增长3.5%。
二、固定资产投资
全年全市固定资产投资比上年增长8.5%。`

const PLAN = `关于甲市2022年国民经济和社会发展计划执行情况
与2023年国民经济和社会发展计划草案的报告
——2023年1月10日在甲市第九届人民代表大会第二次会议上
甲市发展和改革委员会
各位代表：
受市人民政府委托，现将计划执行情况提请大会审查。
一、2022年计划执行情况
全市地区生产总值增长4.5%。
二、2023年主要目标
地区生产总值增长6%左右。`

describe('the title of a paper', () => {
  it.each([
    ['甲市2022年国民经济和社会发展统计公报', 'bulletin', 2023],
    ['2019年甲县国民经济与社会发展统计公报', 'bulletin', 2020],
    ['关于甲市2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告', 'plan', 2023],
    ['关于甲县2020年国民经济和社会发展计划执行情况的报告', 'plan', 2021],
    ['关于2023年国民经济和社会发展计划草案的报告', 'plan', 2023],
    ['甲市2022年财政预算执行情况和2023年财政预算草案的报告', 'budget', 2023],
    ['甲市国民经济和社会发展统计公报', 'bulletin', null],
    ['关于甲市2022年预算执行情况和2023年预算草案的报告', 'budget', 2023],
    ['关于2022年区级预算执行情况和2023年区级预算草案的报告', 'budget', 2023],
    ['关于2022年中央和地方预算执行情况与2023年中央和地方预算草案的报告', 'budget', 2023],
    ['甲县人民政府关于2021年财政决算和2022年上半年预算执行情况的报告', 'budget', null],
    ['关于甲市2022年国民经济和社会发展计划上半年执行情况的报告', 'plan', null],
  ] as const)('tells what %s is, and its report year', (title, genre, year) => {
    expect(genreOf(title)).toBe(genre)
    expect(paperYear(title, genre)).toBe(year)
  })

  it.each([
    ['甲市政府工作报告', 'report'],
    ['甲市国民经济和社会发展第十四个五年规划纲要', 'other'],
    ['甲市人民法院工作报告', 'other'],
    ['关于落实重点任务分工的意见', 'other'],
    ['关于甲市2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的审查结果报告', 'other'],
    ['甲市人民代表大会关于2022年国民经济和社会发展计划执行情况与2023年计划的决议', 'other'],
    ['关于甲市2021年度市级预算执行和其他财政收支的审计工作报告', 'other'],
    ['市人大常委会听取2022年国民经济和社会发展计划执行情况的报告', 'other'],
    ['甲市财政局2023年部门预算情况说明', 'other'],
  ])('takes %s for none of them', (title, genre) => expect(genreOf(title)).toBe(genre))
})

describe('a text that is such a paper', () => {
  it('is a report of kind 其他 with the year of its title, and all of a bulletin looks back', () => {
    const [report, ...others] = readStructure(BULLETIN).reports
    expect(others).toEqual([])
    expect(report).toMatchObject({ kind: 'other', titleYear: 2023, start: 0, end: BULLETIN.length })
    expect(report?.title).toBe('甲市2022年国民经济和社会发展统计公报')
    expect(report?.reasons[0]).toMatchObject({ key: 'reasons.kind.bulletin' })
    expect(report?.sections.map(({ title }) => title)).toEqual(['综合', '固定资产投资'])
    expect(new Set(report?.sections.map(({ outlook }) => outlook))).toEqual(new Set(['review']))
  })

  it('has a title that ends before a mark that leads to its notes, and before who issued it', () => {
    const noted = BULLETIN.replace('统计公报\n', '统计公报[1]\n')
    expect(readStructure(noted).reports[0]).toMatchObject({
      title: '甲市2022年国民经济和社会发展统计公报',
      titleYear: 2023,
    })
  })

  it('is known by a title over two lines, and keeps what its sections say of years to come', () => {
    const [report] = readStructure(PLAN).reports
    expect(report?.title).toBe('关于甲市2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告')
    expect(report).toMatchObject({ kind: 'other', titleYear: 2023 })
    expect(report?.sections.map(({ outlook }) => outlook)).toEqual(['review', 'plan'])
  })

  it('stays an article beside a work report', () => {
    const speech = `甲市政府工作报告\n\n各位代表：\n\n现在，我代表市人民政府向大会报告工作，请予审议。\n\n一、2022年工作回顾\n\n全市完成投资5亿元，增长6%。\n\n二、2023年工作安排\n\n全年计划完成投资6亿元。\n\n各位代表！让我们为建设美好家园而努力奋斗！`
    expect(readStructure(`${speech}\n\n${BULLETIN}`).reports.map(({ kind }) => kind)).toEqual(['full'])
  })

  it('is not a text that only speaks of one', () => {
    const news = '本报讯 昨日，市统计局发布消息。\n甲市2022年国民经济和社会发展统计公报显示，全市地区生产总值增长3.5%。'
    expect(readStructure(news).reports).toEqual([])
  })
})
