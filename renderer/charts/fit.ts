import type { ChartPalette } from './palette'
import type { ChartFrame, ChartPlan, Drawn } from './plan'

/** A size in CSS pixels. */
interface Size {
  width: number
  height: number
}

/** A chart drawn for the room that it has beside its scroll bars. */
interface Fitted {
  size: Size
  drawn: Drawn
}

/**
 * Draws a plan for the room of an element, and gives the element the scroll bars that it needs. Left to the browser, the
 * bar below a wide chart would take height of it, so that a bar beside it comes and goes, and all is drawn each time.
 * @param inside the element's size without the bars that it has now; it must not have a border or a padding
 */
export function drawFitted<T>(plan: ChartPlan<T>, element: HTMLElement, inside: Size, palette: ChartPalette): Fitted {
  const bars = (): Size => ({
    width: element.offsetWidth - element.clientWidth,
    height: element.offsetHeight - element.clientHeight,
  })
  const now = bars()
  const whole: Size = { width: inside.width + now.width, height: inside.height + now.height }
  const needs = { x: false, y: false }
  let size = whole
  for (;;) {
    const at: ChartFrame = { ...size, top: element.scrollTop, left: element.scrollLeft }
    const drawn = plan.draw(at, palette)
    const more = { x: drawn.width > size.width, y: drawn.height > size.height }
    const isDone = (needs.x || !more.x) && (needs.y || !more.y)
    needs.x ||= more.x
    needs.y ||= more.y
    element.style.overflowX = needs.x ? 'scroll' : 'hidden'
    element.style.overflowY = needs.y ? 'scroll' : 'hidden'
    if (isDone) return { size, drawn }
    const taken = bars()
    size = { width: whole.width - taken.width, height: whole.height - taken.height }
  }
}
