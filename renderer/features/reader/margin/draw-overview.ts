import type { OverviewLanes } from './overview-marks'
import { type OverviewMark, overviewRows } from './overview-rows'

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

function drawLane(
  context: CanvasRenderingContext2D,
  marks: readonly OverviewMark[],
  lane: keyof typeof LANES,
  text: number,
): void {
  const { left, width } = LANES[lane]
  const least = LEAST[lane]
  const height = Math.floor(context.canvas.height / scaleOf(context))
  overviewRows(marks, text, height).forEach((colors, y) => {
    colors.forEach((color, i) => {
      context.fillStyle = color
      context.fillRect(left + (i * width) / colors.length, y, width / colors.length, least)
    })
  })
}

const scaleOf = (context: CanvasRenderingContext2D): number => context.getTransform().a || 1

/**
 * Draws the overview of a text.
 * @param text length of the text
 * @param scale pixels of the device to one CSS pixel
 */
export function drawOverview(canvas: HTMLCanvasElement, lanes: OverviewLanes, text: number, scale: number): void {
  const width = Math.round(OVERVIEW_WIDTH * scale)
  const height = Math.round(canvas.clientHeight * scale)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, OVERVIEW_WIDTH, canvas.clientHeight)
  context.globalAlpha = 0.55
  drawLane(context, lanes.hits, 'hits', text)
  context.globalAlpha = 1
  drawLane(context, lanes.annotations, 'annotations', text)
  drawLane(context, lanes.statements, 'statements', text)
  drawLane(context, lanes.places, 'places', text)
}
