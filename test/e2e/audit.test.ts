import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { currentTab, importSample, pictureOnFailure, readerText, saved } from './steps'

const findings = (page: Page) => page.getByRole('listbox', { name: '数据核查' }).getByRole('option')
const detail = (page: Page) => page.getByRole('region', { name: '核查发现' })
const current = (page: Page) => page.locator('[data-view="audit"] [data-current="true"]')

/** Moves down to the finding with these words. */
async function goToFinding(page: Page, words: string): Promise<void> {
  await page.getByRole('listbox', { name: '数据核查' }).focus()
  await page.keyboard.press('Home')
  for (let at = await findings(page).count(); at > 0 && !(await current(page).innerText()).includes(words); at--)
    await page.keyboard.press('ArrowDown')
  await expect.poll(() => current(page).innerText()).toContain(words)
}

describe('the audit', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder({})
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1440, height: 900 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('shows the arithmetic and the sentences of growth against levels', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+J')
    await findings(page).first().waitFor()
    await goToFinding(page, '增速与总量')
    await expect.poll(() => detail(page).innerText()).toMatch(/160.*136[\s\S]*17\.6/)
    expect(await detail(page).innerText()).toContain('12.8')
    expect(
      await detail(page)
        .getByRole('button', { name: /2023年报告/ })
        .count(),
    ).toBeGreaterThan(0)
  })

  it('leads to the sentence and back to the finding', async () => {
    const { page } = bench
    await page.keyboard.press('Enter')
    await expect.poll(() => currentTab(page).innerText()).not.toBe('数据核查')
    await expect.poll(() => readerText(page).innerText()).toContain('全年地区生产总值完成')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).innerText()).toBe('数据核查')
    await expect.poll(() => current(page).innerText()).toContain('增速与总量')
  })

  it('settles a finding with a note by keys, and undoes it', async () => {
    const { page } = bench
    const before = await findings(page).count()
    await goToFinding(page, '增速与总量')
    await page.keyboard.press('n')
    await page.keyboard.type('按可比价')
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    await saved(page)
    await expect.poll(() => findings(page).count()).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => findings(page).count()).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => findings(page).count()).toBe(before - 1)
  })

  it('exports what is shown', async () => {
    const { app, page } = bench
    const file = join(folder, '核查.csv')
    await saveInDialog(app, file)
    await page.getByRole('listbox', { name: '数据核查' }).focus()
    await page.keyboard.press('Control+Shift+C')
    await page.getByText(/保存为“核查\.csv”/).waitFor()
    expect(readFileSync(file, 'utf8')).toMatch(/瀍河回族区.*增量与增速/)
  })

  it('keeps what was settled over a restart, and shows it when it is asked for', async () => {
    await bench.close()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1440, height: 900 } })
    const { page } = bench
    await page.keyboard.press('Control+Shift+J')
    await findings(page).first().waitFor()
    await page.getByRole('listbox', { name: '数据核查' }).focus()
    await page.keyboard.press('s')
    await expect.poll(() => findings(page).count()).toBe(1)
    expect(await detail(page).innerText()).toContain('按可比价')
    expect(bench.errors).toEqual([])
  })
})
