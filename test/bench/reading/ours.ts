import type { Page } from 'playwright-core'
import { start } from '../../e2e/driver'
import { readerText } from '../../e2e/steps'
import { type KeyWork, workOfKey } from './key-work'
import { atRest, installProbe, jerksOf, SIZE } from './window'

/** What one run gave. */
export interface OurFigures {
  /** Milliseconds from the double click in the library to the marks on the screen. */
  open: number
  /** The same until all that stands around the text is there, too: toolbar, outline, statements, columns, overview. */
  whole: number
  jerks: number
  /** The work of each mark that was added by a key. */
  adds: readonly KeyWork[]
  /** Share of these marks that were not painted in the frame after the key, in per cent. */
  late: number
}

/** Runs in the window: what the next double click takes until the marks are painted. */
function watchOpening(): void {
  const probe = window.benchReading
  if (!probe) throw new Error('the probe is not there')
  if (document.querySelector('.cm-content')) throw new Error('the text is open already')
  window.benchOpened = new Promise((done, failed) => {
    const watch = async () => {
      const begin = performance.now()
      const open = await probe.painted(begin, () => probe.marked() > 0)
      for (const part of ['.db-overview', '.db-heads', '.db-outline-line', '.db-review-list', '.db-reader-bar button'])
        await probe.painted(begin, part)
      done({ open, whole: performance.now() - begin })
    }
    addEventListener('pointerdown', () => void watch().catch(failed), { capture: true, once: true })
  })
}

/**
 * A double click by the mouse on the only line of the library, as fast as can be, timed from its first press: from
 * there on the app may read the text, and the peer's reading counts too.
 */
async function openBy(page: Page): Promise<Pick<OurFigures, 'open' | 'whole'>> {
  // Somebody is at the window before they open a text in it.
  await page.mouse.move(SIZE.width / 2, SIZE.height - 100)
  await atRest(page)
  const line = await page.getByRole('gridcell').first().boundingBox()
  if (!line) throw new Error('no line in the library')
  await page.evaluate(watchOpening)
  // Not by a locator: it would run code of its own in the page between the presses.
  await page.mouse.dblclick(line.x + line.width / 2, line.y + line.height / 2)
  const opened = await page.evaluate(() => window.benchOpened)
  if (!opened) throw new Error('nothing was opened')
  return opened
}

const SCROLLER = '.db-reader .cm-scroller'

/** Marks that are added one after the other. */
const ADDS = 15
/** What a mark starts is over after this many milliseconds without a task. */
const QUIET = 400

/** Runs in the window: notes whether the frame after the next key 1 shows a mark more. */
function watchKey(): void {
  const marked = (): number => window.benchReading?.marked() ?? 0
  window.benchAdded = null
  const before = marked()
  const down = (): void => {
    removeEventListener('keydown', down, true)
    requestAnimationFrame(() => {
      window.benchAdded = marked() !== before
    })
  }
  addEventListener('keydown', down, true)
}

declare global {
  interface Window {
    benchAdded?: boolean | null
    benchOpened?: Promise<Pick<OurFigures, 'open' | 'whole'>>
  }
}

async function addMarks(page: Page): Promise<Pick<OurFigures, 'adds' | 'late'>> {
  const cdp = await page.context().newCDPSession(page)
  const adds: KeyWork[] = []
  let late = 0
  for (let i = 0; i < ADDS; i++) {
    // The next word: the caret stands behind the mark before.
    await page.keyboard.press('w')
    await page.waitForTimeout(QUIET)
    await page.evaluate(watchKey)
    adds.push(await workOfKey(page, cdp, '1', QUIET))
    if (!(await page.evaluate(() => window.benchAdded))) late += 1
  }
  return { adds, late: (late / ADDS) * 100 }
}

/** Runs in the window: as if no text had been read yet. */
function forgetPlaces(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('duibiao.positions.')) localStorage.removeItem(key)
}

/**
 * Opens the marked text of a project in the reader, scrolls it and, where asked to, adds marks to it.
 * @param again true opens it where it was left, by the round before at its end; else as one that was never open
 */
export async function ours(
  profile: string,
  { adding = false, again = false }: { adding?: boolean; again?: boolean } = {},
): Promise<OurFigures> {
  const workbench = await start({ profile, settings: {}, size: SIZE })
  try {
    const { page } = workbench
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('gridcell').first().waitFor()
    await installProbe(page)
    if (!again) await page.evaluate(forgetPlaces)
    const opened = await openBy(page)
    await readerText(page).waitFor()
    const jerks = await jerksOf(page, SCROLLER)
    const figures = { ...opened, jerks, ...(adding ? await addMarks(page) : { adds: [], late: 0 }) }
    // A tab that is left is drawn as the app starts: the next run would only bring it to the front.
    await page.keyboard.press('Control+W')
    await readerText(page).waitFor({ state: 'detached' })
    return figures
  } finally {
    await workbench.close()
  }
}
