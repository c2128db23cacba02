import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { currentTab, pictureOnFailure, saved } from './steps'

/** Where the keys go: the view, and the role and name of the element in it; `page` when nothing has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'page'
    const view = at.closest('[data-view]')?.getAttribute('data-view') ?? 'window'
    const name = at.getAttribute('aria-label') ?? at.textContent ?? ''
    return `${view}: ${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${name.trim()}`.trim()
  })

const LIBRARY = 'library: grid 资料库'
const TEXT = 'reader: textbox 报告正文'
const CELL = /^compare: gridcell /

/** Presses a key and waits until the focus is there. */
async function pressTo(page: Page, key: string, where: string | RegExp): Promise<void> {
  await page.keyboard.press(key)
  await expect.poll(() => focused(page), { message: `the focus after ${key}` }).toMatch(where)
}

/** The line that the library's keys are about. */
const selectedLine = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.textContent) || ''
  })

describe('the main job by keys alone', () => {
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

  it('starts inside the empty library, and imports the sample', async () => {
    const { page } = bench
    await expect.poll(() => focused(page)).toBe('library: button 导入示例课题')
    await page.keyboard.press('Enter')
    await page.getByText('导入完成').waitFor()
    await expect.poll(() => focused(page)).toBe('importResult: button 阅读第一份报告')
  })

  it('goes through the library with the arrows and opens a report with Enter', async () => {
    const { page } = bench
    await pressTo(page, 'Control+Shift+L', LIBRARY)
    await page.keyboard.press('Home')
    for (let line = 0; line < 5 && !(await selectedLine(page)).includes('000_'); line++) {
      const before = await selectedLine(page)
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => selectedLine(page)).not.toBe(before)
    }
    await pressTo(page, 'Enter', TEXT)
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河 2023')
  })

  it('comes back to the library at the line where it was', async () => {
    const { page } = bench
    await pressTo(page, 'Control+Shift+L', LIBRARY)
    expect(await selectedLine(page)).toContain('000_')
    await pressTo(page, 'Enter', TEXT)
  })

  it('enters each side panel, and the way back leads into the text', async () => {
    const { page } = bench
    await pressTo(page, 'Control+Shift+B', /^codebook: tree /)
    await pressTo(page, 'Control+Shift+H', /^history: listbox 各步操作/)
    await pressTo(page, 'Control+Shift+E', 'statements: listbox 数据项')
    await pressTo(page, 'Control+Shift+O', /^outline: treeitem /)
    // What is closed under the focus gives it back to the tabs.
    await pressTo(page, 'Control+b', TEXT)
  })

  it('compares from the library, opens the sentence of a cell in the reader that is open, and reviews it', async () => {
    const { page } = bench
    await pressTo(page, 'Control+Shift+L', LIBRARY)
    await pressTo(page, 'Control+Shift+D', CELL)
    await page.keyboard.press('Control+Home')
    const wanted = /瀍河.* 2022 · 地区生产总值 · 完成情况/
    await page.getByRole('gridcell', { name: wanted }).waitFor()
    const steps = await page.getByRole('gridcell', { name: wanted }).evaluate((cell) => {
      const [row = 0, column = 0] = (cell.getAttribute('data-cell') ?? '').split(':').map(Number)
      return { row, column }
    })
    for (let i = 0; i < steps.row; i++) await page.keyboard.press('ArrowDown')
    for (let i = 0; i < steps.column; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused(page)).toMatch(wanted)
    await pressTo(page, 'Enter', TEXT)
    await expect.poll(() => page.locator('.db-part-quantity').first().innerText()).toBe('4.3%')
    await page.keyboard.press('r')
    await page.getByRole('button', { name: '已排除 1' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '已排除 0' }).waitFor()
    await saved(page)
    await pressTo(page, 'Alt+ArrowLeft', wanted)
  })

  it('goes round the areas by F6, into what each is there for', async () => {
    const { page } = bench
    await pressTo(page, 'Control+Shift+L', LIBRARY)
    await pressTo(page, 'F6', /^statements: listbox/)
    await pressTo(page, 'F6', /^window: /)
    await pressTo(page, 'F6', /^window: button/)
    await pressTo(page, 'F6', LIBRARY)
    // From the tab too the keys come into the view.
    await page.getByRole('main').getByRole('tab', { selected: true }).focus()
    await pressTo(page, 'Shift+F6', /^window: button/)
    await pressTo(page, 'F6', LIBRARY)
  })

  it('keeps the keys alive when a tab is closed', async () => {
    const { page } = bench
    await pressTo(page, 'Control+w', /^(?!page)/)
    await pressTo(page, 'Control+Shift+L', LIBRARY)
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
