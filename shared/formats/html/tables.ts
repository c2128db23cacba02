import { attribute, type Element, elementsOf } from './tree'

/** What tells a table of data from one that lays out a page. */
const LONG_CELL = 400
const SHORT_CELL = 60
/** Elements looked at before a table is called too large to be anything but layout or data by its rows. */
const LOOKED_AT = 20_000

/** The parts of one table, without those of tables inside it. */
interface Shape {
  readonly rows: readonly (readonly number[])[]
  readonly heads: boolean
  readonly nested: boolean
}

/**
 * Whether a table holds data, so that its rows are lines with tabs. A table with a table inside, of one row or one
 * column, or with columns of running text lays out a page.
 */
export function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return false
  const { rows, heads, nested } = shapeOf(table)
  if (nested) return false
  const wide = rows.filter((cells) => cells.length > 1)
  if (heads && wide.length > 0) return true
  if (wide.length < 2) return false
  const lengths = wide.flat()
  const longest = Math.max(...lengths)
  if (longest <= LONG_CELL) return true
  const median = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0
  return wide.length >= 3 && median <= SHORT_CELL && longest <= 10 * LONG_CELL
}

/** Lengths of the cells by row. */
function shapeOf(table: Element): Shape {
  const rows: number[][] = []
  let heads = false
  let seen = 0
  for (const element of elementsOf(table)) {
    const { tagName } = element
    if (tagName === 'table') return { rows, heads, nested: true }
    if (tagName === 'tr') rows.push([])
    if (tagName === 'td' || tagName === 'th') rows.at(-1)?.push(0)
    if (tagName === 'th' || tagName === 'caption') heads = true
    for (const node of element.childNodes) if ('value' in node) add(rows.at(-1), node.value)
    seen++
    if (seen > LOOKED_AT) break
  }
  return { rows, heads, nested: false }
}

function add(row: number[] | undefined, text: string): void {
  if (row && row.length > 0) row[row.length - 1] = (row[row.length - 1] ?? 0) + text.replace(/\s+/g, '').length
}

/** Columns that a row is drawn out to at most; a page can claim a hundred thousand. */
const MOST_COLUMNS = 1000

/** The grid of a data table while its rows go by: cells that reach over columns or rows leave empty ones behind. */
export class Grid {
  /** By column: the rows below that the cell above still covers. */
  private readonly covered: number[] = []
  private cells: string[] = []

  /** Adds a cell at the next free column. Spans are held to what tables have. */
  add(cell: Element, text: string): void {
    this.skipCovered()
    const columns = Math.min(spanOf(cell, 'colspan'), Math.max(1, MOST_COLUMNS - this.cells.length))
    const rows = spanOf(cell, 'rowspan')
    for (let column = 0; column < columns; column++) {
      this.covered[this.cells.length] = rows
      this.cells.push(column === 0 ? text : '')
    }
  }

  /** Ends the row. @returns its cells parted by tabs */
  row(): string {
    this.skipCovered()
    const line = this.cells.join('\t')
    for (let column = 0; column < this.covered.length; column++) {
      this.covered[column] = Math.max(0, (this.covered[column] ?? 0) - 1)
    }
    this.cells = []
    return line
  }

  private skipCovered(): void {
    while ((this.covered[this.cells.length] ?? 0) > 0 && this.cells.length < this.covered.length) this.cells.push('')
  }
}

const spanOf = (cell: Element, name: string): number => {
  const span = Number.parseInt(attribute(cell, name), 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), name === 'colspan' ? 100 : 1000)
}
