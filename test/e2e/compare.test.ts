import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { currentTab, importSample, libraryRow, pictureOnFailure } from './steps'

type Page = Workbench['page']

/** Drags with the mouse as a hand does, to a place inside of the target: 0 to 1 of its width and height. */
async function dragTo(page: Page, from: Locator, to: Locator, at: { x: number; y: number }): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('nothing to drag, or nowhere to drag it to')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 + 8, start.y + start.height / 2 + 2, { steps: 4 })
  await page.mouse.move(end.x + end.width * at.x, end.y + end.height * at.y, { steps: 12 })
  await page.mouse.up()
}

const grid = (page: Workbench['page']) => page.getByRole('grid', { name: /^对比表/ })

describe('a comparison', () => {
  let bench: Workbench
  const profile = newProfile()
  beforeAll(async () => {
    bench = await start({ profile, settings: { author: '分析员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
    await bench.page.keyboard.press('Control+Shift+D')
    await grid(bench.page).waitFor()
  }, 180_000)
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })

  pictureOnFailure(() => bench)

  it('is turned round by a key, opens a sentence from there, and comes back to the same cell', async () => {
    const { page } = bench
    await grid(page).getByRole('gridcell').first().focus()
    await page.keyboard.press('Control+Alt+H')
    await page.locator('thead').getByText('瀍河回族区').waitFor()
    const cell = page.getByRole('gridcell', { name: /瀍河.* 2022 · 地区生产总值 · 完成情况：4\.3/ })
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.db-part-quantity').first().innerText()).toBe('4.3%')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('thead').getByText('瀍河回族区').waitFor()
    await page.keyboard.press('Control+Alt+H')
    await page.locator('thead').getByText('地区生产总值').first().waitFor()
  })

  it('shows the latest year of each place by a key', async () => {
    const { page } = bench
    await grid(page).getByRole('gridcell').first().focus()
    await page.keyboard.press('Control+Alt+Shift+L')
    await page.locator('thead').getByText('最近一期').first().waitFor()
    await page.keyboard.press('Control+Alt+Shift+L')
    await expect.poll(() => page.locator('thead').getByText('最近一期').count()).toBe(0)
  })

  it('is copied into a tab of its own', async () => {
    const { page } = bench
    await grid(page).getByRole('gridcell').first().focus()
    await page.keyboard.press('Control+Alt+Shift+D')
    await expect.poll(() => currentTab(page).innerText()).toContain('副本')
  })

  it('takes a report in from the library by a key', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+L')
    await libraryRow(page, '003_').click()
    await page.keyboard.press('Control+Alt+Z')
    await page
      .getByText(/已加入“|中已有/)
      .first()
      .waitFor()
    expect(bench.errors).toEqual([])
  })

  it('takes what is dropped on it beside its own tab: a report, an indicator', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+D')
    await grid(page).waitFor()
    await page.keyboard.press('Control+Shift+L')
    // The tab of the library is dragged to the right edge: both stand side by side.
    await dragTo(page, currentTab(page), page.getByRole('main'), { x: 0.97, y: 0.5 })
    const target = page.locator('[data-key-scope="compare"]').filter({ visible: true })
    await target.waitFor()
    await dragTo(page, libraryRow(page, '001_'), target, { x: 0.5, y: 0.5 })
    const told = page.getByText(/已加入“对比|“对比 \d+”中已有/)
    await told.first().waitFor()
    await libraryRow(page, '001_').click()
    await page.keyboard.press('Control+Shift+I')
    const indicator = page
      .locator('[data-view="indicators"] [draggable="true"]')
      .filter({ hasText: '税收收入' })
      .first()
    await indicator.waitFor()
    await told.first().waitFor({ state: 'detached' })
    await dragTo(page, indicator, target, { x: 0.5, y: 0.5 })
    await told.first().waitFor()
    expect(bench.errors).toEqual([])
  })
})
