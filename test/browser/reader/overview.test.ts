import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { drawOverview } from '../../../renderer/features/reader/margin/draw-overview'
import type { OverviewLanes } from '../../../renderer/features/reader/margin/overview-marks'

afterEach(() => document.body.replaceChildren())

const TEXT = 1_000
const COLORS = ['#0072b2', '#e69f00', '#009e73']
const EMPTY: OverviewLanes = { annotations: [], statements: [], places: [], hits: [] }

function canvasOf(height = 120): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = `display:block;width:16px;height:${height}px`
  document.body.append(canvas)
  return canvas
}

const pixels = (canvas: HTMLCanvasElement): number[] =>
  Array.from(canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])

/** The most that a colour differs by, of 255: blended in another order, two translucent marks may differ by a rounding. */
const ROUNDING = 2

const farthest = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((most, level, at) => Math.max(most, Math.abs(level - (other[at] ?? Number.POSITIVE_INFINITY))), 0)

const mark = fc
  .record({
    start: fc.nat({ max: TEXT - 1 }),
    length: fc.integer({ min: 1, max: 60 }),
    color: fc.constantFrom(...COLORS),
  })
  .map(({ start, length, color }) => ({ start, end: Math.min(start + length, TEXT), color }))
const marks = fc.array(mark, { maxLength: 12 })
const lanes = fc.record({ annotations: marks, statements: marks, places: marks, hits: marks })

it('shows after any change what it would show if all were drawn', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(lanes, fc.subarray(Object.keys(EMPTY))), { maxLength: 4 }),
      fc.constantFrom(1, 1.5, 2),
      (steps, scale) => {
        const canvas = canvasOf()
        let shown = EMPTY
        drawOverview(canvas, shown, TEXT, scale)
        for (const [next, changed] of steps) {
          shown = { ...shown, ...Object.fromEntries(Object.entries(next).filter(([lane]) => changed.includes(lane))) }
          drawOverview(canvas, shown, TEXT, scale)
        }
        const fresh = canvasOf()
        drawOverview(fresh, shown, TEXT, scale)
        expect(canvas.height).toBe(fresh.height)
        expect(farthest(pixels(fresh), pixels(canvas))).toBeLessThanOrEqual(ROUNDING)
        document.body.replaceChildren()
      },
    ),
    { numRuns: 60 },
  )
})

it('is drawn anew in another size', () => {
  const canvas = canvasOf()
  const shown = { ...EMPTY, annotations: [{ start: 0, end: TEXT, color: '#0072b2' }] }
  drawOverview(canvas, shown, TEXT, 1)
  canvas.style.height = '60px'
  drawOverview(canvas, shown, TEXT, 1)
  const fresh = canvasOf(60)
  drawOverview(fresh, shown, TEXT, 1)
  expect(pixels(canvas)).toEqual(pixels(fresh))
})
