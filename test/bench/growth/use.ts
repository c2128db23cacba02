import type { CDPSession, Page } from 'playwright-core'
import { start, type Workbench } from '../../e2e/driver'
import { importInto, memoryOf, withProfile } from '../app'
import { filesUnder } from '../library'
import { SIZE } from '../reading/window'
import { type Row, row } from '../row'
import { sampled } from './many'

/** What a window holds when all is closed again. */
interface Held {
  /** Bytes of the page's heap after it was collected. */
  heap: number
  nodes: number
  listeners: number
  /** MiB of all processes (PSS). */
  memory: number
}

const REPORTS = 200
const PHRASES = ['营商环境', '乡村振兴', '高质量发展', '就业']
/** Workers rest after two minutes or three (`renderer/workers/`); one that is there for longer than this, in ms, stays. */
const REST = 300_000
/** So many lines of the library are opened by turns. */
const LINES = 20
/**
 * Rounds of use until all has been loaded that is loaded once: views, their styles, the dictionary, each of the reports
 * that are opened. What the heap grows by later is code: of 1.87 MB that 50 more rounds brought, 1.79 were functions that
 * the engine had made faster, and objects were 8 KB fewer (heap snapshots).
 */
const WARM = LINES
/** Three runs of the same differ by a few per cent; what grows with use grows by more in an hour. */
const HELD_MOST = 1.15

const closeAll = async (page: Page): Promise<void> => {
  while ((await page.getByRole('main').getByRole('tab').count()) > 1) {
    const before = await page.getByRole('main').getByRole('tab').count()
    await page.getByRole('main').getByRole('tab').last().click()
    await page.keyboard.press('Control+w')
    await page.waitForFunction((count) => document.querySelectorAll('main [role="tab"]').length < count, before)
  }
}

/** Opens a report, reads, codes a sentence and takes it back. */
async function read(page: Page, at: number): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('gridcell').first().waitFor()
  for (let line = 0; line < 1 + (at % LINES); line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.cm-line').first().waitFor()
  for (let n = 0; n < 5; n++) await page.keyboard.press('PageDown')
  await page.keyboard.press('s')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+z')
}

/** Looks for a phrase, compares, and looks at ledger and audit. */
async function look(page: Page, at: number): Promise<void> {
  await page.keyboard.press('Control+Shift+f')
  const phrase = PHRASES[at % PHRASES.length] ?? ''
  await page.getByRole('textbox', { name: '检索词' }).fill(phrase)
  await page.locator('[data-view="search"] mark').getByText(phrase, { exact: true }).first().waitFor()
  await page.keyboard.press('Control+Shift+d')
  await page.locator('[data-key-scope="compare"]').waitFor()
  await page.keyboard.press('Control+Shift+u')
  await page.getByRole('grid', { name: '目标与完成情况' }).getByRole('row').nth(1).waitFor()
  await page.keyboard.press('Control+Shift+j')
  await page.getByRole('listbox', { name: '数据核查' }).getByRole('option').first().waitFor()
}

/** What is held when nothing is open and the workers have gone to rest. */
async function heldBy(workbench: Workbench, cdp: CDPSession): Promise<Held> {
  const { page } = workbench
  await page.keyboard.press('Control+Shift+l')
  await page.waitForFunction(() => document.querySelector('main [role="gridcell"]') !== null)
  // Workers end themselves when nobody asks them anything for a while; the page tells of each that is left.
  await Promise.all(page.workers().map((worker) => worker.waitForEvent('close', { timeout: REST })))
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners, memory: memoryOf(workbench) ?? Number.NaN }
}

async function use(profile: string, minutes: number): Promise<{ first: Held; last: Held; rounds: number }> {
  const workbench = await start({ profile, settings: { author: '甲' }, size: SIZE })
  try {
    const { page } = workbench
    const cdp = await page.context().newCDPSession(page)
    let first: Held | null = null
    let end = Number.POSITIVE_INFINITY
    let rounds = 0
    while (Date.now() < end) {
      await read(page, rounds)
      await look(page, rounds)
      await closeAll(page)
      rounds += 1
      if (rounds !== WARM) continue
      first = await heldBy(workbench, cdp)
      end = Date.now() + minutes * 60_000
    }
    if (!first) throw new Error('nothing was held after the first rounds')
    return { first, last: await heldBy(workbench, cdp), rounds }
  } finally {
    await workbench.close()
  }
}

/**
 * Uses a library of real reports for so many minutes after its first rounds, everything opened closed again in each
 * round, and holds what the window keeps at the end against what it kept after the first rounds.
 */
export async function useRows(folder: string, minutes: number): Promise<Row[]> {
  return withProfile(async (profile) => {
    await importInto(profile, sampled(filesUnder(folder), REPORTS))
    const { first, last, rounds } = await use(profile, minutes)
    const held = (name: string, unit: string, figure: (of: Held) => number): Row =>
      row(
        `${name} after ${rounds} rounds of use`,
        unit,
        [figure(last)],
        { name: `after ${WARM} rounds`, figures: [figure(first)] },
        { most: HELD_MOST },
      )
    return [
      held("the window's heap", 'MiB', ({ heap }) => heap / 2 ** 20),
      held('elements and text in memory', '', ({ nodes }) => nodes),
      held('listeners', '', ({ listeners }) => listeners),
      held('memory of all processes', 'MiB', ({ memory }) => memory),
    ]
  })
}
