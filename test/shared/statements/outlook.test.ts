import { describe, expect, it, test } from 'vitest'
import type { Section } from '#shared/model/section'
import { zonesOf } from '#shared/statements/outlook'
import { makeView } from '#shared/statements/view'
import { inputOf } from './read'

/** Role, year and list of every paragraph, one a line. */
function zones(text: string): string[] {
  const input = inputOf(text)
  return zonesOf(input, makeView(text, 0, text.length, [])).map((z) => `${z.role} ${z.year}${z.list && ` ${z.list}`}`)
}
const LONG = '一年来，全市上下团结奋进，各项工作稳步推进。'.repeat(4)

describe('outlook without sections', () => {
  test.each<[name: string, text: string, ...expected: string[]]>([
    [
      'headings',
      '一、2022年工作回顾\n好。\n二、2023年工作安排\n干。',
      'actual 2022',
      'actual 2022',
      'target 2023',
      'target 2023',
    ],
    ['a title is no heading', '2023年政府工作报告\n好。', 'actual 2022', 'actual 2022'],
    ['a date is no heading', '（2023年2月1日）\n好。', 'actual 2022', 'actual 2022'],
    ['opening words', `${LONG}\n今年经济社会发展的主要预期目标是增长。`, 'actual 2022', 'target 2023'],
    [
      'five years back',
      `一、2022年工作回顾\n过去五年，我们砥砺前行。\n一年来，很好。`,
      'actual 2022',
      'actual 2018-2022',
      'actual 2022',
    ],
    [
      'a year and a five-year plan in one heading',
      `一、2020年和“十四五”工作回顾\n2022年，很好。\n五年来，我们砥砺前行。\n各位代表，2022年极不平凡。`,
      'actual 2022',
      'actual 2022',
      'actual 2018-2022',
      'actual 2022',
    ],
    [
      'five years behind a sentence on the last',
      `一、2022年和任期工作回顾\n过去一年，我们完成了任务。五年来，我们砥砺前行。\n（一）工业跃升。\n这一年，很好。`,
      'actual 2022',
      'actual 2018-2022',
      'actual 2018-2022',
      'actual 2022',
    ],
    [
      'a slogan in a heading of the review',
      '一、2022年工作回顾\n二、抓好“五大重点工作”，形成良好局面\n好。',
      'actual 2022',
      'actual 2022',
      'actual 2022',
    ],
    [
      'five years in digits',
      '一、今后5年目标\n干。\n二、2023年工作安排',
      'target 2023-2027',
      'target 2023-2027',
      'target 2023',
    ],
    [
      'five years ahead',
      '一、2022年工作回顾\n二、今后五年奋斗目标\n干。\n三、2023年工作安排',
      'actual 2022',
      'target 2023-2027',
      'target 2023-2027',
      'target 2023',
    ],
    [
      'a livelihood list',
      '一、2023年工作安排\n（八）办好民生实事\n干。',
      'target 2023',
      'target 2023 livelihood',
      'target 2023 livelihood',
    ],
  ])('%s', (_name, text, ...expected) => expect(zones(text)).toEqual(expected))

  const part = (start: number, end: number, more: Partial<Section>): Section => ({
    ...{ start, end, heading: { start, end: start + 1 }, title: '', level: 1, parent: null, outlook: 'none' },
    ...{ year: null, dated: false, topic: null, topicWords: [], appendix: false },
    ...more,
  })

  it('turns to the plan where a section does so without a heading', () => {
    const text = '精彩2022\n完成投资5亿元。\n2023年要求是：投资6亿元。'
    const sections = [part(0, text.length, { outlook: 'review', year: 2022, turn: text.indexOf('2023') })]
    const zones = zonesOf(inputOf(text, { kind: 'digest', sections }), makeView(text, 0, text.length, []))
    expect(zones.map(({ role, year }) => `${role} ${year}`)).toEqual(['actual 2022', 'actual 2022', 'target 2023'])
  })

  it('leaves out what is appended to a report', () => {
    const text = '一、2023年工作安排\n投资6亿元。\n附注\n某园区：投资9亿元。'
    const at = text.indexOf('附注')
    const sections = [part(0, at, { outlook: 'plan' }), part(at, text.length, { appendix: true })]
    const view = makeView(text, 0, text.length, [])
    expect(zonesOf(inputOf(text, { sections }), view)).toHaveLength(2)
    expect(zonesOf(inputOf(text, { sections }), view, true)).toHaveLength(4)
  })

  it('lets a continuation without a review go on with the plan', () => {
    const text = '培育龙头企业10家。'
    const input = inputOf(text, {
      kind: 'continuation',
      sections: [
        {
          start: 5,
          end: 9,
          heading: { start: 5, end: 6 },
          title: '安排',
          level: 1,
          parent: null,
          outlook: 'plan',
          year: null,
          dated: false,
          topic: null,
          topicWords: [],
          appendix: false,
        },
      ],
    })
    expect(zonesOf(input, makeView(text, 0, text.length, []))[0]?.role).toBe('target')
  })
})

describe('outlook of a report in one line', () => {
  const body = '各项工作稳步推进，人民生活持续改善。'.repeat(60)
  const heading = '一、2022年工作回顾'
  const text = `${heading}过去五年，我们砥砺前行。${body}完成投资5亿元。`
  const section: Section = {
    start: 0,
    end: text.length * 2,
    heading: { start: 0, end: heading.length },
    title: '2022年工作回顾',
    level: 1,
    parent: null,
    outlook: 'review',
    year: 2022,
    dated: true,
    topic: null,
    topicWords: [],
    appendix: false,
  }
  const last = (sections: Section[]): string | undefined => {
    const line = text + text.slice(heading.length)
    const input = inputOf(line, { sections })
    return zonesOf(input, makeView(line, 0, line.length, [])).at(-1)?.year
  }

  it('goes by its headings', () => {
    expect(last([section])).toBe('2022')
    expect(last([])).not.toBe('2022')
  })
})
