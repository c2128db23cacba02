import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvBytes, csvText, neutralise } from '../../../shared/exchange/csv'

/** A plain reader of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let [row, field, quoted] = [[] as string[], '', false]
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') field += char
      else if (text.charAt(at + 1) === '"') field += text.charAt(++at)
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\r') {
      row.push(field)
      field = ''
      if (char === '\r') {
        rows.push(row)
        row = []
        at++
      }
    } else field += char
  }
  return rows
}

describe('csvText', () => {
  it('quotes what needs it and ends every row with CRLF', () => {
    expect(csvText([['a', 'b,c', 'd"e', 'f\ng', null, 1.5]])).toBe('a,"b,c","d""e","f\ng",,1.5\r\n')
  })

  it('is read back as it was, but for what was neutralised', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 })), (rows) => {
        expect(parse(csvText(rows))).toEqual(rows.map((row) => row.map(neutralise)))
      }),
    )
  })
})

describe('neutralise', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")', '-1+cmd|x', '＝1'])(
    'tames %j',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`)
    },
  )

  it.each(['-5.2', '+3', '-5%', '8%', '地区生产总值', ''])('leaves %j', (text) => {
    expect(neutralise(text)).toBe(text)
  })
})

describe('csvBytes', () => {
  it('starts with the mark that tells Excel it is UTF-8', () => {
    expect([...csvBytes([['区']])]).toEqual([0xef, 0xbb, 0xbf, 0xe5, 0x8c, 0xba, 0x0d, 0x0a])
  })
})
