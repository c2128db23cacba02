import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../shared/exchange/read-workbook'
import { newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { codeSentence, focusOn, goToReport, importByKeys, journalEntries, pressTimes, tabTo } from './keys'
import { projectData, storedCodings } from './project-data'
import { pictureOnFailure, readerText, saved } from './steps'

const grid = (page: Page) => page.getByRole('grid', { name: '摘录表' })
const current = (page: Page) => grid(page).locator('[data-current="true"]')

/** What a column shows, line by line. */
const column = (page: Page, name: string): Promise<string[]> =>
  grid(page)
    .getByRole('row')
    .evaluateAll(
      (rows, wanted) =>
        rows
          .filter((row) => row.querySelector('[data-column]'))
          .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
          .map((row) => row.querySelector(`[data-column="${wanted}"]`)?.textContent ?? ''),
      name,
    )

/** Brings the keys back to the lines. */
async function goToLines(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+Q')
  await tabTo(page, grid(page))
}

/** Chooses a value of a box by typing a part of it. */
async function choose(page: Page, box: string, value: string): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: box, exact: true }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(value)
  await page.locator('.ant-select-item-option-active', { hasText: value }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

describe('the list of quotes, by keys alone', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1700, height: 900 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('has a line for every passage of every report', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '003_')
    await codeSentence(page, '就业', 6)
    await codeSentence(page, '民生', 12)
    await goToReport(page, '000_')
    await codeSentence(page, '民生', 3)
    await codeSentence(page, '就业', 9)
    await expect.poll(async () => (await storedCodings(page)).toSorted()).toEqual(['就业', '就业', '民生', '民生'])
    await page.keyboard.press('Control+Shift+Q')
    await page.getByText('4 / 4 条').waitFor()
    await focusOn(page, 'grid')
    expect((await column(page, 'codes')).toSorted()).toEqual(['就业', '就业', '民生', '民生'])
    expect(new Set(await column(page, 'author'))).toEqual(new Set(['测试员']))
    const quotes = (await projectData(page)).annotations.map(({ anchor }) => anchor.quote.replace(/\s+/g, ''))
    expect((await column(page, 'text')).map((text) => text.replace(/\s+/g, '')).toSorted()).toEqual(quotes.toSorted())
  })

  it('is filtered by words, code and place, and says by what', async () => {
    const { page } = bench
    const [first = ''] = await column(page, 'text')
    await page.keyboard.press('Control+f')
    await page.keyboard.type(first.slice(0, 8))
    await page.getByText('1 / 4 条').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.getByText('4 / 4 条').waitFor()
    await choose(page, '编码（含下级）', '民生')
    await page.getByText('2 / 4 条').waitFor()
    expect(await column(page, 'codes')).toEqual(['民生', '民生'])
    await choose(page, '地区', '瀍河')
    await page.getByText('1 / 4 条').waitFor()
    expect(await column(page, 'place')).toEqual(['瀍河'])
    await tabTo(page, page.getByRole('button', { name: '去掉筛选：民生' }))
    await page.keyboard.press('Enter')
    await page.getByText('2 / 4 条').waitFor()
    await tabTo(page, page.getByRole('button', { name: '清除筛选' }))
    await page.keyboard.press('Enter')
    await page.getByText('4 / 4 条').waitFor()
  })

  it('is sorted by a column and back, and grouped by place', async () => {
    const { page } = bench
    await goToLines(page)
    await tabTo(page, grid(page).getByRole('button', { name: '年度' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => column(page, 'year')).toEqual(['2024', '2024', '2023', '2023'])
    await page.keyboard.press('Enter')
    await expect.poll(() => column(page, 'year')).toEqual(['2023', '2023', '2024', '2024'])
    await tabTo(page, page.getByRole('combobox', { name: '分组' }))
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: '按地区' }).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await grid(page).getByText('2 条').first().waitFor()
    expect(await grid(page).getByText('2 条').count()).toBe(2)
    await goToLines(page)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await column(page, 'text')).length).toBe(2)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await column(page, 'text')).length).toBe(4)
    const group = page.locator('.ant-select', { has: page.getByRole('combobox', { name: '分组' }) })
    await tabTo(page, group.getByRole('button'))
    await page.keyboard.press('Enter')
    await grid(page).getByText('2 条').first().waitFor({ state: 'hidden' })
  })

  it('opens out a line, writes its memo there, and leads to the passage and back', async () => {
    const { page } = bench
    await goToLines(page)
    await page.keyboard.press('Home')
    const quote = (await current(page).locator('[data-column="text"]').innerText()).replace(/\s+/g, '')
    await page.keyboard.press('Space')
    await expect
      .poll(async () => (await current(page).locator('blockquote').allInnerTexts()).join('').replace(/\s+/g, ''))
      .toBe(quote)
    await page.keyboard.press('Space')
    await expect.poll(() => current(page).locator('blockquote').count()).toBe(0)
    await page.keyboard.press('m')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('要核对')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await projectData(page)).annotations.map(({ memo }) => memo)).toContain('要核对')
    await goToLines(page)
    await expect.poll(() => current(page).locator('[data-column="memo"]').innerText()).toBe('要核对')
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(page).evaluate((text) => text.contains(document.activeElement))).toBe(true)
    const shown = async () => (await page.locator('.db-target-span').allInnerTexts()).join('').replace(/\s+/g, '')
    await expect.poll(shown).toBe(quote)
    await page.keyboard.press('Alt+ArrowLeft')
    await focusOn(page, 'grid')
    expect((await current(page).locator('[data-column="text"]').innerText()).replace(/\s+/g, '')).toBe(quote)
  })

  it('goes out as CSV and as a workbook, in the order in which it is shown', async () => {
    const { page, app } = bench
    const folder = mkdtempSync(join(tmpdir(), 'duibiao '))
    const texts = await column(page, 'text')
    await saveInDialog(app, join(folder, '摘录.csv'))
    await page.keyboard.press('Control+Shift+C')
    await page.getByText('已导出 4 条摘录到 摘录.csv').waitFor()
    const lines = readFileSync(join(folder, '摘录.csv'), 'utf8').trim().split('\r\n')
    expect(lines[0]).toMatch(/地区,地区代码,年度,类型,报告,章节,页,摘录,编码,备忘,作者/)
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^瀍河回族区,410304,2023,摘要,/)
    expect(lines[1]).toContain('要核对,测试员,手工')
    await saveInDialog(app, join(folder, '摘录.xlsx'))
    await page.keyboard.press('Control+e')
    await page.getByText('已导出 4 条摘录到 摘录.xlsx').waitFor()
    const [sheet] = readWorkbook(readFileSync(join(folder, '摘录.xlsx'))).sheets
    expect(sheet?.cells.get('A2')?.text).toBe('瀍河回族区')
    expect(sheet?.cells.get('C2')?.number).toBe(2023)
    const told = [2, 3, 4, 5].map((row) => (sheet?.cells.get(`H${row}`)?.text ?? '').replace(/\s+/g, ''))
    expect(told).toEqual(texts.map((text) => text.replace(/\s+/g, '')))
  })

  it('gives a code to the lines that are ticked and deletes them, each a step that undo takes back', async () => {
    const { page } = bench
    const codings = async () => (await storedCodings(page)).toSorted()
    await goToLines(page)
    await page.keyboard.press('Control+a')
    await page.getByText('已勾选 4 条').waitFor()
    const steps = journalEntries(profile).length
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: '编码名称' }).waitFor()
    await page.keyboard.type('民生')
    await page.keyboard.press('Enter')
    await expect.poll(codings).toEqual(['就业+民生', '就业+民生', '民生', '民生'])
    await saved(page)
    expect(journalEntries(profile).length).toBe(steps + 1)
    await goToLines(page)
    await page.keyboard.press('Shift+c')
    await page.getByRole('combobox', { name: '编码名称' }).waitFor()
    await page.keyboard.type('就业')
    await page.keyboard.press('Enter')
    await expect.poll(codings).toEqual(['民生', '民生', '民生', '民生'])
    await goToLines(page)
    await page.keyboard.press('Escape')
    await page.getByText('已勾选 4 条').waitFor({ state: 'hidden' })
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('已勾选 2 条').waitFor()
    await page.keyboard.press('Delete')
    await page.getByText('2 / 2 条').waitFor()
    await focusOn(page, 'grid')
    await pressTimes(page, 'Control+z', 3)
    await page.getByText('4 / 4 条').waitFor()
    await expect.poll(codings).toEqual(['就业', '就业', '民生', '民生'])
    await pressTimes(page, 'Control+Shift+z', 3)
    await page.getByText('2 / 2 条').waitFor()
    await saved(page)
  })

  it('is the same after a restart, and undo goes on', async () => {
    const before = await projectData(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1700, height: 900 } })
    const { page } = bench
    expect(await projectData(page)).toEqual(before)
    await goToLines(page)
    await page.getByText('2 / 2 条').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('4 / 4 条').waitFor()
    expect(bench.errors).toEqual([])
  })
})
