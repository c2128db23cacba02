import { describe, expect, it } from 'vitest'
import { type PassageStatement, passagesOf } from '../../../shared/compare/passages'
import type { ReportText } from '../../../shared/compare/running-text'
import type { Section } from '../../../shared/model/section'

const TEXT = [
  '一、经济',
  '生产总值160亿元，增长8%。消费回升。',
  '工业稳定。',
  '二、民生',
  '新建公厕10座。生产总值增长',
  '8.5%左右。',
].join('\n')
const at = (words: string): number => TEXT.indexOf(words)

function section(title: string, topic: string, end: number): Section {
  const start = at(title)
  const heading = { start, end: start + title.length }
  return {
    ...{
      start,
      end,
      heading,
      title: title.slice(2),
      level: 1,
      parent: null,
      outlook: 'none',
      year: null,
      dated: false,
    },
    ...{ topic, topicWords: [], appendix: false },
  }
}
const join = TEXT.lastIndexOf('\n')
const REPORT: ReportText = {
  text: TEXT,
  span: { start: 0, end: TEXT.length },
  ordinal: 0,
  sections: [section('一、经济', 'economy', at('二、民生')), section('二、民生', 'livelihood', TEXT.length)],
  stretches: [],
  joins: [{ start: join, end: join + 1 }],
}
const statement = (quantity: string, fields: Partial<PassageStatement> = {}): PassageStatement => ({
  ...{ start: at(quantity), quantity, canonical: 'gdp', indicator: '生产总值', role: 'actual', scope: 'own' },
  ...fields,
})
const STATEMENTS = [
  statement('160亿元'),
  statement('8%'),
  statement('10座', { canonical: '', indicator: '公厕' }),
  statement('8.5%', { role: 'target' }),
]

const written = (subject: { type: 'topic' | 'indicator'; id: string }) =>
  passagesOf(REPORT, STATEMENTS, subject).passages.map(({ title, paragraphs }) => [
    title,
    paragraphs.map((sentences) => sentences.map(({ words, marked }) => (marked ? `[${words}]` : words)).join('')),
  ])

describe('the passages of a report', () => {
  it('on a topic are its sections, whole, with all that is told in them', () => {
    expect(written({ type: 'topic', id: 'economy' })).toEqual([
      ['经济', ['生产总值160亿元，增长8%。消费回升。', '工业稳定。']],
    ])
    const { statements } = passagesOf(REPORT, STATEMENTS, { type: 'topic', id: 'economy' })
    expect(statements.map(({ quantity }) => quantity)).toEqual(['160亿元', '8%'])
  })

  it('on an indicator are the paragraphs that tell of it, its sentences marked', () => {
    expect(written({ type: 'indicator', id: 'gdp' })).toEqual([
      ['经济', ['[生产总值160亿元，增长8%。]消费回升。']],
      ['民生', ['新建公厕10座。[生产总值增长8.5%左右。]']],
    ])
  })

  it('on a phrase that is no indicator are found by the phrase', () => {
    const { statements, passages } = passagesOf(REPORT, STATEMENTS, { type: 'indicator', id: '公厕' })
    expect(statements.map(({ quantity }) => quantity)).toEqual(['10座'])
    expect(passages).toHaveLength(1)
  })

  it('know where quantities stand in what is read, across the line breaks of a scan', () => {
    const [, second] = passagesOf(REPORT, STATEMENTS, { type: 'indicator', id: 'gdp' }).passages
    const sentence = second?.paragraphs[0]?.[1]
    const [quantity] = sentence?.quantities ?? []
    expect(sentence?.words.slice(quantity?.start, quantity?.end)).toBe('8.5%')
    expect(quantity?.role).toBe('target')
  })

  it('leave out what is said of other places, and are none where nothing is said', () => {
    const others = STATEMENTS.map((one) => ({ ...one, scope: '洛阳市' }))
    expect(passagesOf(REPORT, others, { type: 'indicator', id: 'gdp' })).toEqual({ statements: [], passages: [] })
    expect(written({ type: 'topic', id: 'culture' })).toEqual([])
  })
})
