import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings } from './axe'
import { newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { codeSentence, goToReport, tabTo } from './keys'
import { currentTab, importSample, pictureOnFailure, readerText, saved } from './steps'

let bench: Workbench
let profile: string
pictureOnFailure(() => bench)
beforeAll(async () => {
  profile = newProfile()
  bench = await start({ profile, settings: { language: 'zh-CN', theme: 'light' } })
  await importSample(bench.page)
})
afterAll(async () => {
  await bench.close()
  removeProfile(profile)
})

/** The view of the comparison in front. */
const pane = (page: Page): Locator => page.locator('[data-view="compare"]').filter({ visible: true })
const cells = (page: Page): Locator => pane(page).getByRole('gridcell')
const focusedCell = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null)

/** Chooses a view of the comparison by keys. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+D')
  const box = pane(page).getByRole('combobox', { name: '图表', exact: true })
  await tabTo(page, box)
  await page.keyboard.press('Enter')
  const option = page.locator('.ant-select-item-option-active')
  for (let n = 0; n < 20 && (await option.innerText().catch(() => '')) !== name; n++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await pane(page).getByRole('region', { name, exact: true }).waitFor()
}

it('shows how much of their text places give to each topic, and opens the section', async () => {
  const { page } = bench
  await choose(page, '注意力分布')
  await cells(page).first().waitFor()
  const columns = await pane(page).getByRole('columnheader').count()
  const values = await cells(page).allInnerTexts()
  for (let column = 0; column < columns - 1; column++) {
    const own = values.filter((_, at) => at % (columns - 1) === column)
    const sum = own.reduce((total, text) => total + (Number.parseFloat(text) || 0), 0)
    expect(Math.abs(sum - 100)).toBeLessThan(0.1 * own.length)
  }
  await tabTo(page, pane(page).locator('[data-cell][tabindex="0"]'))
  for (let n = 0; n < 12 && (await page.evaluate(() => document.activeElement?.textContent)) === '—'; n++)
    await page.keyboard.press('ArrowDown')
  const at = await focusedCell(page)
  await page.keyboard.press('Enter')
  await readerText(page).waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => focusedCell(page)).toBe(at)
  expect(await findings(page)).toEqual([])
})

it('exports the table', async () => {
  const { page, app } = bench
  const folder = mkdtempSync(join(tmpdir(), 'duibiao '))
  const file = join(folder, 'attention.csv')
  await saveInDialog(app, file)
  await page.keyboard.press('Control+Shift+C')
  await page.getByText('已导出').waitFor()
  const [heads, ...lines] = readFileSync(file, 'utf8').trim().split('\r\n')
  expect(heads).toContain('地区,地区代码,报告年度,主题,字数,份额')
  expect(lines.length).toBe(await cells(page).count())
  rmSync(folder, { recursive: true })
})

it('lists the sentences of a word that sets a place apart, and comes back to the line', async () => {
  const { page } = bench
  await choose(page, '特征词')
  const word = pane(page).locator('[data-side="a"] [data-word][tabindex="0"]')
  await word.waitFor()
  await tabTo(page, word)
  await page.keyboard.press('Enter')
  await pane(page).locator('[data-line]').first().waitFor()
  const name = await word.innerText()
  expect(await pane(page).locator('[data-line] mark').first().innerText()).toBe(name)
  await tabTo(page, pane(page).locator('[data-line][tabindex="0"]'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await readerText(page).waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe('1')
  expect(await findings(page)).toEqual([])
})

it('counts codes by place as soon as something is coded', async () => {
  const { page } = bench
  await choose(page, '编码与地区')
  await page.getByText('这些报告里还没有编码的段落').waitFor()
  await goToReport(page, '000_')
  await codeSentence(page, '经济运行')
  await saved(page)
  await choose(page, '编码与地区')
  await expect.poll(() => cells(page).count()).toBeGreaterThan(0)
  await pane(page).getByRole('rowheader', { name: '经济运行' }).waitFor()
  expect(await findings(page)).toEqual([])
  const filled = cells(page).filter({ hasText: /\d/ }).first()
  await filled.click()
  await expect.poll(() => currentTab(page).innerText()).toContain('摘录')
  const quotes = page.locator('[data-view="quotes"]').filter({ visible: true })
  await quotes.getByRole('row').filter({ hasText: '经济运行' }).first().waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => currentTab(page).innerText()).toContain('对比')
  await choose(page, '编码共现')
  await cells(page).first().waitFor()
  expect(await findings(page)).toEqual([])
  expect(bench.errors).toEqual([])
})
