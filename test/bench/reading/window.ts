import type { Page } from 'playwright-core'

/** The window's content, in CSS pixels. */
export const SIZE = { width: 1280, height: 800 }

/** What runs in the window itself: it stands on the page as `window.benchReading`. */
export interface ReadingProbe {
  /** Resolves with the milliseconds since `begin` once the frame after the first one that fits is there. */
  painted(begin: number, fits: string | (() => boolean)): Promise<number>
  /** Characters of our text that stand in the page with a mark, counted once for each of their marks. */
  marked(): number
  /** Scrolls down frame by frame; resolves with the milliseconds between the frames. */
  scroll(selector: string, frames: number, step: number): Promise<number[]>
}

declare global {
  interface Window {
    benchReading?: ReadingProbe
  }
}

/** Runs in the window. */
function install(): void {
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
  window.benchReading = {
    async painted(begin, fits) {
      for (;;) {
        await frame()
        if (typeof fits === 'string' ? document.querySelector(fits) !== null : fits()) break
      }
      await frame()
      return performance.now() - begin
    },
    marked() {
      const text = document.querySelector('.cm-content')
      let sum = 0
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('db-mark')) continue
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          if (!text?.contains(startContainer) || !text.contains(endContainer)) continue
          if (startContainer === endContainer) {
            sum += endOffset - startOffset
            continue
          }
          const range = new Range()
          range.setStart(startContainer, startOffset)
          range.setEnd(endContainer, endOffset)
          sum += range.toString().length
        }
      }
      for (const mark of text?.querySelectorAll('.db-mark') ?? []) sum += mark.textContent?.length ?? 0
      return sum
    },
    async scroll(selector, frames, step) {
      const scroller = document.querySelector(selector)
      if (!scroller) throw new Error(`nothing to scroll: ${selector}`)
      const deltas: number[] = []
      let last = await frame()
      for (let i = 0; i < frames; i++) {
        scroller.scrollTop += step
        const now = await frame()
        deltas.push(now - last)
        last = now
      }
      return deltas
    },
  }
}

/** Puts the probe on a page, and the mark that the TypeScript loader leaves in functions that have a name. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(install)
}

/**
 * A window came to rest when it was idle at so many looks, so many milliseconds apart: what it does while nobody asks
 * for anything it does in pieces.
 */
const LOOKS = 20
const BETWEEN = 50

/**
 * Waits until a window has done what it does while nobody asks for anything: whoever opens a text looked for it in the
 * list first.
 */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(
    async ([looks, between]) => {
      for (let i = 0; i < looks; i++) {
        await new Promise((done) => setTimeout(done, between))
        await new Promise((done) => requestIdleCallback(done))
      }
    },
    [LOOKS, BETWEEN] as const,
  )

/** Frames of a scroll, and CSS pixels from one to the next: 3,600 pixels a second, a fast wheel. */
const FRAMES = 240
const STEP = 60
/** A frame that takes longer than this is seen as a jerk. */
const JERK = 25

/** Share of the frames of a scroll that took too long, in per cent. */
export async function jerksOf(page: Page, selector: string): Promise<number> {
  const deltas = await page.evaluate(
    ([target, frames, step]) => window.benchReading?.scroll(target, frames, step) ?? [],
    [selector, FRAMES, STEP] as const,
  )
  return (deltas.filter((delta) => delta > JERK).length / deltas.length) * 100
}
