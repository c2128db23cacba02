import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvBytes } from '#shared/exchange/csv'
import { readCsv, tableText } from '#shared/exchange/csv-read'
import { writeWorkbook } from '#shared/exchange/xlsx'
import { STYLE } from '#shared/exchange/xlsx-parts'
import { readWorkbook } from './read-workbook'

/** The modules of the exchange by their path, as text. */
const MODULES = import.meta.glob<string>('../../../shared/exchange/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** The two doors through which every cell of every table goes. */
const DOORS = ['csvBytes(', 'writeWorkbook(']
/** What makes bytes, and would go past the doors. */
const PAST = /new TextEncoder|zipSync\(|strToU8\(|ZipStream/

const writers = Object.entries(MODULES).flatMap(([path, text]) =>
  [...text.matchAll(/export (?:const|function|async function) (\w+(?:Csv|Workbook))\b/g)]
    .map(([, name = '']) => ({ path, name, text }))
    .filter(({ name }) => name.startsWith('read') === false && name !== 'writeWorkbook'),
)

const hostile = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string())
  .map((parts) => parts.join(''))
const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.constantFrom('-5.2', '+3%', '地区生产总值'))
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const rows = fc.array(fc.array(fc.oneof(text, number, fc.constant(null)), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
})

/** What starts a formula where a spreadsheet opens the file; plain signed numbers are none. */
const STARTS = /^[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/

describe('every table that goes out', () => {
  it('is written through one of two doors, and nothing goes past them', () => {
    expect(writers.length).toBeGreaterThan(15)
    for (const { path, name, text: source } of writers) {
      expect(DOORS.some((door) => source.includes(door)) ? '' : `${path}: ${name} has no door`).toBe('')
      expect(PAST.test(source) ? `${path}: ${name} makes bytes of its own` : '').toBe('')
    }
  })

  it('has no cell that CSV readers take for a formula, and numbers stay numbers', () => {
    fc.assert(
      fc.property(rows, (all) => {
        // Lines without a word are passed over by readers.
        const cells = all.map((row) => ['行', ...row])
        const read = readCsv(tableText(csvBytes(cells)))
        expect(read.length).toBe(cells.length)
        for (const [at, line] of read.entries())
          for (const [column, written] of line.cells.entries()) {
            const cell = cells[at]?.[column] ?? null
            if (typeof cell === 'number') expect(Number(written)).toBe(cell === 0 ? Number(written) : cell)
            else {
              expect(STARTS.test(written) && !NUMBER.test(written)).toBe(false)
              expect([cell ?? '', `'${cell}`]).toContain(written)
            }
          }
      }),
    )
  })

  it('has no formula in a workbook: texts are texts, marked where typing them would make one', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const columns = [0, 1, 2, 3].map((n) => ({ header: `=${n}`, width: 10 }))
        const [sheet] = readWorkbook(await writeWorkbook([{ name: '=1+1', columns, rows: cells }])).sheets
        expect(sheet?.xml).not.toMatch(/<f[ >]/)
        for (const [at, row] of cells.entries())
          for (const [column, cell] of row.entries()) {
            const found = sheet?.cells.get(`${'ABCD'.charAt(column)}${at + 2}`)
            if (typeof cell === 'number') expect(found).toMatchObject({ text: null, number: cell === 0 ? 0 : cell })
            else if (found) {
              expect(found.number).toBeNull()
              expect(found.style).toBe(STARTS.test(cell ?? '') ? STYLE.quoted : STYLE.text)
            }
          }
      }),
      { numRuns: 40 },
    )
  })
})
