import type { OverviewLanes } from './overview-marks'
import { overviewRows } from './overview-rows'

/** Where the lanes begin and how wide they are, in CSS pixels. */
const LANES = {
  annotations: { left: 2, width: 6 },
  statements: { left: 9, width: 3 },
  places: { left: 13, width: 3 },
  hits: { left: 0, width: 16 },
} as const

/** The width of the overview in CSS pixels. */
export const OVERVIEW_WIDTH = 16

/** What is smaller than this many CSS pixels is drawn so high, to be seen at all. */
const LEAST = { annotations: 2, statements: 2, places: 4, hits: 1 } as const

type Lane = keyof typeof LANES
type Rows = readonly (readonly string[])[]

/** What a canvas shows: a mark that comes is drawn where it is, and nothing else. */
interface Drawn {
  lanes: OverviewLanes
  text: number
  height: number
  rows: Record<Lane, Rows>
}

const drawn = new WeakMap<HTMLCanvasElement, Drawn>()

/** Lanes in the order in which they are drawn; what find has found lies under the others, paler. */
const ORDER: readonly Lane[] = ['hits', 'annotations', 'statements', 'places']
const HITS_ALPHA = 0.55
const TALLEST = Math.max(...Object.values(LEAST))

/** Draws the lines of pixels of a lane from `from` up to `to`. */
function drawLane(context: CanvasRenderingContext2D, lane: Lane, rows: Rows, from: number, to: number): void {
  const { left, width } = LANES[lane]
  context.globalAlpha = lane === 'hits' ? HITS_ALPHA : 1
  for (let y = Math.max(from, 0); y < to; y++) {
    const colors = rows[y] ?? []
    colors.forEach((color, i) => {
      context.fillStyle = color
      context.fillRect(left + (i * width) / colors.length, y, width / colors.length, LEAST[lane])
    })
  }
}

const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((color, i) => color === b[i])

/** The lines of pixels that are not what they were, as one stretch; null where all are. */
function changedRows(before: Drawn | null, rows: Drawn['rows'], height: number): { from: number; to: number } | null {
  if (!before) return { from: 0, to: height }
  const lanes = ORDER.filter((lane) => before.rows[lane] !== rows[lane])
  const isOther = (y: number) => lanes.some((lane) => !same(before.rows[lane][y], rows[lane][y]))
  let from = 0
  while (from < height && !isOther(from)) from++
  if (from === height) return null
  let to = height
  while (!isOther(to - 1)) to--
  return { from, to }
}

/**
 * Draws the overview of a text.
 * @param text length of the text
 * @param scale pixels of the device to one CSS pixel
 */
export function drawOverview(canvas: HTMLCanvasElement, lanes: OverviewLanes, text: number, scale: number): void {
  const size = { width: Math.round(OVERVIEW_WIDTH * scale), height: Math.round(canvas.clientHeight * scale) }
  const fits = canvas.width === size.width && canvas.height === size.height
  if (!fits) Object.assign(canvas, size)
  const context = canvas.getContext('2d')
  if (!context) return
  const height = Math.floor(size.height / scale)
  const known = drawn.get(canvas)
  // Between the pixels of the device a stretch has no sharp ends: all is drawn there.
  const keeps = fits && Number.isInteger(scale) && known?.text === text && known.height === height
  const before = keeps ? known : null
  const rowsOf = (lane: Lane): Rows =>
    before?.lanes[lane] === lanes[lane] ? before.rows[lane] : overviewRows(lanes[lane], text, height)
  const rows = {
    hits: rowsOf('hits'),
    annotations: rowsOf('annotations'),
    statements: rowsOf('statements'),
    places: rowsOf('places'),
  }
  drawn.set(canvas, { lanes, text, height, rows })
  const changed = changedRows(before, rows, height)
  if (!changed) return
  const { from, to } = changed
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.save()
  context.beginPath()
  context.rect(0, from, OVERVIEW_WIDTH, to - from + TALLEST)
  context.clip()
  context.clearRect(0, from, OVERVIEW_WIDTH, to - from + TALLEST)
  for (const lane of ORDER) drawLane(context, lane, rows[lane], from - TALLEST, to + TALLEST)
  context.restore()
}
