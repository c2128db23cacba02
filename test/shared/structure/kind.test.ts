import { describe, expect, it } from 'vitest'
import type { Outlook } from '#shared/model/section'
import { kindOf } from '#shared/structure/kind'

const OPENING = '现在,我代表县人民政府向大会报告工作。'
const CLOSING = '各位代表!让我们努力奋斗!'
const looks = (...outlooks: Outlook[]) => ({ back: outlooks.includes('review'), ahead: outlooks.includes('plan') })
const decide = (inks: string[], outlooks: Outlook[], title = '政府工作报告') => {
  const { kind, reasons } = kindOf({
    inks,
    title,
    looks: looks(...outlooks),
    found: 'speech',
    titled: true,
    telling: null,
  })
  return [kind, reasons.map(({ key }) => key.replace('reasons.kind.', '')).join(' ')]
}

describe('kindOf', () => {
  it.each([
    [
      [OPENING, '正文。', CLOSING],
      ['review', 'plan'],
      ['full', 'opening closing both'],
    ],
    [
      ['正文。', CLOSING],
      ['review', 'plan'],
      ['full', 'noOpening closing both'],
    ],
    [[OPENING, '正文。'], ['review'], ['incomplete', 'opening noPlan']],
    [['正文。'], ['plan'], ['incomplete', 'noOpening noReview']],
    [['政府工作报告', '(上接02版)积极创建。', CLOSING], ['plan'], ['continuation', 'continued']],
    [[OPENING, '正文。', '(下转第二版)'], ['review'], ['continuation', 'continued']],
    [['县长张三作政府工作报告时说,过去一年成绩显著。'], ['review', 'plan'], ['digest', 'digest']],
  ] as [string[], Outlook[], string[]][])('of %j with %j is %j', (inks, outlooks, expected) => {
    expect(decide(inks, outlooks)).toEqual(expected)
  })

  it('believes a title that says so', () => {
    expect(decide([OPENING, CLOSING], ['review', 'plan'], '政府工作报告(摘登)')).toEqual(['digest', 'title'])
  })

  it('quotes what shows it, cut to what people read', () => {
    const { reasons } = kindOf({
      inks: [OPENING],
      title: '',
      looks: looks(),
      found: 'speech',
      titled: true,
      telling: null,
    })
    expect(reasons[0]).toEqual({ key: 'reasons.kind.opening', params: { quote: '现在,我代表县人民政府向大会报告' } })
  })
})
