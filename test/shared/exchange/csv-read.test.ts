import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvBytes, csvText } from '#shared/exchange/csv'
import { readCsv, tableText } from '#shared/exchange/csv-read'

const cells = (text: string) => readCsv(text).map((line) => line.cells)

describe('reading CSV', () => {
  it('reads large tables without line breaks of the usual kind, each cell looked at once', () => {
    expect(readCsv(Array.from({ length: 250_000 }, (_, n) => `码${n},备忘`).join('\r'))).toHaveLength(250_000)
    expect(readCsv(`${','.repeat(1_000_000)}x`)[0]?.cells).toHaveLength(1_000_001)
  })

  it.each([
    [
      'plain',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no last line break', 'a,b\nc', [['a', 'b'], ['c']]],
    ['old line breaks', 'a\rb', [['a'], ['b']]],
    ['quotes', '"a ""b""","c,\nd"', [['a "b"', 'c,\nd']]],
    [
      'empty cells and lines',
      'a,,\n\n,,\n,b',
      [
        ['a', '', ''],
        ['', 'b'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'full-width commas',
      '编码，定义\n甲，乙',
      [
        ['编码', '定义'],
        ['甲', '乙'],
      ],
    ],
    ['an open quote', '"a,b\nc', [['a,b\nc']]],
    ['something after a quote', '"a"b,c', [['ab', 'c']]],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => expect(cells(text)).toEqual(expected))

  it('tells the line of the file, with line breaks inside cells', () => {
    expect(readCsv('h\r\n"a\nb"\r\n\r\nc').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('reads what is written', () => {
    // What `csvText` guards against spreadsheets is read with its guard.
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text}`)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        expect(cells(csvText([['甲', '乙'], ...rows]))).toEqual([['甲', '乙'], ...rows])
      }),
    )
  })
})

describe('the encoding of a table', () => {
  it('is told by its bytes', () => {
    expect(tableText(csvBytes([['编码']]))).toBe('编码\r\n')
    expect(tableText(new TextEncoder().encode('编码'))).toBe('编码')
    // 编码,定义 as WPS saves it.
    const gbk = new Uint8Array([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xb6, 0xa8, 0xd2, 0xe5])
    expect(tableText(gbk)).toBe('编码,定义')
    expect(tableText(new Uint8Array([0xff, 0xfe, 0x16, 0x7f, 0x01, 0x78]))).toBe('编码')
    expect(tableText(new Uint8Array([0xfe, 0xff, 0x7f, 0x16, 0x78, 0x01]))).toBe('编码')
    expect(tableText(new Uint8Array())).toBe('')
  })
})
