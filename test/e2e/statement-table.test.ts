import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { activity, currentTab, importSample, pictureOnFailure, readerText, saved, statementRows } from './steps'

const table = (page: Page): Locator => page.getByRole('grid', { name: '数据项表', exact: true })
const rows = (page: Page): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.locator('[data-column]') })
/** The words of a column in the rows on screen, from the top. */
const column = async (page: Page, id: string, count: number): Promise<string[]> =>
  (await table(page).locator(`[data-column="${id}"]`).allInnerTexts()).slice(0, count)
const status = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: '按状态筛选' }).getByRole('button', { name: new RegExp(`^${name}`) })
/** The cell that the keyboard is on. */
const current = (page: Page): Locator => table(page).locator('[role="gridcell"][data-current="true"]')

describe('the table of statements', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })

  pictureOnFailure(() => bench)

  it('says what to do while there is nothing', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+E')
    await page.getByText('课题里还没有数据项').waitFor()
    await activity(page, '资料库').click()
  })

  it('shows the numbers of the whole project, the doubtful ones first, without scrolling sideways', async () => {
    const { page } = bench
    await importSample(page)
    await activity(page, '数据项表').click()
    await rows(page).nth(20).waitFor()
    await expect.poll(() => currentTab(page).innerText()).toContain('数据项表')
    const sure = (await column(page, 'confidence', 20)).map((text) => Number.parseInt(text, 10))
    expect(sure[0]).toBeLessThan(80)
    expect(await table(page).evaluate((grid) => grid.scrollWidth <= grid.clientWidth)).toBe(true)
    expect(await table(page).evaluate((grid) => grid === document.activeElement)).toBe(true)
  })

  it('sorts amounts of different units on one scale', async () => {
    const { page } = bench
    await status(page, '待确认').click()
    await page.getByRole('button', { name: '目标', exact: true }).click()
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await page.getByRole('combobox', { name: '类型' }).click()
    await page.getByTitle('总量', { exact: true }).click()
    await page.keyboard.press('Escape')
    const heading = page.getByRole('columnheader', { name: '归一值' })
    await heading.getByRole('button').click()
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending')
    const units = (await column(page, 'normal', 40)).map((text) => text.replace(/[\d.,\s≥≤≈–−]/g, ''))
    // Unlike units stand in runs of their own, whatever their numbers.
    const runs = units.filter((unit, index) => unit !== units[index - 1])
    expect(runs.length).toBe(new Set(runs).size)
    const first = units[0]
    const amounts = (await column(page, 'normal', units.filter((unit) => unit === first).length)).map((text) =>
      Number.parseFloat(text.replace(/[^\d.–−]/g, '').replace(/–.*/, '')),
    )
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
  })

  it('filters by chips that can be taken off one by one', async () => {
    const { page } = bench
    const search = page.getByRole('textbox', { name: '搜索指标、数值' })
    await search.fill('新增')
    await expect
      .poll(async () => (await column(page, 'indicator', 3)).every((text) => text.includes('新增')))
      .toBe(true)
    await search.fill('')
    await page.getByRole('button', { name: '去掉筛选：总量' }).click()
    await page.getByRole('button', { name: '去掉筛选：目标' }).click()
    await expect.poll(() => page.getByRole('button', { name: /^去掉筛选/ }).count()).toBe(1)
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await page.getByRole('button', { name: '存疑优先' }).click()
  })

  it('settles rows by key, and a whole group at once; one step takes that back', async () => {
    const { page } = bench
    await table(page).focus()
    await page.keyboard.press('Home')
    for (const key of 'aar') await page.keyboard.press(key)
    await expect.poll(() => status(page, '已采纳').innerText()).toMatch(/2$/)
    await expect.poll(() => status(page, '已排除').innerText()).toMatch(/1$/)
    await page.getByRole('combobox', { name: '分组' }).click()
    await page.getByTitle('按地区').click()
    await page.getByRole('button', { name: '全部收起' }).click()
    const group = table(page).getByRole('row', { name: /^西工区/ })
    await group.click({ modifiers: ['Control'] })
    const bar = page.getByRole('region', { name: '选中的数据项' })
    const chosen = Number(/\d+/.exec((await bar.getByRole('status').innerText()).replaceAll(',', ''))?.[0])
    expect(chosen).toBeGreaterThan(50)
    await bar.getByRole('button', { name: '采纳' }).click()
    await page.getByText(/^已采纳 \d+ 项。按 Ctrl\+Z 撤销/).waitFor()
    const accepted = async () =>
      Number(/\d+$/.exec((await status(page, '已采纳').innerText()).replaceAll(',', ''))?.[0])
    await expect.poll(accepted).toBeGreaterThan(50)
    await table(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(accepted).toBe(2)
    await saved(page)
  })

  it('edits a cell in place', async () => {
    const { page } = bench
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: '分组' }).hover()
    await page.locator('.ant-select-clear').first().click()
    await table(page).focus()
    await page.keyboard.press('Home')
    const year = rows(page).first().locator('[data-column="year"]')
    await year.dblclick()
    await page.keyboard.type('20x')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('textbox', { name: '数据年份' }).getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('textbox', { name: '数据年份' }).fill('2021')
    await page.keyboard.press('Enter')
    await expect.poll(() => year.innerText()).toBe('2021')
    await expect.poll(() => status(page, '已修改').innerText()).toMatch(/1$/)
    await page.keyboard.press('F2')
    await page.keyboard.press('Escape')
    expect(await table(page).evaluate((grid) => grid === document.activeElement)).toBe(true)
  })

  it('opens the sentence of a row and comes back to it', async () => {
    const { page } = bench
    for (const _ of '12345678901234567890123456789012345') await page.keyboard.press('j')
    const words = await current(page).innerText()
    const top = await table(page).evaluate((grid) => grid.scrollTop)
    expect(top).toBeGreaterThan(0)
    await page.keyboard.press('o')
    await readerText(page).waitFor()
    await statementRows(page).and(page.locator('[aria-selected="true"]')).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).innerText()).toContain('数据项表')
    await expect.poll(() => table(page).evaluate((grid) => grid.scrollTop)).toBe(top)
    await expect.poll(() => current(page).innerText()).toBe(words)
    await expect.poll(() => table(page).evaluate((grid) => grid === document.activeElement)).toBe(true)
  })

  it('shows one report alone, and saves what it shows', async () => {
    const { page, app } = bench
    await page.keyboard.press('o')
    await readerText(page).waitFor()
    await page.keyboard.press('Control+Alt+Shift+E')
    const one = page.getByRole('grid', { name: /^数据项表：/ })
    await one.getByRole('row').nth(3).waitFor()
    const path = join(profile, 'statements.csv')
    await saveInDialog(app, path)
    await page.keyboard.press('Control+Shift+C')
    await page.getByText(/^已导出 \d+ 项/).waitFor()
    const lines = readFileSync(path, 'utf8').trim().split('\r\n')
    const places = new Set(lines.slice(1).map((line) => line.split(',')[1]))
    expect(places.size).toBe(1)
    expect(lines[0]).toContain('归一值')
  })

  it('leaves no error behind', () => expect(bench.errors).toEqual([]))
})
