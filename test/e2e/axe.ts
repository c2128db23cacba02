import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What antd's own list of choices scrolls: keys go to the combobox, which names the active choice. */
const KEYS_ELSEWHERE = '.ant-select-dropdown-list-holder'

/** How often the window is looked at before what is found counts. */
const LOOKS = 3

/**
 * Everything serious or worse that axe finds in the window, a line each. What is found once and not again was on its way
 * to another colour: data that arrived while axe looked sets off a change that nothing had announced.
 */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  let found = await look(page)
  for (let looks = 1; found.length > 0 && looks < LOOKS; looks++) found = await look(page)
  return found
}

function look(page: Page): Promise<string[]> {
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
