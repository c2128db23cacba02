import { describe, expect, it } from 'vitest'
import { BUILT_IN } from '#shared/statements/dictionary'
import { datesIn, sessionsIn } from './dates'
import { type Invariant, violationsIn } from './invariants'
import { hanNumber, numbersIn } from './values'

const shown = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end))

describe('dates', () => {
  it.each([
    ['2023年1月5日起', ['2023年1月5日', '1月5日']],
    ['2019—2023年', ['2019—2023年']],
    ['截至11月底，1—11月', ['11月底', '1—11月']],
    ['二〇二三年一月五日', ['二〇二三年一月五日']],
    ['发布于2023-01-05', ['2023-01-05']],
    ['用3个月、15天完成12000年产', []],
    ['增长8.2%，达到120.5亿元', []],
  ])('%s', (text, dates) => expect(shown(text, datesIn(text))).toEqual(dates))
})

describe('sessions', () => {
  it.each([
    ['第十六届人民代表大会第三次会议', ['第十六届', '十六届人民代表大会', '第三次会议']],
    ['市九届人大二次会议', ['九届人大', '人大二次会议']],
    ['党的十九届五中全会', ['十九届五中全会']],
    ['召开3次会议，举办两届赛事', []],
  ])('%s', (text, sessions) => expect(shown(text, sessionsIn(text))).toEqual(sessions))
})

describe('numbers of a quantity', () => {
  it.each([
    ['3—5家', [3, 5]],
    ['1,234.5万元', [1234.5]],
    ['30.4 亿元', [30.4]],
    ['４l.38％', [41.38]],
    ['百分之八', [8]],
    ['两条', [2]],
    ['9.2m2', [9.2]],
    ['6.5%—7%', [6.5, 7]],
    ['301。2亿元', [301.2]],
    ['若干', []],
  ])('%s', (quantity, numbers) => expect(numbersIn(quantity)).toEqual(numbers))

  it.each([
    ['三十五', 35],
    ['一百零二', 102],
    ['十', 10],
    ['一点五', 1.5],
    ['半', 0.5],
    ['百', 100],
  ])('%s', (numeral, value) => expect(hanNumber(numeral)).toBe(value))
})

describe('violations', () => {
  const text = '第三届会议。2023年完成投资120亿元。'
  const whole = { start: 0, end: text.length }
  const right = {
    start: 15,
    quantity: '120亿元',
    value: 120,
    high: null,
    canonical: '',
    sentence: { start: 6, end: 20 },
  }
  const found = (change: object): Invariant[] => {
    const statement = { ...right, ...change }
    return violationsIn(text, whole, [statement as Parameters<typeof violationsIn>[2][number]]).map(
      (it) => it.invariant,
    )
  }

  it('finds none in what is right', () => {
    expect(found({})).toEqual([])
    expect(found({ canonical: BUILT_IN.indicators[0]?.id })).toEqual([])
  })

  it.each<[Invariant, object]>([
    ['quantity', { quantity: '121亿元', value: 121 }],
    ['inside', { start: 19, quantity: '元。\n', value: 0 }],
    ['sentence', { sentence: { start: 6, end: 18 } }],
    ['date', { start: 6, quantity: '2023年', value: 2023 }],
    ['session', { start: 0, quantity: '第三届', value: 3, sentence: { start: 0, end: 5 } }],
    ['value', { value: 12 }],
    ['value', { high: 130 }],
    ['indicator', { canonical: 'none_such' }],
  ])('finds %s', (invariant, change) => expect(found(change)).toContain(invariant))
})
