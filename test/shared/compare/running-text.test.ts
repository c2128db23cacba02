import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionOf, attentionTable, type ReportAttention } from '../../../shared/compare/attention'
import { charactersIn, joinedRun, type ReportText, runsOf } from '../../../shared/compare/running-text'
import type { Section } from '../../../shared/model/section'
import { PLACES } from './build'

/** A report of marked lines: `# title|topic|outlook` is a heading, `~` furniture, `@` a glossary's heading. */
function reportOf(lines: readonly string[]): ReportText {
  let text = ''
  const sections: Section[] = []
  const furniture: { start: number; end: number }[] = []
  const close = () => {
    const last = sections.at(-1)
    if (last) last.end = text.length
  }
  for (const line of lines) {
    const start = text.length
    if (/^[#@]/.test(line)) {
      const [title = '', topic = '', outlook = 'none'] = line.slice(1).split('|')
      close()
      text += `${title}\n`
      const heading = { start, end: start + title.length }
      sections.push({
        start,
        end: text.length,
        heading,
        title,
        level: 1,
        parent: null,
        outlook: outlook === 'review' || outlook === 'plan' ? outlook : 'none',
        year: null,
        dated: false,
        topic: topic === '' ? null : topic,
        topicWords: [],
        appendix: line.startsWith('@'),
      })
    } else {
      text += `${line.replace('~', '')}\n`
      if (line.startsWith('~')) furniture.push({ start, end: text.length })
    }
  }
  close()
  const span = { start: 0, end: text.length }
  const cuts = [0, ...furniture.flatMap(({ start, end }) => [start, end]), text.length]
  const stretches = cuts.slice(1).flatMap((end, at) => {
    const start = cuts[at] ?? 0
    if (start === end) return []
    const own = !furniture.some((one) => one.start === start)
    return [{ start, end, kind: own ? ('report' as const) : ('furniture' as const), report: own ? 0 : null }]
  })
  return { text, span, ordinal: 0, sections, stretches, joins: [] }
}

const REPORT = reportOf([
  '各位代表：',
  '#一、经济|economy|review',
  '生产总值160亿元，增长8%。',
  '~第2版',
  '消费回升。',
  '#二、民生|livelihood|plan',
  '新建公厕10座。',
  '@名词解释|economy',
  '地区生产总值：指……',
])

const words = (report: ReportText): string[] =>
  runsOf(report).map(({ start, end }) => report.text.slice(start, end).trim())

describe('the running text of a report', () => {
  it('has no headings, no furniture and no glossary', () => {
    expect(words(REPORT).filter((line) => line !== '')).toEqual([
      '各位代表：',
      '生产总值160亿元，增长8%。',
      '消费回升。',
      '新建公厕10座。',
    ])
  })

  it('leaves out other reports and articles of the page', () => {
    const end = REPORT.text.indexOf('#') < 0 ? REPORT.text.indexOf('一、') : 0
    const other = {
      ...REPORT,
      stretches: [
        { start: 0, end, kind: 'article' as const, report: null },
        ...REPORT.stretches.map((s) => ({ ...s, start: Math.max(s.start, end) })),
      ],
    }
    expect(words(other).join('')).not.toContain('各位代表')
  })

  it('goes over to what is planned where a section turns', () => {
    const turn = REPORT.text.indexOf('消费')
    const turned = {
      ...REPORT,
      sections: REPORT.sections.map((section, at) => (at === 0 ? { ...section, turn } : section)),
    }
    expect(attentionOf(turned).map(({ topic, outlook }) => [topic, outlook])).toEqual([
      [null, 'none'],
      ['economy', 'review'],
      ['economy', 'plan'],
      ['livelihood', 'plan'],
    ])
  })

  it('counts letters and digits, each one', () => {
    expect(charactersIn('增长8.5%，A 类；', { start: 0, end: 11 })).toBe(6)
  })

  it('is read across the line breaks of a scan, and knows where each character stands', () => {
    const text = '一二\n三四\n五'
    const joined = joinedRun(text, { start: 1, end: 7 }, [
      { start: 2, end: 3 },
      { start: 5, end: 6 },
    ])
    expect(joined.words).toBe('二三四五')
    expect([0, 1, 2, 3].map((at) => text.charAt(joined.offsetOf(at)))).toEqual(['二', '三', '四', '五'])
  })

  it('never overlaps and stays inside the report, whatever the sections', () => {
    const line = fc.constantFrom('#甲|economy', '#乙', '@丙', '~丁', '戊己庚', '辛，壬')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const report = reportOf(lines)
        let last = 0
        for (const { start, end } of runsOf(report)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(report.text.length)
        const said = lines.filter(
          (one, at) =>
            !/^[#@~]/.test(one) &&
            !lines
              .slice(0, at)
              .findLast((x) => /^[#@]/.test(x))
              ?.startsWith('@'),
        )
        const counted = attentionOf(report).reduce((sum, { characters }) => sum + characters, 0)
        expect(counted).toBe(said.join('').replaceAll('，', '').length)
      }),
    )
  })
})

const attention = (
  place: keyof typeof PLACES,
  year: number,
  kind: ReportAttention['kind'] = 'full',
): ReportAttention => ({
  report: `${place} ${year}`,
  source: `source ${place}`,
  place: PLACES[place],
  year,
  kind,
  parts: attentionOf(REPORT),
})

describe('the table of attention', () => {
  const reports = [attention('chanhe', 2022, 'digest'), attention('chanhe', 2023), attention('xigong', 2023)]
  const table = (by: 'placeYear' | 'place' | 'year', outlook: 'review' | 'plan' | null = null) =>
    attentionTable(reports, { by, outlook, order: ['livelihood', 'economy', 'culture'] })

  it('has the topics in the order asked for, those that occur, what has none last', () => {
    expect(table('placeYear').topics).toEqual(['livelihood', 'economy', null])
  })

  it('has shares that sum to 1 in each column', () => {
    for (const by of ['placeYear', 'place', 'year'] as const)
      for (const { cells, characters } of table(by).columns) {
        expect(cells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
        expect(cells.reduce((sum, cell) => sum + cell.characters, 0)).toBe(characters)
      }
  })

  it('says which columns rest on a report that is not whole', () => {
    expect(table('placeYear').columns.map(({ partial }) => partial)).toEqual([['digest'], [], []])
    expect(table('place').columns.map(({ reports: count, partial }) => [count, partial])).toEqual([
      [2, ['digest']],
      [1, []],
    ])
    expect(table('year').columns.map(({ year, reports: count }) => [year, count])).toEqual([
      [2022, 1],
      [2023, 2],
    ])
  })

  it('knows the sections behind a cell, and may look back or ahead only', () => {
    const [column] = table('placeYear', 'plan').columns
    expect(column?.cells.map(({ topic, share }) => [topic, share])).toEqual([['livelihood', 1]])
    const [part] = column?.cells[0]?.parts ?? []
    expect(REPORT.text.slice(part?.start, part?.end).trim()).toBe('新建公厕10座。')
    expect(part).toMatchObject({ report: 'chanhe 2022', source: 'source chanhe', title: '二、民生' })
  })
})
