// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest'
import { drawFitted } from '../../../renderer/charts/fit'
import type { ChartPalette } from '../../../renderer/charts/palette'
import type { ChartFrame, ChartPlan } from '../../../renderer/charts/plan'

const BAR = 10
const WHOLE = { width: 400, height: 160 }
const palette = {} as ChartPalette

let element: HTMLElement

/** jsdom lays nothing out: the element has a bar where its style says so, as in a browser. */
beforeEach(() => {
  element = document.createElement('div')
  const bar = (overflow: 'overflowX' | 'overflowY') => (element.style[overflow] === 'scroll' ? BAR : 0)
  Object.defineProperties(element, {
    offsetWidth: { get: () => WHOLE.width },
    offsetHeight: { get: () => WHOLE.height },
    clientWidth: { get: () => WHOLE.width - bar('overflowY') },
    clientHeight: { get: () => WHOLE.height - bar('overflowX') },
  })
})

/** A plan that fills its frame but needs so much. */
const needing = (width: number, height: number) => {
  const draw = vi.fn((at: ChartFrame) => ({
    ...{ width: Math.max(at.width, width), height: Math.max(at.height, height) },
    ...{ option: {}, windowed: false },
  }))
  const plan: ChartPlan<number> = { rows: [], columns: [], marks: [], notes: [], draw }
  return plan
}
const fitted = (width: number, height: number) => {
  const inside = { width: element.clientWidth, height: element.clientHeight }
  const { size, drawn } = drawFitted(needing(width, height), element, inside, palette)
  const { overflowX: x, overflowY: y } = element.style
  return { size: [size.width, size.height], drawn: [drawn.width, drawn.height], x, y }
}

it('shows no bar where all fits', () => {
  expect(fitted(300, 100)).toEqual({ size: [400, 160], drawn: [400, 160], x: 'hidden', y: 'hidden' })
})

it('takes the height of the bar below from a wide chart, which then needs none beside it', () => {
  const wide = { size: [400, 150], drawn: [900, 150], x: 'scroll', y: 'hidden' }
  expect(fitted(900, 100)).toEqual(wide)
  expect(fitted(900, 100)).toEqual(wide)
})

it('shows both bars where one leaves too little for the other', () => {
  expect(fitted(395, 500)).toEqual({ size: [390, 150], drawn: [395, 500], x: 'scroll', y: 'scroll' })
  expect(fitted(900, 155)).toEqual({ size: [390, 150], drawn: [900, 155], x: 'scroll', y: 'scroll' })
})

it('gives the room of a bar back to a chart that needs it no more', () => {
  fitted(900, 500)
  expect(fitted(300, 100)).toEqual({ size: [400, 160], drawn: [400, 160], x: 'hidden', y: 'hidden' })
})
