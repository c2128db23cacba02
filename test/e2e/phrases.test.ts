import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { focusOn, importByKeys, journalEntries, pressTimes } from './keys'
import { currentTab, pictureOnFailure, readerText, saved } from './steps'

const profile = newProfile()
let bench: Workbench
let page: Page

pictureOnFailure(() => bench)
beforeAll(async () => {
  bench = await start({ profile, settings: {} })
  page = bench.page
})
afterAll(async () => {
  await bench.close()
  removeProfile(profile)
})

const cell = () => page.evaluate(() => document.activeElement?.querySelector('[data-current]')?.textContent ?? '')
const field = (name: RegExp | string) => page.getByRole('textbox', { name })
const grid = (name: string) => page.getByRole('grid', { name })
const lastStep = () => journalEntries(profile).at(-1)?.operation

/** Puts the keys into a field by its place in the order of Tab. */
async function fieldByTab(name: string): Promise<void> {
  const there = () => field(name).evaluate((element) => element === document.activeElement)
  for (let n = 0; n < 60 && !(await there()); n++) await page.keyboard.press('Tab')
  expect(await there()).toBe(true)
}

describe('tracked wordings, by keyboard', () => {
  it('offers sets and saves none before one is taken', async () => {
    await importByKeys(page)
    const before = journalEntries(profile).length
    await page.keyboard.press('Control+Alt+Shift+T')
    await page.getByText('选一组开始').waitFor()
    expect(journalEntries(profile)).toHaveLength(before)
    expect(await findings(page)).toEqual([])
    const set = page.getByRole('button', { name: /营商环境与放管服/ })
    const there = () => set.evaluate((element) => element === document.activeElement)
    for (let n = 0; n < 60 && !(await there()); n++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await grid('概览').getByRole('row').nth(5).waitFor()
    await saved(page)
    expect(lastStep()).toMatchObject({ key: 'project.history.phraseGroupAdded', params: { name: '营商环境与放管服' } })
  })

  it('adds a wording in place, counts it, and takes the step back', async () => {
    await fieldByTab('添加提法')
    await page.keyboard.type('高质量发展')
    await page.keyboard.press('Enter')
    await grid('概览')
      .getByRole('row', { name: /高质量发展/ })
      .waitFor()
    await saved(page)
    expect(lastStep()?.key).toBe('project.history.phraseGroupChanged')
    // The field is ready for the next one.
    expect(await field('添加提法').evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await field('添加提法').inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await grid('概览')
      .getByRole('row', { name: /高质量发展/ })
      .waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await grid('概览')
      .getByRole('row', { name: /高质量发展/ })
      .waitFor()
    expect(await findings(page)).toEqual([])
  })

  it('opens the sentence of a first use and comes back to the same cell', async () => {
    const before = await page.evaluate(() => document.activeElement?.getAttribute('role'))
    expect(before).not.toBe('grid')
    const there = () => grid('概览').evaluate((element) => element === document.activeElement)
    for (let n = 0; n < 60 && !(await there()); n++) await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    await pressTimes(page, 'ArrowRight', 3)
    expect(await cell()).toMatch(/^20\d\d /)
    const told = await cell()
    await page.keyboard.press('Enter')
    await expect.poll(() => currentTab(page).innerText()).not.toContain('提法追踪')
    await expect.poll(() => readerText(page).innerText()).toContain('高质量发展')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).innerText()).toContain('提法追踪')
    await focusOn(page, 'grid')
    expect(await cell()).toBe(told)
  })

  it('shows each page by its digit, with nothing that axe finds serious', async () => {
    for (const [digit, name] of [
      ['2', '地区与年份'],
      ['3', '首末次与上级'],
      ['4', '出现位置'],
      ['5', '何者替代'],
    ] as const) {
      await page.keyboard.press(digit)
      await page.getByRole('radio', { name, checked: true }).waitFor({ state: 'attached' })
      if (digit === '4') await page.getByRole('table', { name: '所在章节' }).waitFor()
      expect(await findings(page)).toEqual([])
    }
  })

  it('renames, duplicates and deletes a group, each a step', async () => {
    await page.keyboard.press('F2')
    await expect.poll(() => field('组名').evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('营商')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^营商/ }).first().waitFor()
    await saved(page)
    expect(lastStep()).toMatchObject({ key: 'project.history.phraseGroupRenamed', params: { name: '营商' } })
    await page.keyboard.press('Tab')
    await page.keyboard.press('d')
    await expect.poll(() => lastStep()?.params.name).toBe('营商 2')
    await page.keyboard.press('Delete')
    await expect.poll(() => lastStep()?.key).toBe('project.history.phraseGroupRemoved')
    // The keys stay in the view: the last group can be deleted too, and the sets are offered again.
    await page.keyboard.press('Delete')
    await page.getByText('选一组开始').waitFor()
    await saved(page)
  })
})
