import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionsOf } from '#shared/formats/pdf/layout/columns'
import { segmentText } from '#shared/formats/pdf/layout/lines'
import { segmentsOf } from '#shared/formats/pdf/layout/segments'
import { runOf, type SetLine } from './pages'

const read = (lines: readonly SetLine[]): string[][] =>
  regionsOf(segmentsOf(lines.map(runOf))).map(({ segments }) => segments.map(segmentText))

/** Lines of a column, each with its name and filled up to a width in characters. */
const filled = (name: string, count: number, x: number, top: number, width = 20): SetLine[] =>
  Array.from({ length: count }, (_, at) => ({ text: `${name}${at}`.padEnd(width, '文'), x, y: top + at * 16 }))

const names = (regions: readonly (readonly string[])[]): string[] =>
  regions.flat().map((text) => text.replace(/文+$/, ''))
const expected = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}${at}`)

describe('columns', () => {
  it('are read one after another whatever their lengths are', () => {
    const lengths = fc.integer({ min: 3, max: 30 })
    const shift = fc.integer({ min: -8, max: 8 })
    fc.assert(
      fc.property(lengths, lengths, shift, (left, right, by) => {
        const lines = [...filled('左', left, 50, 100), ...filled('右', right, 270, 100 + by)]
        expect(names(read(lines))).toEqual([...expected('左', left), ...expected('右', right)])
      }),
    )
  })

  it('stand between lines that go across', () => {
    const across = (text: string, y: number): SetLine => ({ text: text.padEnd(42, '文'), x: 50, y })
    const lines = [
      across('上', 80),
      ...filled('左', 5, 50, 110),
      ...filled('右', 4, 270, 110),
      across('下', 210),
      ...filled('一', 4, 50, 240, 12),
      ...filled('二', 4, 185, 240, 12),
      ...filled('三', 4, 320, 240, 12),
    ]
    expect(names(read(lines))).toEqual([
      '上',
      ...expected('左', 5),
      ...expected('右', 4),
      '下',
      ...expected('一', 4),
      ...expected('二', 4),
      ...expected('三', 4),
    ])
  })

  it('are whole where a line reaches into the gutter', () => {
    const left = filled('左', 30, 50, 100, 16).map((line, at) => (at === 2 ? { ...line, text: `${line.text}”` } : line))
    const right = filled('右', 30, 228, 100, 16)
    expect(read([...left, ...right])).toEqual([left.map(({ text }) => text), right.map(({ text }) => text)])
  })

  it('leave a short heading below them where it stands', () => {
    const lines = [
      ...filled('左', 5, 50, 100),
      ...filled('右', 5, 270, 100),
      { text: '二、工作安排', x: 50, y: 220 },
      { text: '文'.repeat(42), x: 50, y: 236 },
    ]
    const regions = read(lines)
    expect(regions.map(([first]) => first?.slice(0, 2))).toEqual(['左0', '右0', '二、'])
  })

  it('are not made of the cells of a table', () => {
    const rows = Array.from({ length: 8 }, (_, at) => [
      { text: '生产总值'.slice(0, 2 + (at % 3)), x: 50, y: 100 + at * 16 },
      { text: '亿元', x: 200, y: 100 + at * 16 },
      { text: String(300 + at), x: 300, y: 100 + at * 16 },
    ])
    expect(read(rows.flat())).toHaveLength(1)
  })

  it('lose and double nothing, wherever the text stands', () => {
    const line = fc.record({
      text: fc.string({ unit: fc.constantFrom('文', '字', '1', 'a'), minLength: 1, maxLength: 30 }),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 800 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const segments = segmentsOf(lines.map(runOf))
        const regions = regionsOf(segments).flatMap((region) => region.segments)
        expect(new Set(regions).size).toBe(segments.length)
        expect(regions.length).toBe(segments.length)
      }),
    )
  })
})
