import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeSheetNames, writeWorkbook } from '../../../shared/exchange/xlsx'
import { columnName } from '../../../shared/exchange/xlsx-sheet'
import { readWorkbook } from './read-workbook'

const columns = [
  { header: '地区', width: 16 },
  { header: '数值', width: 12 },
]

describe('writeWorkbook', () => {
  it('writes real numbers with formats, and text', async () => {
    const bytes = await writeWorkbook([
      {
        name: '对比',
        columns,
        rows: [
          ['瀍河', { value: -4.3, format: '#,##0.0' }],
          ['西工', null],
          ['洛阳', 12],
        ],
      },
    ])
    const { sheets, parts } = readWorkbook(bytes)
    const cells = sheets[0]?.cells
    expect(cells?.get('A1')).toMatchObject({ text: '地区' })
    expect(cells?.get('B2')).toEqual({ text: null, number: -4.3, style: 5 })
    expect(cells?.has('B3')).toBe(false)
    expect(cells?.get('B4')).toMatchObject({ number: 12, style: 0 })
    expect(parts['xl/styles.xml']).toContain('formatCode="#,##0.0"')
  })

  it('makes the heading bold and keeps it in sight, with the columns asked for', async () => {
    const bytes = await writeWorkbook([{ name: 'a', columns, rows: [], frozenColumns: 1 }])
    const { sheets, parts } = readWorkbook(bytes)
    expect(sheets[0]?.cells.get('A1')?.style).toBe(1)
    expect(parts['xl/styles.xml']).toMatch(/<font><b\/>/)
    expect(sheets[0]?.xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"')
    expect(sheets[0]?.xml).toContain('<col min="2" max="2" width="12" customWidth="1"/>')
  })

  it('never writes a formula', async () => {
    const hostile = ['=1+1', '+A1', '@SUM(A1)', '=HYPERLINK("http://x")']
    const { sheets } = readWorkbook(await writeWorkbook([{ name: 'a', columns, rows: hostile.map((text) => [text]) }]))
    expect(sheets[0]?.xml).not.toContain('<f')
    expect(hostile.map((_, row) => sheets[0]?.cells.get(`A${row + 2}`))).toEqual(
      hostile.map((text) => ({ text, number: null, style: 3 })),
    )
  })

  it('leaves out what is no number', async () => {
    const { sheets } = readWorkbook(await writeWorkbook([{ name: 'a', columns, rows: [[Number.NaN, 1 / 0]] }]))
    expect([...(sheets[0]?.cells.keys() ?? [])]).toEqual(['A1', 'B1'])
  })

  it('keeps any text but what XML can not hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        const { sheets } = readWorkbook(await writeWorkbook([{ name: 'a', columns, rows: [[text]] }]))
        const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
        const read = (sheets[0]?.cells.get('A2')?.text ?? '').replace(/_x005F_/g, '_')
        expect(read).toBe(kept)
      }),
    )
  })

  it('guards the escapes that Excel reads inside text', async () => {
    const { sheets } = readWorkbook(await writeWorkbook([{ name: 'a', columns, rows: [['_x000D_']] }]))
    expect(sheets[0]?.cells.get('A2')?.text).toBe('_x005F_x000D_')
  })

  it('gives the same bytes for the same sheets', async () => {
    const sheet = { name: 'a', columns, rows: [['x', 1]] }
    expect(await writeWorkbook([sheet])).toEqual(await writeWorkbook([sheet]))
  })

  it('writes large sheets in this thread', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`瀍河回族区第${index}行的文字`, index])
    const { sheets } = readWorkbook(await writeWorkbook([{ name: 'a', columns, rows }]))
    expect(sheets[0]?.cells.size).toBe(40_002)
  })

  it('refuses a workbook without a sheet', async () => {
    await expect(writeWorkbook([])).rejects.toThrow(RangeError)
  })
})

describe('safeSheetNames', () => {
  it('keeps to what Excel takes', () => {
    expect(safeSheetNames(["'a/b:c'", '', 'A B C', 'a b c', 'x'.repeat(40), 'x'.repeat(40)])).toEqual([
      'a b c',
      'Sheet',
      'A B C 2',
      'a b c 3',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ])
  })

  it('makes any names distinct, short and clean', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const safe = safeSheetNames(names)
        expect(new Set(safe.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of safe) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
      }),
    )
  })
})

describe('columnName', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('of %i is %s', (index, name) => expect(columnName(index)).toBe(name))
})
