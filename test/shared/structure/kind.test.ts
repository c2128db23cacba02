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
      ['full', 'opening closing both short'],
    ],
    [
      ['正文。', CLOSING],
      ['review', 'plan'],
      ['full', 'noOpening closing both short'],
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

  const certainty = (inks: string[], more: Partial<Parameters<typeof kindOf>[0]> = {}) =>
    kindOf({
      inks,
      title: '政府工作报告',
      titled: true,
      telling: null,
      looks: looks('review', 'plan'),
      found: 'speech',
      ...more,
    })
  const BODY = '全县经济发展。'.repeat(500)

  it('is sure of a report with title, opening and closing words, less of one that lacks some', () => {
    const whole = certainty([OPENING, BODY, CLOSING]).certainty
    const untitled = certainty([OPENING, BODY, CLOSING], { titled: false }).certainty
    expect(whole).toBeGreaterThan(untitled)
    expect(untitled).toBeGreaterThanOrEqual(0.5)
  })

  it.each([
    ['ends without closing words', [OPENING, BODY], {}],
    ['is as short as a summary', [OPENING, CLOSING], {}],
    ['was known by its body alone', [OPENING, BODY, CLOSING], { found: 'torso', telling: '政府自身建设' }],
    ['has no plan though it has all the rest', [OPENING, BODY, CLOSING], { looks: looks('review') }],
  ] as const)('doubts the kind of a report that %s', (_, inks, more) => {
    expect(certainty([...inks], more).certainty).toBeLessThan(0.5)
  })

  it.each([
    ['short', [OPENING, CLOSING]],
    ['noClosing', [OPENING, BODY]],
  ])('says what makes a whole report doubtful: %s', (reason, inks) => {
    expect(certainty(inks).reasons.map(({ key }) => key)).toContain(`reasons.kind.${reason}`)
  })

  it('is sure that a text which breaks off is incomplete, and quotes its end', () => {
    const { kind, certainty: sure, reasons } = certainty([OPENING, BODY, '加快建设交通枢'])
    expect([kind, sure >= 0.5]).toEqual(['incomplete', true])
    expect(reasons).toContainEqual({ key: 'reasons.kind.cut', params: { quote: '加快建设交通枢' } })
  })

  it('doubts a summary with few signs', () => {
    const news = ['甲县第十六届人民代表大会第五次会议召开', '政府工作报告的主要预期目标是:生产总值增长6%。']
    expect(certainty(news, { found: 'digest' }).certainty).toBeLessThan(0.5)
    expect(certainty([...news, '报告指出,要办好民生实事。'], { found: 'digest' }).certainty).toBeGreaterThanOrEqual(0.5)
  })
})
