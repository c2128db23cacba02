import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LaidPage, layOut } from '#shared/formats/pdf/layout/layout'
import { column, HEIGHT, pageOf, type SetLine, SIZE } from './pages'

const NOTHING_TOLD = { typefaces: new Map(), outline: [] }
const lay = (pages: readonly LaidPage[], told: Parameters<typeof layOut>[1] = NOTHING_TOLD) => layOut(pages, told)
const bare = (text: string): string => text.replace(/\s/g, '')
const spans = (text: string, marks: readonly { start: number; end: number }[]) =>
  marks.map(({ start, end }) => text.slice(start, end))

const TOP = 100
const header = (number: number): SetLine[] => [
  { text: '政府工作报告汇编', x: 250, y: 40 },
  { text: `—${number}—`, x: 290, y: HEIGHT - 30 },
]
const PARAGRAPH = fc
  .array(fc.constantFrom(...'全市生产总值增长改革开放民生福祉经济运行稳中有进'), { minLength: 5, maxLength: 200 })
  .map((characters) => `${characters.join('')}。`)

describe('the text of laid out pages', () => {
  it('holds every character once, paragraphs as lines, pages in order', () => {
    fc.assert(
      fc.property(fc.array(PARAGRAPH, { minLength: 8, maxLength: 30 }), (paragraphs) => {
        const lines = column(paragraphs, 60, 0, 40)
        const perPage = 20
        const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) =>
          pageOf(String(page + 1), [
            ...lines
              .slice(page * perPage, (page + 1) * perPage)
              .map((line, at) => ({ ...line, y: TOP + at * 1.6 * SIZE })),
            { text: `—${page + 1}—`, x: 290, y: HEIGHT - 30 },
          ]),
        )
        const { text, marks } = lay(pages)
        const furniture = spans(text, marks.furniture)
        expect(furniture).toEqual(pages.map(({ label }) => `—${label}—`))
        const body = text.split('\n').filter((line) => line !== '' && !furniture.includes(line))
        expect(body.join('')).toBe(paragraphs.join(''))
        expect(marks.pages.map(({ label }) => label)).toEqual(pages.map(({ label }) => label))
        let at = 0
        for (const page of marks.pages) {
          expect(page.start).toBe(at)
          expect(page.end).toBeGreaterThanOrEqual(page.start)
          at = page.end
        }
        expect(at).toBe(text.length)
      }),
      { numRuns: 60 },
    )
  })

  it('lets a sentence read on over the end of a page, with header and footer beside it', () => {
    const [first, second] = ['一'.repeat(40), '二'.repeat(30)]
    const pages = [
      pageOf('1', [...header(1), { text: '三'.repeat(10), x: 60, y: TOP }, { text: first, x: 60, y: TOP + 16 }]),
      pageOf('2', [...header(2), { text: second, x: 60, y: TOP }, { text: '四'.repeat(38), x: 80, y: TOP + 16 }]),
      pageOf('iii', [
        ...header(3),
        { text: '五'.repeat(20), x: 60, y: TOP },
        { text: '六'.repeat(38), x: 80, y: TOP + 16 },
      ]),
    ]
    const { text, marks } = lay(pages)
    expect(text).toContain(`${first}${second}`)
    expect(text).toContain('四五')
    expect(bare(text).length).toBe(
      bare(
        pages
          .flatMap(({ segments }) => segments.flatMap(({ runs }) => runs))
          .map((run) => run.text)
          .join(''),
      ).length,
    )
    const [one, two, three] = spans(text, marks.pages)
    expect(one).toContain('—1—')
    expect(one?.endsWith(first)).toBe(true)
    expect(two?.startsWith(second)).toBe(true)
    expect(two).toContain('—2—')
    expect(three).toContain('—3—')
    expect(marks.pages.map(({ label }) => label)).toEqual(['1', '2', 'iii'])
    expect(marks.furniture).toHaveLength(6)
  })

  it('marks headings by size, and by the outline', () => {
    const lines = [
      { text: '政府工作报告', x: 200, y: TOP, size: 20 },
      { text: '一、工作回顾', x: 60, y: TOP + 40, size: 14 },
      ...column(['文'.repeat(300)], 60, TOP + 70, 40),
      { text: '二、工作安排', x: 80, y: TOP + 250 },
      ...column(['字'.repeat(300)], 60, TOP + 266, 40),
    ]
    const outline = [{ title: '二、 工作安排', level: 2 }]
    const { text, marks } = lay([pageOf('1', lines)], { typefaces: new Map(), outline })
    expect(marks.headings.map(({ level, start, end }) => [level, text.slice(start, end)])).toEqual([
      [1, '政府工作报告'],
      [2, '一、工作回顾'],
      [2, '二、工作安排'],
    ])
  })

  it('marks headings by weight and face', () => {
    const typefaces = new Map([
      ['body', { bold: false, family: 'fangsong' }],
      ['bold', { bold: true, family: 'fangsong' }],
      ['kai', { bold: false, family: 'kaiti' }],
    ])
    const body = column(['文'.repeat(300)], 60, TOP + 70, 40).map((line) => ({ ...line, face: 'body' }))
    const lines = [
      { text: '总体要求', x: 80, y: TOP, face: 'bold' },
      { text: '（一）主要目标', x: 80, y: TOP + 30, face: 'kai' },
      { text: '落款是楷体', x: 80, y: TOP + 50, face: 'kai' },
      ...body,
    ]
    const { text, marks } = lay([pageOf('1', lines)], { typefaces, outline: [] })
    expect(spans(text, marks.headings)).toEqual(['总体要求', '（一）主要目标'])
  })

  it('keeps footnotes out of the sentence that goes on overleaf', () => {
    const note = { text: '①指示范区。', x: 60, y: TOP + 60, size: 8 }
    const pages = [
      pageOf('1', [{ text: '一'.repeat(40), x: 60, y: TOP }, { text: '二'.repeat(40), x: 60, y: TOP + 16 }, note]),
      pageOf('2', [
        { text: '三'.repeat(40), x: 60, y: TOP },
        { text: '四'.repeat(10), x: 60, y: TOP + 16 },
      ]),
    ]
    const { text, marks } = lay(pages)
    expect(text).toContain('二三')
    expect(spans(text, marks.pages)[0]).toContain('①指示范区。')
    expect(marks.furniture).toEqual([])
  })

  it('parts the cells of a table by tabs, a row a line', () => {
    const rows = [
      ['指标', '单位', '数值'],
      ['生产总值', '亿元', '305'],
      ['财政收入', '亿元', '18'],
    ]
    const cells = rows.flatMap((row, at) => row.map((text, cell) => ({ text, x: 60 + cell * 150, y: TOP + at * 16 })))
    const { text, marks } = lay([pageOf('1', [...cells, ...column(['文'.repeat(300)], 60, TOP + 100, 40)])])
    expect(spans(text, marks.rows)).toEqual(rows.map((row) => row.join('\t')))
  })

  it('takes a text that is painted twice once', () => {
    const { text } = lay([
      pageOf('1', [
        { text: '工作', x: 60, y: 100 },
        { text: '工作', x: 60.5, y: 100.3 },
      ]),
    ])
    expect(text).toBe('工作\n')
  })

  it('gives an empty text for pages without any', () => {
    expect(lay([pageOf('1', []), pageOf('2', [])])).toEqual({
      text: '',
      marks: {
        headings: [],
        furniture: [],
        rows: [],
        pages: [
          { start: 0, end: 0, label: '1' },
          { start: 0, end: 0, label: '2' },
        ],
      },
    })
  })
})
