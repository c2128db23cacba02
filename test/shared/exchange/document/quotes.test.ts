import { describe, expect, it } from 'vitest'
import { buildMatrix } from '#shared/compare/matrix'
import { quotesOf } from '#shared/exchange/document/quotes'
import { citedSpan, type SourceFacts, whereIn, wordsIn } from '#shared/exchange/document/source-facts'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import { cell, comparison, PLACES, record } from '../../compare/build'

const TEXT = '一、回顾\n全年完成生产总值160亿元，增长4.3%，固定资产投资增长3.7%。\n财政收入增长\n2%。'
const at = (words: string): number => TEXT.indexOf(words)

const found = record({
  place: PLACES.chanhe,
  cells: [
    cell({ value: 4.3, quantity: '4.3%', start: at('4.3%') }),
    cell({ indicator: '固定资产投资', canonical: 'fixed_investment', quantity: '3.7%', value: 3.7, start: at('3.7%') }),
    cell({ indicator: '财政收入', canonical: 'fiscal_revenue', quantity: '2%', value: 2, start: at('2%') }),
  ],
})

const facts: SourceFacts = {
  fileName: '报告.txt',
  provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
  text: TEXT,
  joins: [{ start: at('\n2%'), end: at('2%') }],
  pages: [{ label: '3', start: 0, end: TEXT.length }],
  reports: [
    {
      report: { id: found.report, place: PLACES.chanhe, year: 2023, title: '', date: '' } as unknown as Report,
      sections: [{ title: '一、回顾', level: 1, start: 0, end: TEXT.length } as unknown as Section],
    },
  ],
}

const cells = buildMatrix(
  [found],
  comparison({
    places: [PLACES.chanhe.code],
    years: found.cells[0] ? [found.cells[0].year] : [],
    indicators: found.cells.map(({ indicator }) => indicator),
  }),
).rows.flatMap((row) => row.cells)

const quotes = (known: SourceFacts | undefined = facts) =>
  quotesOf(
    cells,
    () => known,
    (place, year) => `${place} ${year}`,
  )

describe('sentences behind the numbers of a table', () => {
  it('stand each once with all their figures bold', () => {
    const [first, second, ...more] = quotes()
    expect(more).toEqual([])
    expect(first?.words).toEqual([
      { text: '全年完成生产总值160亿元，增长' },
      { text: '4.3%', bold: true },
      { text: '，固定资产投资增长' },
      { text: '3.7%', bold: true },
      { text: '。' },
    ])
    expect(second?.words[0]).toEqual({ text: '2%', bold: true })
  })

  it('have a name of their own and lead to their first figure', () => {
    const [first, second] = quotes()
    expect(first?.key).not.toBe(second?.key)
    expect(TEXT.slice(first?.start, first?.end)).toBe('4.3%')
  })

  it('are cited with report, section and page', () => {
    expect(quotes()[0]?.source).toBe('瀍河回族区 2023年政府工作报告，一、回顾，第3页')
    expect(whereIn(facts, found.report, at('4.3%'))).toBe('一、回顾，第3页')
    expect(citedSpan(facts, 'another', { start: 0, end: 2 })).toBe('报告.txt，第3页')
  })

  it('are read without the breaks of a scan', () =>
    expect(wordsIn(facts, { start: at('财政'), end: TEXT.length })).toBe('财政收入增长2%。'))

  it('are left out where their source is gone', () =>
    expect(
      quotesOf(
        cells,
        () => undefined,
        () => '',
      ),
    ).toEqual([]))
})
