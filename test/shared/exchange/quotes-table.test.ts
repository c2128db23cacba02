import { describe, expect, it } from 'vitest'
import { type ListedQuote, quotesCsv, quotesText, quotesWorkbook } from '#shared/exchange/quotes-table'
import { readWorkbook } from './read-workbook'

const QUOTE: ListedQuote = {
  words: '=地区生产总值增长8%',
  report: {
    place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
    year: 2024,
    title: '政府工作报告',
    date: '2024-01-08',
    kind: 'digest',
  },
  section: '回顾 › 经济',
  page: '3',
  provenance: { origin: '瀍河报', published: '2024-01-10', page: '' },
  fileName: '瀍河2024.pdf',
  codes: ['目标 / 增速', '经济'],
  memo: '口径, "可比"',
  author: '甲',
  byRule: true,
  createdAt: '2026-03-01T16:30:59.000Z',
  updatedAt: '2026-03-02T00:00:00.000Z',
  orphan: false,
}
/** Eight hours ahead of UTC, as in China. */
const words = { language: 'zh-CN', offsetAt: () => 480 } as const
const CITATION = '「=地区生产总值增长8%」（瀍河回族区 2024年政府工作报告，回顾 › 经济，第3页，瀍河报 2024-01-10）'

const linesOf = (quotes: ListedQuote[]): string[] => new TextDecoder().decode(quotesCsv(quotes, words)).split('\r\n')

describe('quotes as CSV', () => {
  it('have a heading for each column, local times, and no formula', () => {
    const [head, row, end] = linesOf([QUOTE])
    expect(head).toBe(
      '地区,地区代码,年度,类型,报告,章节,页,摘录,编码,备忘,作者,方式,标注时间,修改时间,引文与出处,文件,备注',
    )
    expect(row).toBe(
      `瀍河回族区,410304,2024,摘要,政府工作报告,回顾 › 经济,3,'=地区生产总值增长8%,目标 / 增速；经济,"口径, ""可比""",甲,规则,2026-03-02 00:30,2026-03-02 08:00,${CITATION},瀍河2024.pdf,`,
    )
    expect(end).toBe('')
  })

  it('leave empty what is not known, and say what is lost', () => {
    const alone = { ...QUOTE, report: null, section: '', page: '', codes: [], byRule: false, orphan: true }
    expect(linesOf([alone])[1]).toBe(
      ',,,,,,,\'=地区生产总值增长8%,,"口径, ""可比""",甲,手工,2026-03-02 00:30,2026-03-02 08:00,「=地区生产总值增长8%」（瀍河2024.pdf，瀍河报 2024-01-10）,瀍河2024.pdf,原文已失',
    )
  })
})

describe('quotes as a workbook', () => {
  it('have real dates, and text that is no formula', async () => {
    const { parts, sheets } = readWorkbook(await quotesWorkbook([QUOTE], { ...words, language: 'en' }))
    const [sheet] = sheets
    expect(sheet?.name).toBe('Quotes')
    expect(sheet?.cells.get('H2')?.text).toBe('=地区生产总值增长8%')
    expect(sheet?.xml).not.toContain('<f>')
    // 2026-03-02 00:30 is day 46083 of a spreadsheet and half an hour.
    expect(sheet?.cells.get('M2')?.number).toBeCloseTo(46083 + 0.5 / 24, 9)
    expect(parts['xl/styles.xml']).toContain('yyyy-mm-dd hh:mm')
    expect(sheet?.cells.get('O2')?.text).toBe(CITATION)
  })
})

it('as text has the citation of each, and its memo below', () => {
  const other = { ...QUOTE, words: '停车场5个', memo: ' ' }
  expect(quotesText([QUOTE, other])).toBe(
    `${CITATION}\n口径, "可比"\n\n${CITATION.replace('=地区生产总值增长8%', '停车场5个')}`,
  )
})
