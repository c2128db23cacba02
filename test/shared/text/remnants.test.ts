import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '#shared/text/lines'
import { blanked, hasRemnants, remnantAt } from '#shared/text/remnants'
import { sentencesIn } from '#shared/text/sentences'

const BLANKS = ['&nbsp;', '&nbsp', '&#12288;', '&#x3000;', '&emsp;', '<U+00A0>', '<span style="x">', '</span>', '<o:p>']
const BREAKS = ['\\r\\n', '\\n', '<br>', '<BR />', '<p class="x">', '</p>', '</div>']

describe('remnants', () => {
  it.each(BLANKS)('%j is a blank', (remnant) => {
    expect(remnantAt(`甲${remnant}乙`, 1)).toEqual({ kind: 'blank', length: remnant.length })
  })

  it.each(BREAKS)('%j is a break', (remnant) => {
    expect(remnantAt(`甲${remnant}乙`, 1)).toEqual({ kind: 'break', length: remnant.length })
  })

  it.each(['&amp;', '<甲>', 'a < b', '\\new', '《', '1<2'])('%j is none', (text) => {
    expect(hasRemnants(text)).toBe(false)
  })

  it('are passed over by lines, whose ink stays as long as the text', () => {
    const text = '<p>&nbsp;&nbsp;一、工作<U+00A0>回顾</p>\\r\\n&#12288;正文。<br>'
    const inked = linesOf(text).filter(({ ink }) => ink !== '')
    expect(inked.map(({ ink }) => ink)).toEqual(['一、工作        回顾', '正文。'])
    for (const { ink, inkStart, inkEnd } of inked) expect(blanked(text.slice(inkStart, inkEnd))).toBe(ink)
  })

  it('end sentences and are no part of them', () => {
    const text = '<p>&nbsp;增长4%。投资5亿元</p>\\r\\n&nbsp;就业&nbsp;3万人&nbsp;<br/>'
    expect(sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual([
      '增长4%。',
      '投资5亿元',
      '就业&nbsp;3万人',
    ])
  })

  it('lose no character of a text between lines and breaks', () => {
    const parts = fc.array(fc.constantFrom('瀍', '𠮷', '\n', '\r\n', '&', '<', '\\', ...BLANKS, ...BREAKS))
    fc.assert(
      fc.property(parts, (list) => {
        const text = list.join('')
        let at = 0
        for (const { start, end, inkStart, inkEnd, ink } of linesOf(text)) {
          expect(text.slice(at, start)).toMatch(/^(?:\r\n|\r|\n|\\r\\n|\\[rn]|<[^<>]+>|)$/)
          expect(inkEnd - inkStart).toBe(ink.length)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
