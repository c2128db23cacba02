import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { currentTab, readerText, saved } from './steps'

/** An entry of the journal, as far as tests look at it. */
interface Entry {
  sequence: number
  author: string
  operation: { key: string; params: Record<string, string> }
  changes: { table: string; after: unknown }[]
  undoes: number | null
  redoes: number | null
}

/** The lines of the project's journal on disk; where a profile has several projects, of the one with the most steps. */
export function journalEntries(profile: string): Entry[] {
  const journals = readdirSync(join(profile, 'projects'))
    .map((id) => join(profile, 'projects', id, 'journal.jsonl'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean))
  const [longest = []] = journals.toSorted((a, b) => b.length - a.length)
  return longest.map((line) => JSON.parse(line))
}

/** Presses a key some times. */
export async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await page.keyboard.press(key)
}

/** Imports the sample from the empty library, where the focus is at the start. */
export async function importByKeys(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('导入示例课题')
  await page.keyboard.press('Enter')
  await page.getByText('导入完成').waitFor()
  await saved(page)
}

/** Waits until the keys go to something of this role. */
export const focusOn = (page: Page, role: string): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(role)

/** The line that the library's keys are about. */
const selectedLine = (page: Page): Promise<{ index: number; text: string }> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    const line = id ? document.getElementById(id) : null
    // The head of the table is its first row.
    return { index: Number(line?.getAttribute('aria-rowindex') ?? 0) - 2, text: line?.textContent ?? '' }
  })

/**
 * Goes to the library's line with this text, by the arrows; from its beginning again where the lines were sorted anew
 * meanwhile, as they are when more becomes known of what was imported last.
 */
export async function goToLine(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await focusOn(page, 'grid')
  await page.keyboard.press('Home')
  await expect.poll(async () => (await selectedLine(page)).index).toBeGreaterThanOrEqual(0)
  for (let keys = 0; keys < 200; keys++) {
    const line = await selectedLine(page)
    if (line.text.includes(text)) {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
      if ((await selectedLine(page)).text.includes(text)) return
      continue
    }
    const rows = await page.getByRole('grid', { name: '资料库' }).getAttribute('aria-rowcount')
    await page.keyboard.press(line.index + 2 < Number(rows) ? 'ArrowDown' : 'Home')
    await expect.poll(async () => (await selectedLine(page)).index).not.toBe(line.index)
  }
  throw new Error(`no line of the library has "${text}"`)
}

/** Opens a report from the library by keys and puts the focus into its text. */
export async function goToReport(page: Page, text: string): Promise<void> {
  await goToLine(page, text)
  await page.keyboard.press('Enter')
  await expect.poll(() => currentTab(page).innerText()).not.toContain('资料库')
  await expect.poll(() => readerText(page).evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Codes a sentence some lines into the text with a new code of this name. */
export async function codeSentence(page: Page, name: string, down = 3): Promise<void> {
  await page.keyboard.press('Control+Home')
  await pressTimes(page, 'ArrowDown', down)
  await page.keyboard.press('s')
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: '选择编码' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '选择编码' }).waitFor({ state: 'hidden' })
}

/** Accepts the first statements of the report in front, in the review. */
export async function acceptStatements(page: Page, count: number): Promise<void> {
  await page.keyboard.press('Control+Shift+E')
  await focusOn(page, 'listbox')
  const list = page.getByRole('listbox', { name: '数据项' })
  await page.keyboard.press('j')
  await expect.poll(() => list.getByRole('option', { selected: true }).count()).toBe(1)
  await pressTimes(page, 'a', count)
  await page.getByRole('button', { name: `已采纳 ${count}` }).waitFor()
}

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const there = () => target.evaluate((element) => element === document.activeElement)
  for (let n = 0; n < 150 && !(await there()); n++) await page.keyboard.press('Tab')
  expect(await there()).toBe(true)
}

/** Runs a command from the palette by what it is called there. */
export async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type(title)
  await page.getByRole('option', { name: title, selected: true }).waitFor()
  await page.keyboard.press('Enter')
}

/** Opens another window from this one, by its key. */
export async function openWindow(app: ElectronApplication, page: Page): Promise<Page> {
  const coming = app.waitForEvent('window', { predicate: (window) => window.url().includes('window=') })
  await page.keyboard.press('Control+Shift+N')
  const window = await coming
  await window.getByRole('main').getByRole('tab').first().waitFor()
  return window
}
