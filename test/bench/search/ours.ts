import { start } from '../../e2e/driver'
import { memoryOf } from '../app'
import { SIZE } from '../reading/window'

/** What a query took in a real window. */
export interface Searched {
  query: string
  /**
   * Milliseconds from the question to its answer, one for each round: the counts by place and year are in the window as
   * numbers, their sums and the first lines are drawn. The chart of the counts follows and is not in it.
   */
  ms: number[]
  hits: number
  reports: number
}

/** What searching a library gave. */
export interface SearchFigures {
  /** Milliseconds of the first question, with which the texts are taken from the database. */
  filling: number
  queries: Searched[]
  /** MiB of all processes (PSS) before the first question and after the last. */
  before: number | null
  after: number | null
}

const ROUNDS = 5
/** What the view measures (`renderer/features/search/controller.ts`). */
const MEASURE = 'duibiao:search'
const VIEW = '[data-view="search"]'
/** The first question reads all texts, and may wait for the disk; what takes longer, in milliseconds, never comes. */
const ANSWER = 180_000

/** Asks each query by turns in the search view of a profile. */
export async function searchIn(profile: string, queries: readonly string[]): Promise<SearchFigures> {
  const workbench = await start({ profile, settings: { language: 'zh-CN' }, size: SIZE })
  try {
    const { page } = workbench
    await page.getByRole('gridcell').first().waitFor()
    const before = memoryOf(workbench)
    await page.keyboard.press('Control+Shift+F')
    // The library stays in the page behind it, with a field of its own.
    const view = page.locator(VIEW)
    const field = view.getByRole('textbox', { name: '检索词' })
    const ask = async (query: string): Promise<{ ms: number; counts: string }> => {
      await page.evaluate((name) => performance.clearMeasures(name), MEASURE)
      await field.fill(query)
      const answer = await page.waitForFunction(
        ([name, wanted, within]): number | string | null => {
          const [entry] = performance.getEntriesByName(name) as PerformanceMeasure[]
          if (entry && String(entry.detail) === wanted) return entry.duration
          return document.querySelector(`${within} [role="alert"]`)?.textContent ?? null
        },
        [MEASURE, query, VIEW] as const,
        { timeout: ANSWER },
      )
      const ms = await answer.jsonValue()
      if (typeof ms !== 'number') throw new Error(`the search of “${query}” failed: ${ms}`)
      return { ms, counts: await view.getByText(/^[\d,]+ 处，[\d,]+ 篇报告/u).innerText() }
    }
    // A query of its own, so that the first measured one finds the texts there.
    const filling = (await ask('政府')).ms
    const all = queries.map((query): Searched => ({ query, ms: [], hits: 0, reports: 0 }))
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of all) {
        const { ms, counts } = await ask(one.query)
        const [hits = 0, reports = 0] =
          counts.match(/[\d,]+/gu)?.map((digits) => Number(digits.replaceAll(',', ''))) ?? []
        Object.assign(one, { hits, reports })
        one.ms.push(ms)
      }
    }
    return { filling, queries: all, before, after: memoryOf(workbench) }
  } finally {
    await workbench.close()
  }
}
