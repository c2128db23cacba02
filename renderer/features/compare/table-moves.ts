import type { Laid } from '#shared/compare/layout'

/** A cell of the table, by the numbers of its row and column. */
export interface Cursor {
  row: number
  column: number
}

const PAGE = 10

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value))

/** The nearest row with cells, from a row on in a direction, else in the other one. */
function rowWithCells({ rows }: Laid, from: number, step: 1 | -1): number {
  for (const direction of [step, -step])
    for (let at = from; at >= 0 && at < rows.length; at += direction) if (rows[at]?.kind !== 'group') return at
  return 0
}

/** A cell that is in the table: headings of groups have none. */
export function within(laid: Laid, { row, column }: Cursor, step: 1 | -1 = 1): Cursor {
  return {
    row: rowWithCells(laid, clamp(row, laid.rows.length), step),
    column: clamp(column, laid.columns.length),
  }
}

/** Where a key takes the cursor; null for a key that moves nothing. */
export function moved(key: string, ctrl: boolean, { row, column }: Cursor, laid: Laid): Cursor | null {
  const [rows, columns] = [laid.rows.length, laid.columns.length]
  const targets: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [ctrl ? 0 : row, 0],
    End: [ctrl ? rows - 1 : row, columns - 1],
    PageUp: [row - PAGE, column],
    PageDown: [row + PAGE, column],
  }
  const to = targets[key]
  return to ? within(laid, { row: to[0], column: to[1] }, to[0] < row ? -1 : 1) : null
}
