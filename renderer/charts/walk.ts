import type { ChartMark } from './plan'

type Place = Pick<ChartMark<unknown>, 'row' | 'column'>

/** The index of the mark that comes first by an order, null where none passes. */
function best(
  marks: readonly Place[],
  passes: (mark: Place) => boolean,
  order: (mark: Place) => number,
): number | null {
  let found: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [index, mark] of marks.entries()) {
    if (!passes(mark) || order(mark) >= least) continue
    found = index
    least = order(mark)
  }
  return found
}

/** More columns than any chart has: rows decide, then columns. */
const ROW = 1e6

/**
 * Where a key takes the reader among the marks of a chart: left and right along a row, up and down to the nearest row
 * that has a mark, Home and End to the ends of the row, with Ctrl to the first and the last.
 * @param current index of the mark that has the focus, null before the first
 * @returns index of the mark to go to, null for a key that moves nothing
 */
export function walk(marks: readonly Place[], current: number | null, key: string, ctrl: boolean): number | null {
  const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']
  if (!moving.includes(key) || marks.length === 0) return null
  const first = best(
    marks,
    () => true,
    ({ row, column }) => row * ROW + column,
  )
  const here = current === null ? undefined : marks[current]
  if (!here || (key === 'Home' && ctrl)) return first
  if (key === 'End' && ctrl)
    return best(
      marks,
      () => true,
      ({ row, column }) => -row * ROW - column,
    )
  const { row, column } = here
  const inRow = (mark: Place): boolean => mark.row === row
  const near = (mark: Place): number => Math.abs(mark.row - row) * ROW + Math.abs(mark.column - column)
  switch (key) {
    case 'ArrowLeft':
      return best(marks, (mark) => inRow(mark) && mark.column < column, near)
    case 'ArrowRight':
      return best(marks, (mark) => inRow(mark) && mark.column > column, near)
    case 'ArrowUp':
      return best(marks, (mark) => mark.row < row, near)
    case 'ArrowDown':
      return best(marks, (mark) => mark.row > row, near)
    case 'Home':
      return best(marks, inRow, (mark) => mark.column)
    default:
      return best(marks, inRow, (mark) => -mark.column)
  }
}
