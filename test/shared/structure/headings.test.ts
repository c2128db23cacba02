import { describe, expect, it } from 'vitest'
import type { MarkedHeading } from '#shared/model/marks'
import { headingsOf } from '#shared/structure/headings'
import { rowsOf } from '#shared/structure/rows'
import { findJoins } from '#shared/text/joins'
import { linesOf } from '#shared/text/lines'

/** Headings of a text as `level title`, the words of their spans in `spans`. */
function outline(text: string, marked: readonly MarkedHeading[] = [], speechEnd = text.length): string[] {
  const lines = linesOf(text)
  const rows = rowsOf({ lines, from: 0, to: lines.length, joins: findJoins(text), furniture: [] })
  return headingsOf(rows, speechEnd, marked).map(({ level, title }) => `${level} ${title}`)
}

const BODY = '坚持稳中求进,推进各项工作,取得新的成效。'
const under = (...headings: string[]): string => headings.map((heading) => `${heading}\n${BODY}`).join('\n')

describe('headings', () => {
  it.each([
    ['## 2023年 砥砺奋进', '1 2023年 砥砺奋进'],
    ['第一部分 工作回顾', '1 工作回顾'],
    ['一、2019年工作回顾', '1 2019年工作回顾'],
    ['、2017年主要任务', '1 2017年主要任务'],
    ['(二)全力实施战略,实现新作为', '1 全力实施战略,实现新作为'],
    ['一）聚焦前沿,科技创新跃升', '1 聚焦前沿,科技创新跃升'],
    ['㈠坚定不移扩开放', '1 坚定不移扩开放'],
    ['3.优化环境', '1 优化环境'],
    ['３．优化环境', '1 优化环境'],
    ['**一、2013年工作回顾**', '1 2013年工作回顾'],
    ['**2013年工作回顾**', '1 2013年工作回顾'],
    ['2013年工作回顾', '1 2013年工作回顾'],
    ['精彩2022', '1 精彩2022'],
    ['精彩2022\n\n生动诠释担当', '1 精彩2022 生动诠释担当'],
  ])('%j over text is one', (heading, expected) => {
    expect(outline(under(heading))).toEqual([expected])
  })

  it.each([
    ['(一)加强政治建设,始终忠诚。把政治建设摆在首位。', '1 加强政治建设,始终忠诚'],
    ['●**项目建设加快推进。**坚持项目为王。', '1 项目建设加快推进'],
    ['**重点一 科学施策。**强力推进。', '1 科学施策'],
    ['**——经济平稳增长。**去年完成。', '1 经济平稳增长'],
    ['**（一）大力实施创新行动。统筹推进改革,完成各项任务。**', '1 大力实施创新行动'],
  ])('%j opens with one', (text, expected) => {
    expect(outline(`${text}\n${BODY}`)).toEqual([expected])
  })

  it.each([
    ['a topic sentence', '项目建设加快推进。全年实施项目139个。'],
    ['figures', '1.2万户群众受益'],
    ['a photo credit', '挑战赛现场 孙小蕊摄'],
    ['a date', '——2020年5月22日'],
    ['half a sentence', '实现上述目标,'],
    ['an address', '各位代表'],
    ['stress', '**一年来，**我们努力工作。'],
    ['a stressed address', '**各位代表！**'],
    ['an introduction of a list', '今年重点抓好七个方面的工作：'],
    ['a lone 一是', '一是加强学习。认真学习理论。'],
  ])('%s is none', (_, text) => {
    expect(outline(`${text}\n${BODY}`)).toEqual([])
  })

  it('are not the members of a bare list', () => {
    expect(outline('1.镇雄磷产业项目\n2.昭阳铝产业项目\n3.水富港项目')).toEqual([])
    expect(outline('1.新增就业5万人。\n2.建成学校3所。\n3.改造危房1万户。')).toEqual([])
    expect(outline(under('●打赢攻坚战\n●打好组合拳'))).toEqual([])
  })

  it('are the members of a list that counts in words, where each opens a paragraph', () => {
    const text = '一是着力推动转型。加快项目建设。\n二是着力扩大开放。引进企业十家。\n三是着力改善民生。办好实事。'
    expect(outline(text)).toEqual(['1 着力推动转型', '1 着力扩大开放', '1 着力改善民生'])
    expect(outline('一是着力推动转型。加快建设；二是着力扩大开放。\n二是着力改善民生。办好实事。')).toEqual([])
    expect(outline('首先要在进退上创新。坚持进退。\n二是要在放管上创新。坚持放管。')).toEqual([
      '1 要在进退上创新',
      '1 要在放管上创新',
    ])
  })

  it('are openings that name the list under them', () => {
    const text = '抓好六个重点：就是扭住中心。\n一是抓项目。坚持项目为王。\n二是抓招商。坚持招商为要。'
    expect(outline(text)).toEqual(['1 抓好六个重点', '2 抓项目', '2 抓招商'])
  })

  it('are found in a text that has lost its line breaks', () => {
    const filler = `坚持${BODY.replace('。', ',').repeat(3)}圆满完成。${BODY.repeat(20)}`
    const text = `一、2018年工作回顾 ${filler}**转型迈出坚实步伐。**${filler}二、2019年工作安排 ${filler}**（一）推动创新。**${filler}`
    expect(outline(text)).toEqual(['1 2018年工作回顾', '2 转型迈出坚实步伐', '1 2019年工作安排', '2 推动创新'])
  })

  it('end where the body begins in a text that has lost its line breaks', () => {
    const filler = BODY.repeat(60)
    const text = `**2019年政府工作报告——2019年1月5日在大会上** 一、攻坚克难，经济社会发展成效显著2018年，${filler}二、奋力拼搏，推动经济社会持续健康发展 今年是关键之年，${filler}`
    expect(outline(text)).toEqual(['1 攻坚克难，经济社会发展成效显著', '1 奋力拼搏，推动经济社会持续健康发展'])
  })

  it('are found where a converter left them at the end of a paragraph', () => {
    const text = `${under('（一）经济稳步增长')}${'全年完成投资。'.repeat(6)}（二）城乡协调推进\n${BODY}`
    expect(outline(text)).toEqual(['1 经济稳步增长', '1 城乡协调推进'])
  })

  it('are no lines that a scan broke', () => {
    const wrapped = `（一）推进项目\n${'全市上下坚定信心,迎难而上,\n推进各项工作取得新成效\n,全面完成目标任务。\n'.repeat(3)}`
    expect(outline(wrapped)).toEqual(['1 推进项目'])
  })

  it('are whole where a scan broke them', () => {
    const text = `（一）坚持稳中求进,推动经济\n运行持续向好。全年投资增长,\n取得实效。\n${BODY}`
    const lines = linesOf(text)
    const joins = [0, 1].map((line) => ({ start: lines[line]?.inkEnd ?? 0, end: lines[line + 1]?.inkStart ?? 0 }))
    const rows = rowsOf({ lines, from: 0, to: lines.length, joins, furniture: [] })
    const [heading] = headingsOf(rows, text.length, [])
    expect(heading?.title).toBe('坚持稳中求进,推动经济运行持续向好')
    expect(text.slice(heading?.span.start, heading?.span.end)).toBe('（一）坚持稳中求进,推动经济\n运行持续向好。')
  })

  it('come from the format where it declares them', () => {
    const text = `（总的情况）比较好\n${BODY}`
    expect(outline(text)).toEqual([])
    expect(outline(text, [{ start: 0, end: 9, level: 2 }])).toEqual(['1 （总的情况）比较好'])
    const styled = `${BODY}${BODY}\n${BODY}`
    expect(outline(styled, [{ start: 0, end: BODY.length * 2, level: 1 }])).toEqual([])
  })

  it('behind the speech are the appendices, without the terms they explain', () => {
    const speech = under('一、工作回顾')
    const annex = `名词解释\n1.四上企业：指规模以上企业。包括工业。\n2.双减：指减负。包括作业。\n附件1\n十件民生实事\n${under('一、稳定就业')}`
    expect(outline(`${speech}\n${annex}`, [], speech.length)).toEqual([
      '1 工作回顾',
      '1 名词解释',
      '1 附件1 十件民生实事',
      '2 稳定就业',
    ])
  })
})

describe('levels', () => {
  it('follow the usual order of marks', () => {
    const text = under(
      '一、回顾',
      '（一）项目',
      '1.工业',
      '一是抓链条。延链补链。\n二是抓园区。建好园区。',
      '（二）招商',
      '二、安排',
    )
    expect(outline(text).map((row) => row.charAt(0))).toEqual(['1', '2', '3', '4', '4', '2', '1'])
  })

  it('follow the text where it orders marks otherwise', () => {
    const text = under('1.回顾', '（一）项目', '（二）招商', '2.安排', '（一）项目', '（二）招商', '3.建设')
    expect(outline(text).map((row) => row.charAt(0))).toEqual(['1', '2', '2', '1', '2', '2', '1'])
  })

  it('of headings without a mark follow what counts anew under them', () => {
    const text = under('2022年工作回顾', '一、项目', '二、招商', '2023年工作安排', '一、项目', '二、招商')
    expect(outline(text).map((row) => row.charAt(0))).toEqual(['1', '2', '2', '1', '2', '2'])
  })

  it('leave no gap where a heading was lost', () => {
    expect(outline(under('（一）项目', '（二）招商', '（一）要求', '（二）目标')).map((row) => row.charAt(0))).toEqual([
      '1',
      '1',
      '1',
      '1',
    ])
  })
})
