import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { journalEntries } from './keys'
import { importSample, pictureOnFailure, readerText } from './steps'

let profile: string
let bench: Workbench

beforeAll(async () => {
  profile = newProfile()
  bench = await start({ profile, settings: { author: '甲' }, size: { width: 1280, height: 800 } })
  await importSample(bench.page)
})
afterAll(async () => {
  await bench.close()
  removeProfile(profile)
})
pictureOnFailure(() => bench)

const view = (page: Page) => page.locator('[data-view="search"]')
const field = (page: Page) => page.getByRole('textbox', { name: '检索词' })
const list = (page: Page) => page.getByRole('grid', { name: '检索结果' })
const counted = (page: Page) => view(page).getByText(/^[\d,]+ 处，\d+ 篇报告$/)
const current = (page: Page) => list(page).locator('[data-current="true"]')
const keys = async (page: Page, ...pressed: string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key)
}
const hits = async (page: Page): Promise<number> =>
  Number(/^([\d,]+) 处/.exec((await counted(page).textContent()) ?? '')?.[1]?.replaceAll(',', ''))

it('counts while one types, and tells under the field what is wrong with a query', async () => {
  const { page } = bench
  await keys(page, 'Control+Shift+F')
  await field(page).waitFor()
  await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('就业')
  await counted(page).waitFor()
  const all = await hits(page)
  expect(all).toBeGreaterThan(10)
  await page.keyboard.type(' 创业')
  await expect.poll(() => hits(page)).not.toBe(all)
  await page.keyboard.type(' (创')
  await view(page).getByText('括号没有成对。').waitFor()
  await keys(page, 'Control+a')
  await page.keyboard.type('停车场')
  await view(page).getByText('括号没有成对。').waitFor({ state: 'detached' })
  await page.getByRole('figure', { name: '各报告年度的处数' }).waitFor()
})

it('steps through the hits, opens the sentence, and comes back to the same line', async () => {
  const { page } = bench
  await keys(page, 'Enter')
  await expect.poll(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)
  await keys(page, 'F4', 'ArrowDown', 'Shift+F4')
  await expect.poll(() => current(page).locator('mark').textContent()).toBe('停车场')
  const at = await list(page).getAttribute('aria-activedescendant')
  expect(at).toMatch(/-1$/)
  await keys(page, 'Enter')
  await readerText(page).waitFor()
  // The next hit, straight out of the text.
  await keys(page, 'F4', 'Shift+F4')
  await readerText(page).waitFor()
  await keys(page, 'Control+Shift+F')
  await field(page).waitFor()
  expect(await field(page).inputValue()).toBe('停车场')
  await keys(page, 'Control+ArrowDown')
  await expect.poll(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)
  await keys(page, 'Enter')
  await readerText(page).waitFor()
  await keys(page, 'Alt+ArrowLeft')
  await list(page).waitFor()
  await expect.poll(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await list(page).getAttribute('aria-activedescendant')).toBe(at)
})

it('narrows to a year out of the figure, and takes it back by a key', async () => {
  const { page } = bench
  const all = await hits(page)
  await keys(page, 'Control+ArrowUp', 'Control+End', 'ArrowLeft', 'Enter')
  const chips = page.getByRole('list', { name: '生效的筛选' })
  await chips.getByText(/^20\d\d$/).waitFor()
  await keys(page, 'Backspace')
  await chips.waitFor({ state: 'detached' })
  await expect.poll(() => hits(page)).toBe(all)
})

it('codes all hits in one step, which is taken back in one', async () => {
  const { page } = bench
  const all = await hits(page)
  await page.getByRole('combobox', { name: '给这些文字的编码' }).focus()
  await page.keyboard.type('停车')
  await page.getByText('新建编码“停车”').waitFor()
  await keys(page, 'Enter')
  const code = page.getByRole('button', { name: `编码全部 ${all} 处` })
  await expect.poll(() => code.isEnabled()).toBe(true)
  await keys(page, 'Escape', 'Control+ArrowDown', 'Control+Shift+Enter')
  await page.getByText(/^已编码 \d+ 处/).waitFor()
  const coded = () => journalEntries(profile).filter(({ operation }) => operation.key === 'project.history.autocoded')
  const changes = coded()[0]?.changes.length ?? 0
  expect(changes).toBeGreaterThan(3)
  await keys(page, 'Control+z')
  await expect.poll(() => journalEntries(profile).at(-1)?.undoes).not.toBeNull()
  await keys(page, 'Control+Shift+Enter')
  // All of them again: none was left coded.
  await expect.poll(() => coded().map((entry) => entry.changes.length)).toEqual([changes, changes])
})

it('exports what was found, and brings the query back after a restart', async () => {
  const { page, app } = bench
  const all = await hits(page)
  const out = join(newFolder({}), '检索.csv')
  await saveInDialog(app, out)
  // The coding before is over.
  await expect.poll(() => page.getByRole('button', { name: 'CSV', exact: true }).isEnabled()).toBe(true)
  await keys(page, 'Control+Shift+C')
  await page.getByText(`${all} 处已存入“检索.csv”。`).waitFor()
  const rows = readFileSync(out, 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
  expect(rows).toHaveLength(all + 1)
  expect(rows[0]).toContain('地区,地区代码,报告年度')
  for (const row of rows.slice(1)) expect(row).toContain('停车场')
  await bench.close()
  bench = await start({ profile })
  await counted(bench.page).waitFor()
  expect(await field(bench.page).inputValue()).toBe('停车场')
  expect(await hits(bench.page)).toBe(all)
  expect(bench.errors).toEqual([])
})
