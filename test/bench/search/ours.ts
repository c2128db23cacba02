import { start } from '../../e2e/driver'
import { memoryOf } from '../app'
import { SIZE } from '../reading/window'

/** What a query took in a real window. */
export interface Searched {
  query: string
  /** Milliseconds from the question to its counts and its first hundred lines, one for each round. */
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

/** Asks each query by turns in the search view of a profile. */
export async function searchIn(profile: string, queries: readonly string[]): Promise<SearchFigures> {
  const workbench = await start({ profile, settings: { language: 'zh-CN' }, size: SIZE })
  try {
    const { page } = workbench
    await page.getByRole('gridcell').first().waitFor()
    const before = memoryOf(workbench)
    await page.keyboard.press('Control+Shift+F')
    const field = page.locator('main input[type="search"], main input').first()
    const ask = async (query: string): Promise<{ ms: number; counts: string }> => {
      await page.evaluate((name) => performance.clearMeasures(name), MEASURE)
      await field.fill(query)
      const measured = await page.waitForFunction(
        ([name, wanted]) => {
          const [entry] = performance.getEntriesByName(name) as PerformanceMeasure[]
          return entry && String(entry.detail) === wanted ? entry.duration : null
        },
        [MEASURE, query] as const,
        { timeout: 300_000 },
      )
      const counts = await page.getByText(/^[\d,]+ 处，[\d,]+ 篇报告/u).innerText()
      return { ms: Number(await measured.jsonValue()), counts }
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
