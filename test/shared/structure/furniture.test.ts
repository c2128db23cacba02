import { describe, expect, it } from 'vitest'
import { furnitureOf } from '#shared/structure/furniture'
import { pageOf } from '#shared/structure/page'
import { readStructure } from '#shared/structure/structure'
import { findJoins } from '#shared/text/joins'
import { linesOf } from '#shared/text/lines'

const found = (text: string): string[] =>
  furnitureOf(pageOf(text, linesOf(text)), []).map(({ start, end }) => text.slice(start, end))

describe('furnitureOf', () => {
  it.each([
    ['— 12 —', ['— 12 —']],
    ['第12页 共30页', ['第12页 共30页']],
    ['1\n正文。\n2\n正文。\n3', ['1', '2', '3']],
    ['图为会议现场 李四 摄', ['图为会议现场 李四 摄']],
    ['来源：县政府办 发布时间：2021-02-01', ['来源：县政府办 发布时间：2021-02-01']],
    ['推进项目建（下转第三版）', ['（下转第三版）']],
    ['（上接A1版）设', ['（上接A1版）']],
    ['(紧接第2版)设', ['(紧接第2版)']],
    ['洛阳日报', ['洛阳日报']],
    ['2023年4月12日 星期三', ['2023年4月12日 星期三']],
    ['要闻 03', ['要闻 03']],
    ['第3版：要闻', ['第3版：要闻']],
    ['责编：张 伟 校对：李 娜 版式：王 芳', ['责编：张 伟 校对：李 娜 版式：王 芳']],
  ])('finds it in %j', (text, expected) => {
    expect(found(`开头的话。\n${text}\n后面的话。`)).toEqual(expected)
  })

  it('finds headers that run along every page', () => {
    const page = (number: number): string => `甲县人民政府公报\n— ${number} —\n推进各项工作,取得新的成效。`
    expect(found([1, 2, 3].map(page).join('\n'))).toEqual([1, 2, 3].flatMap((n) => ['甲县人民政府公报', `— ${n} —`]))
  })

  it.each([
    '2020',
    '订阅洛阳日报的读者',
    '2023年4月12日，星期三的会议',
    '编辑张伟在会上说',
    '35\n41\n67',
    '一、工作回顾\n正文。\n一、工作回顾',
    '详见公报（下转第三版）后文。',
  ])('finds none in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes what the format says, once', () => {
    const text = '页眉\n正文。'
    expect(
      furnitureOf(pageOf(text, linesOf(text)), [
        { start: 0, end: 2 },
        { start: 1, end: 2 },
      ]),
    ).toEqual([{ start: 0, end: 2 }])
  })
})

describe('furniture inside a report', () => {
  const head = '甲县政府工作报告\n各位代表:\n现在,我代表县人民政府向大会报告工作,请予审议。\n一、工作回顾\n'
  const body = '推进各项工作,取得新的成效。\n'.repeat(3)

  it('parts its stretches, and sentences go on over it', () => {
    const text = `${head}${body}全县上下坚定信心,迎难而上,推进项目建\n— 3 —\n设取得新的成效。\n— 4 —\n${body}`
    const { stretches, joins, reports } = readStructure(text)
    expect(reports).toHaveLength(1)
    expect(stretches.map(({ kind, report }) => [kind, report])).toEqual([
      ['report', 0],
      ['furniture', null],
      ['report', 0],
      ['furniture', null],
      ['report', 0],
    ])
    expect(reports[0]?.sections.map(({ title }) => title)).toEqual(['工作回顾'])
    for (const join of joins) expect(text.slice(join.start, join.end)).toBe('\n')
  })

  it('is left out of joins, which stand on both its sides', () => {
    const text = '打好攻坚战。开展青少年心\n— 3 —\n理健康服务进社区。\n完成投资200亿元,\n以项目之“成”固发展之“稳”。'
    const start = text.indexOf('—')
    const joins = findJoins(text, [{ start, end: start + 5 }])
    expect(joins.map(({ start, end }) => [start, end])).toEqual([
      [start - 1, start],
      [start + 5, start + 6],
      [text.indexOf(',\n以') + 1, text.indexOf('以项目')],
    ])
  })

  it('that the format marks is none of its headings', () => {
    const text = `${head}${body}（二）页眉\n${body}`
    const start = text.indexOf('（二）页眉')
    const furniture = [{ start, end: start + 5 }]
    const marks = { headings: [], furniture, pages: [], rows: [] }
    expect(readStructure(text).reports[0]?.sections).toHaveLength(2)
    expect(readStructure(text, marks).reports[0]?.sections).toHaveLength(1)
  })
})
