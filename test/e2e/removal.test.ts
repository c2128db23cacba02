import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { currentTab, importSample, libraryRow, openReport, pictureOnFailure, readerText, saved } from './steps'

describe('a source that is removed from the library', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
    await openReport(bench.page, '000_')
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })

  pictureOnFailure(() => bench)

  const notice = () => bench.page.getByRole('status').filter({ hasText: '已从资料库移除' })

  async function remove(): Promise<void> {
    const { page } = bench
    await page.keyboard.press('Control+Shift+L')
    await libraryRow(page, '000_').click()
    await page.keyboard.press('Delete')
    await page
      .getByRole('dialog', { name: '从资料库移除' })
      .getByRole('button', { name: /移\s?除/ })
      .click()
    await expect.poll(() => libraryRow(page, '000_').count()).toBe(0)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('main').getByRole('tab', { name: '瀍河 2023' }).click()
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河 2023')
  }

  it('says so in its tab, takes no annotations, and comes back by the button', async () => {
    const { page } = bench
    await remove()
    await notice().waitFor()
    await readerText(page).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('c')
    expect(await page.getByRole('combobox', { name: '选择编码' }).count()).toBe(0)
    await notice().getByRole('button', { name: '恢复' }).click()
    await expect.poll(() => notice().count()).toBe(0)
    await readerText(page).focus()
    await page.keyboard.press('s')
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: '选择编码' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('comes back by undo, and the history has one word for it', async () => {
    const { page } = bench
    await remove()
    await notice().waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => notice().count()).toBe(0)
    await page.keyboard.press('Control+Shift+H')
    await page.getByRole('listbox', { name: '各步操作' }).getByText('移除 000_').first().waitFor()
  })

  it('has no tab after a restart', async () => {
    await remove()
    await notice().waitFor()
    await saved(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const { page } = bench
    const tabs = page.getByRole('main').getByRole('tab')
    await expect.poll(async () => (await tabs.allInnerTexts()).join(' ')).not.toMatch(/瀍河|报告/)
    expect(await tabs.count()).toBeGreaterThan(0)
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
