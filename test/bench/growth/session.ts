import type { Page } from 'playwright-core'
import { start } from '../../e2e/driver'
import { memoryOf } from '../app'
import { installProbe, jerksOf, SIZE } from '../reading/window'

/** What the window does with a library of some size. */
export interface SessionFigures {
  /** MiB of all processes (PSS), the library shown and nothing asked for. */
  memory: number | null
  /** Milliseconds from the double click on a line of the library to the text, one for each report opened. */
  opens: number[]
  /** Share of the frames of a scroll that took too long, in per cent: of the library, of a text. */
  libraryJerks: number
  textJerks: number
  /** Milliseconds from a key in the library's filter to the next frame, one for each key. */
  keys: number[]
}

/** Reports that are opened one after the other. */
const OPENS = 5
/** Leaves fewer lines at each key. */
const TYPED = '2019 12 5'
const LIST = 'main [role="grid"]'

/** Runs in the window: a double click on the line at this place of the table. */
async function openThere(at: number): Promise<number> {
  const probe = window.benchReading
  const lines = [...document.querySelectorAll('main [role="grid"] [role="row"] [role="gridcell"]:first-child')]
  const cell = lines[Math.min(at, lines.length - 1)]
  if (!cell || !probe) throw new Error('the library is empty')
  const begin = performance.now()
  cell.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  return probe.painted(begin, '.cm-line')
}

/** Runs in the window: the milliseconds from each key to the frame after it. */
function watchKeys(): void {
  const taken: number[] = []
  window.benchKeys = taken
  addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - timeStamp))),
    true,
  )
}

declare global {
  interface Window {
    benchKeys?: number[]
  }
}

async function opensOf(page: Page): Promise<{ opens: number[]; textJerks: number }> {
  const opens: number[] = []
  let textJerks = 0
  for (let at = 0; at < OPENS; at++) {
    opens.push(await page.evaluate(openThere, at * 3))
    if (at === 0) textJerks = await jerksOf(page, '.db-reader .cm-scroller')
    await page.keyboard.press('Control+W')
    await page.locator('.cm-content').waitFor({ state: 'detached' })
    await page.getByRole('gridcell').first().waitFor()
  }
  return { opens, textJerks }
}

async function typing(page: Page): Promise<number[]> {
  await page.locator('main search input').first().focus()
  await page.evaluate(watchKeys)
  for (const key of TYPED) await page.keyboard.type(key)
  return page.evaluate(() => window.benchKeys ?? [])
}

/** Opens the window of a profile with a library in it and uses it. */
export async function sessionOf(profile: string): Promise<SessionFigures> {
  const workbench = await start({ profile, settings: {}, size: SIZE })
  try {
    const { page } = workbench
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('gridcell').first().waitFor()
    const memory = memoryOf(workbench)
    await installProbe(page)
    const libraryJerks = await jerksOf(page, LIST)
    await page.evaluate((list) => document.querySelector(list)?.scrollTo(0, 0), LIST)
    const { opens, textJerks } = await opensOf(page)
    return { memory, libraryJerks, opens, textJerks, keys: await typing(page) }
  } finally {
    await workbench.close()
  }
}
