import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { tabTo } from './keys'
import { currentTab, importSample, pictureOnFailure, readerText } from './steps'

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

const page$ = (page: Page): Locator => page.locator('[data-view="passages"]').filter({ visible: true })
const columns = (page: Page): Locator => page$(page).locator('[data-report]')
const sentences = (page: Page): Locator => page$(page).locator('[data-start]')
const subject = (page: Page, name: '主题' | '指标'): Promise<string> =>
  page$(page)
    .getByRole('combobox', { name, exact: true })
    .evaluate((box) => box.closest('.ant-select')?.textContent ?? '')
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

it('opens by key with passages of several reports in columns', async () => {
  const { page } = bench
  await page.keyboard.press('Control+Alt+V')
  await expect.poll(() => columns(page).count()).toBe(3)
  await sentences(page).first().waitFor()
  expect(await currentTab(page).innerText()).toContain('并排看原文')
})

it('steps through the topics by key', async () => {
  const { page } = bench
  const first = await subject(page, '主题')
  await page.keyboard.press('Alt+PageDown')
  await expect.poll(() => subject(page, '主题')).not.toBe(first)
  await page.keyboard.press('Alt+PageUp')
  await expect.poll(() => subject(page, '主题')).toBe(first)
})

it('shows the statements of an indicator above the text, and marks their sentences', async () => {
  const { page } = bench
  await tabTo(page, page$(page).getByRole('radio', { name: '主题', exact: true }))
  await page.keyboard.press('ArrowRight')
  await page$(page).getByRole('combobox', { name: '指标', exact: true }).waitFor()
  await expect.poll(() => page$(page).locator('li button').count()).toBeGreaterThan(1)
  const chips = await page$(page).locator('li button b').allInnerTexts()
  const marked = (await sentences(page).allInnerTexts()).join('').replace(/\s/g, '')
  for (const quantity of chips) expect(marked).toContain(quantity.replace(/\s/g, ''))
})

it('opens a sentence in the reader, and comes back to it', async () => {
  const { page } = bench
  await tabTo(page, page$(page).locator('[data-start][tabindex="0"]').first())
  await page.keyboard.press('ArrowDown')
  const left = await focused(page)
  const name = await subject(page, '指标')
  await page.keyboard.press('Enter')
  await readerText(page).waitFor()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => currentTab(page).innerText()).toContain('并排看原文')
  await expect.poll(() => focused(page)).toBe(left)
  expect(await subject(page, '指标')).toBe(name)
})

it('is as it was after a restart', async () => {
  const name = await subject(bench.page, '指标')
  const before = await columns(bench.page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(bench.errors).toEqual([])
  await bench.close()
  bench = await start({ profile })
  const { page } = bench
  await expect.poll(() => columns(page).count()).toBe(before.length)
  expect(await columns(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(before)
  expect(await subject(page, '指标')).toBe(name)
})

it('is opened from an indicator of a comparison with its reports', async () => {
  const { page } = bench
  await page.keyboard.press('Control+Shift+D')
  const button = page.getByRole('button', { name: /^并排看原文：/ }).first()
  await button.waitFor()
  const label = (await button.getAttribute('aria-label')) ?? ''
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await expect.poll(() => columns(page).count()).toBeGreaterThan(1)
  expect(label).toContain(await subject(page, '指标'))
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => currentTab(page).innerText()).toContain('对比')
  expect(bench.errors).toEqual([])
})
