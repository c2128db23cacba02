import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What antd's own list of choices scrolls: keys go to the combobox, which names the active choice. */
const KEYS_ELSEWHERE = '.ant-select-dropdown-list-holder'

/** Everything serious or worse that axe finds in the window as it stands, a line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async (apart) => {
    const axe: { run: (context: object, options: object) => Promise<{ violations: Violation[] }> } = Reflect.get(
      globalThis,
      'axe',
    )
    interface Violation {
      id: string
      impact: string
      nodes: { target: string[]; failureSummary: string }[]
    }
    // Notices and popups come in with a short motion; colours count when it is over.
    const ending = document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
    const { violations } = await axe.run({ exclude: [apart] }, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
  }, KEYS_ELSEWHERE)
}
