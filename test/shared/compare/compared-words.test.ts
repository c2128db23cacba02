import { describe, expect, it } from 'vitest'
import { addCounts, countWords, emptyCorpus, lineWords, reportWords } from '../../../shared/compare/compared-words'
import type { ReportText } from '../../../shared/compare/running-text'

const reportOf = (text: string, joins: { start: number; end: number }[] = []): ReportText => ({
  text,
  span: { start: 0, end: text.length },
  ordinal: 0,
  sections: [],
  stretches: [],
  joins,
})
const compared = (line: string): string[] => lineWords(line).flatMap(({ word, compared: is }) => (is ? [word] : []))

describe('the words of a line', () => {
  it('leave out numbers, stop words and single characters', () => {
    expect(compared('2023年生产总值160.5亿元，增长8%，我市积极推进文旅产业。')).not.toEqual(
      expect.arrayContaining(['2023', '年', '160.5', '8%', '我市', '积极', '推进']),
    )
    expect(compared('2023年生产总值160.5亿元')).toEqual(['生产', '总值'])
    expect(compared('十大民生')).toEqual(['民生'])
  })

  it('take what the dictionary leaves in single characters as one word', () => {
    expect(compared('提振消费信心')).toContain('提振')
    expect(compared('办好实事')).toContain('实事')
  })

  it('keep the terms of work reports whole', () => {
    expect(compared('中关村推进京津冀高质量发展')).toEqual(['中关村', '京津冀', '高质量发展'])
    expect(lineWords('建设中关村论坛').map(({ word, at }) => '建设中关村论坛'.startsWith(word, at))).not.toContain(
      false,
    )
  })

  it('keep Latin words', () => {
    expect(compared('加快5G基站、GDP核算')).toContain('GDP')
  })
})

describe('the words of a report', () => {
  it('leave out the names of its own place and make no word across them', () => {
    const { words, size } = countWords(reportOf('瀍河回族区文旅，西工的文旅。'), ['瀍河', '瀍河回族区'])
    expect(words.get('文旅')).toBe(2)
    expect([...words.keys()].join(' ')).not.toMatch(/瀍|河/)
    expect(size).toBeGreaterThanOrEqual(3)
  })

  it('know where they stand, across the line breaks of a scan too', () => {
    const text = '全力发展文\n旅产业'
    const at = text.indexOf('\n')
    const found = [...reportWords(reportOf(text, [{ start: at, end: at + 1 }]), [])].map(({ start, end }) =>
      text.slice(start, end),
    )
    expect(found.join('|').replaceAll('\n', '')).toContain('文')
    expect(found.at(-1)).toBe('产业')
  })

  it('are the same whether all are looked at or only lines that hold one', () => {
    const report = reportOf('文旅产业兴旺。\n工业企业。\n文化融合。')
    const all = [...reportWords(report, [])].filter(({ word }) => word === '融合')
    expect(all).toHaveLength(1)
    expect([...reportWords(report, [], '融合')].filter(({ word }) => word === '融合')).toEqual(all)
  })

  it('add up to a corpus, with how many reports have each', () => {
    const one = countWords(reportOf('文旅 文旅 工业'), [])
    const other = countWords(reportOf('文旅'), [])
    const corpus = emptyCorpus()
    for (const report of [one, other]) addCounts(corpus, report)
    expect(corpus).toMatchObject({ size: one.size + other.size, reports: 2 })
    expect(corpus.words.get('文旅')).toEqual({ count: 3, reports: 2 })
  })
})
