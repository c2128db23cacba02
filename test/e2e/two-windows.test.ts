import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { codeSentence, focusOn, goToReport, importByKeys, openWindow, pressTimes } from './keys'
import { pictureOnFailure, readerText, saved } from './steps'

const codes = (page: Page): Promise<string[]> => page.locator('.db-code-name').allInnerTexts()
const memos = (page: Page) => page.getByRole('listbox', { name: '备忘', exact: true }).getByRole('option')

/** Opens the codebook and waits until it stands there. */
async function showCodes(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+B')
  await focusOn(page, 'tree')
  await page.getByRole('treeitem').first().waitFor()
}

/** What one window does the other one shows, without being asked to. */
describe('what the other window sees at once', () => {
  let profile: string
  let bench: Workbench
  let other: Page

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('is a correction of the text, with its undo', async () => {
    await importByKeys(bench.page)
    other = await openWindow(bench.app, bench.page)
    await goToReport(other, '000_')
    const { page } = bench
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await pressTimes(page, 'ArrowDown', 2)
    await page.keyboard.press('x')
    await page.getByRole('form', { name: '更正原文' }).waitFor()
    await page.keyboard.type('奋勇')
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(other).innerText()).toContain('奋勇力在现代化建设新征程')
    await expect.poll(() => other.locator('.db-correction').allInnerTexts()).toEqual(['勇'])
    await saved(page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => readerText(other).innerText()).toContain('奋力在现代化建设新征程')
    await other.keyboard.press('Control+Shift+z')
    await expect.poll(() => readerText(page).innerText()).toContain('奋勇力在现代化建设新征程')
    await saved(other)
  })

  it('is another name of a code, on the tree and in the reader', async () => {
    const { page } = bench
    await codeSentence(page, '经济运行')
    await showCodes(other)
    await expect.poll(() => codes(other)).toEqual(['经济运行'])
    await showCodes(page)
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.getByRole('tree').getByRole('textbox').waitFor()
    await page.keyboard.type('经济')
    await page.keyboard.press('Enter')
    await expect.poll(() => codes(other)).toEqual(['经济'])
    await saved(page)
    await other.keyboard.press('Control+z')
    await expect.poll(() => codes(page)).toEqual(['经济运行'])
    await expect.poll(() => codes(other)).toEqual(['经济运行'])
    await saved(other)
  })

  it('is a memo, and that it was deleted', async () => {
    const { page } = bench
    await other.keyboard.press('Control+Shift+M')
    await other.getByText('0 / 0 条').waitFor()
    await goToReport(page, '000_')
    await page.keyboard.press(']')
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: '备忘', exact: true }).waitFor()
    await page.keyboard.type('与上年口径不同')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => memos(other).allInnerTexts()).toEqual([expect.stringContaining('与上年口径不同')])
    await saved(page)
    await other.keyboard.press('Control+Shift+M')
    await focusOn(other, 'listbox')
    await other.keyboard.press('Delete')
    await expect.poll(() => memos(other).count()).toBe(0)
    await saved(other)
    await page.keyboard.press('Control+z')
    await expect.poll(() => memos(other).count()).toBe(1)
    expect(bench.errors).toEqual([])
  })
})
