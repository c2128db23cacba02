import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '#shared/text/lines'

describe('linesOf', () => {
  it('cuts at LF, CR LF and CR and finds the ink', () => {
    expect(
      linesOf('\uFEFF　甲 \r\n\n乙\r丙').map(({ start, end, ink, inkStart }) => [start, end, ink, inkStart]),
    ).toEqual([
      [0, 4, '甲', 2],
      [6, 6, '', 6],
      [7, 8, '乙', 7],
      [9, 10, '丙', 9],
    ])
  })

  it('cuts at the breaks of Word and of Unicode', () => {
    expect(linesOf('甲\v乙\f丙\u2028丁\u2029戊').map(({ ink }) => ink)).toEqual(['甲', '乙', '丙', '丁', '戊'])
  })

  it('loses nothing but the line breaks', () => {
    const text = fc.array(fc.constantFrom('瀍', '𠮷', '\r', '\n', '\r\n', '　', 'x')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (value) => {
        const lines = linesOf(value)
        let at = 0
        for (const line of lines) {
          expect(value.slice(at, line.start)).toMatch(/^(?:\r\n|\r|\n|)$/)
          expect(value.slice(line.inkStart, line.inkEnd)).toBe(line.ink)
          at = line.end
        }
        expect(value.slice(at)).toMatch(/^(?:\r\n|\r|\n|)$/)
      }),
    )
  })
})
