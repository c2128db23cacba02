import { describe, expect, it } from 'vitest'
import { type CitedPassage, citationOf, pagesOf, readWords } from '#shared/exchange/citation'
import type { Section } from '#shared/model/section'
import { Provenance } from '#shared/model/source'

const section = (title: string, level: number, start: number, end: number): Section => ({
  start,
  end,
  heading: { start, end: start + title.length },
  title,
  level,
  parent: null,
  outlook: 'plan',
  year: 2023,
  dated: false,
  topic: null,
  topicWords: [],
  appendix: false,
})

const TEXT = '二、2023年工作安排\n（一）稳增长。生产总值增\n长6%以上。其他。'
const QUOTE = { start: TEXT.indexOf('生产'), end: TEXT.indexOf('以上') + 3 }
const BREAK = TEXT.indexOf('\n长')
const passage = (more: Partial<CitedPassage> = {}): CitedPassage => ({
  ...QUOTE,
  text: TEXT,
  joins: [{ start: BREAK, end: BREAK + 1 }],
  pages: [],
  provenance: Provenance.parse({}),
  report: {
    place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
    year: 2023,
    title: '政府工作报告',
    date: null,
  },
  sections: [section('2023年工作安排', 1, 0, TEXT.length), section('稳增长', 2, 12, TEXT.length)],
  fileName: '瀍河.pdf',
  ...more,
})

describe('citationOf', () => {
  it('names place, year, sections, page and date of a quote, on one line', () => {
    const pages = [
      { start: 0, end: BREAK, label: '3' },
      { start: BREAK, end: TEXT.length, label: '4' },
    ]
    const provenance = Provenance.parse({ origin: '洛阳日报', published: '2023-02-10' })
    expect(citationOf(passage({ pages, provenance }))).toBe(
      '「生产总值增长6%以上。」（瀍河回族区 2023年政府工作报告，2023年工作安排 › 稳增长，第3–4页，洛阳日报 2023-02-10）',
    )
  })

  it('takes the page of the paper and the day of the speech where nothing else tells', () => {
    const { report } = passage()
    expect(
      citationOf(
        passage({
          provenance: Provenance.parse({ page: 'A03版' }),
          report: report && { ...report, date: '2023-01-12' },
          sections: [],
        }),
      ),
    ).toBe('「生产总值增长6%以上。」（瀍河回族区 2023年政府工作报告，A03版，2023-01-12）')
  })

  it('leaves out what is not known', () => {
    expect(citationOf(passage({ report: null, sections: [] }))).toBe('「生产总值增长6%以上。」（瀍河.pdf）')
    const { report } = passage()
    expect(citationOf(passage({ report: report && { ...report, year: null }, sections: [] }))).toBe(
      '「生产总值增长6%以上。」（政府工作报告）',
    )
  })
})

describe('pagesOf', () => {
  const pages = [
    { start: 0, end: 10, label: 'i' },
    { start: 10, end: 20, label: '1' },
  ]
  it.each([
    [0, 10, 'i'],
    [9, 11, 'i–1'],
    [10, 12, '1'],
    [30, 31, ''],
  ])('of %i to %i is %j', (start, end, label) => {
    expect(pagesOf(pages, { start, end })).toBe(label)
  })
})

it('keeps one blank for a line end that is no join', () => {
  expect(readWords('甲。\n  乙', { start: 0, end: 6 }, [])).toBe('甲。 乙')
})
