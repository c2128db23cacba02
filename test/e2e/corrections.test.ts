import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { focusOn, goToReport, importByKeys, journalEntries, pressTimes } from './keys'
import { pictureOnFailure, readerText, saved } from './steps'

const LINE = '奋力在现代化建设新征程重振洛阳辉煌中贡献漯河力量'

const lines = (page: Page) => page.getByRole('grid', { name: '原文更正列表' }).getByRole('row')
const places = (page: Page) => page.getByRole('grid', { name: '读错的文字所在各处' }).getByRole('row')
const notice = (page: Page, text: string | RegExp) => page.getByRole('region', { name: '通知' }).getByText(text).first()

/** The words of the text that are in view. */
const shown = (page: Page): Promise<string> => readerText(page).innerText()

/** Opens the form for what is selected, or stands at the caret, and types what stands there really. */
async function correct(page: Page, words: string, key: string): Promise<void> {
  await page.keyboard.press('x')
  await page.getByRole('form', { name: '更正原文' }).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press(key)
  await page.getByRole('form', { name: '更正原文' }).waitFor({ state: 'hidden' })
  await saved(page)
}

describe('correcting the text, by keys alone', () => {
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

  it('corrects the character at the caret, marks the place and takes it back', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await pressTimes(page, 'ArrowDown', 2)
    await expect.poll(() => shown(page)).toContain(LINE)
    await correct(page, '奋勇', 'Enter')
    await expect.poll(() => shown(page)).toContain(`奋勇${LINE.slice(1)}`)
    await expect.poll(() => page.locator('.db-correction').innerText()).toBe('勇')
    await page.keyboard.press('Shift+X')
    await expect.poll(() => shown(page)).toContain(LINE)
    await notice(page, '已撤回 1 处更正').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => shown(page)).toContain(`奋勇${LINE.slice(1)}`)
  })

  it('looks for the same words everywhere, and corrects them in one step', async () => {
    const { page } = bench
    await page.keyboard.press('End')
    await pressTimes(page, 'Shift+ArrowLeft', 4)
    await correct(page, '瀍河力量', 'Alt+Enter')
    await expect.poll(() => places(page).count()).toBeGreaterThan(3)
    await page.getByText(/处，在 \d+ 个文件中；已选/).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('grid', { name: '读错的文字所在各处' }).focus()
    const before = journalEntries(profile).length
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await notice(page, /已更正 \d+ 处/).waitFor()
    await page.getByText('没有找到“漯河力量”').waitFor()
    await saved(page)
    const [step] = journalEntries(profile).slice(before)
    expect(step?.operation.key).toBe('project.history.textsCorrected')
    await focusOn(page, 'grid')
    await page.keyboard.press('Control+z')
    await expect.poll(() => journalEntries(profile).at(-1)?.undoes).toBe(step?.sequence)
    await page.keyboard.press('Control+Shift+z')
    await saved(page)
  })

  it('lists all corrections, goes to one and takes all back', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+x')
    await expect.poll(() => lines(page).count()).toBeGreaterThan(2)
    expect(await findings(page)).toEqual([])
    await page.getByRole('grid', { name: '原文更正列表' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await shown(page)).toContain(`奋勇${LINE.slice(1, -4)}瀍河力量`)
  })

  it('has the corrections after a restart', async () => {
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const { page } = bench
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => shown(page)).toContain(`奋勇${LINE.slice(1, -4)}瀍河力量`)
    await page.keyboard.press('Control+Alt+x')
    await page.getByRole('grid', { name: '原文更正列表' }).focus()
    await page.keyboard.press('a')
    await page.keyboard.press('Delete')
    await page.getByText('还没有更正').waitFor()
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => shown(page)).toContain(LINE)
  })
})
