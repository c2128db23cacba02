import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api'
import type { Run } from './layout/run'

/** How text runs on a page: 0 to the right, 90 downwards (and vertical writing), 180, 270 upwards; null slanted. */
type Direction = 0 | 90 | 180 | 270 | null

/** A page's text by direction; the runs of each are turned so that its lines run to the right and follow downwards. */
export interface Collected {
  /** The size of the page, turned as its main direction is. */
  readonly width: number
  readonly height: number
  /** Runs in the direction of most of the page's text. */
  readonly runs: Run[]
  /** Runs in each other direction. */
  readonly aside: Run[][]
  readonly slanted: Run[]
  /** Whether the page held more than was taken. */
  readonly cut: boolean
}

interface Placed {
  readonly direction: Direction
  readonly run: Run
}

/** A page of more pieces of text is a map or a trap. */
const MOST_ITEMS = 60_000
/** Off by so much of the letters' size, text is slanted. */
const SLANT = 0.05

/** The text of a page as runs. The page's resources are freed. */
export async function collect(page: PDFPageProxy): Promise<Collected> {
  const view = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const placed: Placed[] = []
  for (const item of items.slice(0, MOST_ITEMS)) {
    if (!('str' in item) || item.str === '' || item.str === ' ') continue
    const found = place(item, styles[item.fontName]?.vertical === true, view)
    if (found) placed.push(found)
  }
  const main = mainDirection(placed)
  const turned = main === 90 || main === 270
  const of = (direction: Direction) => placed.filter((one) => one.direction === direction).map(({ run }) => run)
  const others = ([0, 90, 180, 270] as const).filter((direction) => direction !== main)
  return {
    width: turned ? view.height : view.width,
    height: turned ? view.width : view.height,
    runs: of(main),
    aside: others.map(of).filter((runs) => runs.length > 0),
    slanted: of(null),
    cut: items.length > MOST_ITEMS,
  }
}

function mainDirection(placed: readonly Placed[]): 0 | 90 | 180 | 270 {
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 }
  for (const { direction, run } of placed) if (direction !== null) counts[direction] += run.text.length
  const directions = [0, 90, 180, 270] as const
  return directions.reduce((best, direction) => (counts[direction] > counts[best] ? direction : best), 0)
}

/** A transformation of the plane as PDF writes it. */
type Matrix = readonly [number, number, number, number, number, number]

function place(
  item: TextItem,
  vertical: boolean,
  view: { readonly transform: number[]; readonly width: number; readonly height: number },
): Placed | null {
  const [a, b, c, d, x, y] = multiply(matrix(view.transform), matrix(item.transform))
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  if (![a, b, c, d, x, y, size, item.width, item.height].every(Number.isFinite) || size === 0) return null
  const direction = vertical ? 90 : directionOf(a, b)
  const [left, base] = turned(direction, x, y, view)
  const length = vertical ? item.height : item.width
  return { direction, run: { text: item.str, left, right: left + length, base, size, face: item.fontName } }
}

function matrix(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** @param a x and @param b y of the direction that text runs in, y downwards */
function directionOf(a: number, b: number): Direction {
  const size = Math.hypot(a, b)
  if (Math.abs(b) < SLANT * size) return a >= 0 ? 0 : 180
  if (Math.abs(a) < SLANT * size) return b >= 0 ? 90 : 270
  return null
}

function turned(direction: Direction, x: number, y: number, view: { width: number; height: number }): [number, number] {
  if (direction === 90) return [y, view.width - x]
  if (direction === 180) return [view.width - x, view.height - y]
  if (direction === 270) return [view.height - y, x]
  return [x, y]
}
