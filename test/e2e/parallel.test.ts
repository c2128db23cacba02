import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { journalEntries } from './keys'
import { currentTab, importSample, libraryRow, openReport, pictureOnFailure, saved } from './steps'

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

const SIDES = ['左边的报告', '右边的报告'] as const
const side = (page: Page, name: (typeof SIDES)[number]): Locator => page.getByRole('region', { name, exact: true })

/** How many passages with a mark stand in a part of the page. */
const marksIn = (part: Locator): Promise<number> =>
  part.evaluate((element) => {
    const painted = [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith('db-mark') ? [...ranges] : []))
    return painted.filter(({ startContainer }) => element.contains(startContainer)).length
  })

const list = (page: Page): Locator => page.getByRole('listbox', { name: '共有的句子' })
const current = (page: Page): Locator => list(page).getByRole('option', { selected: true })
const tops = (page: Page): Promise<number[]> =>
  Promise.all(
    SIDES.map((name) =>
      side(page, name)
        .locator('.cm-scroller')
        .evaluate((scroller) => scroller.scrollTop),
    ),
  )

/** What is marked as the sentence that is looked at, on both sides, without line breaks. */
const flashed = (page: Page): Promise<string[]> =>
  Promise.all(
    SIDES.map(async (name) =>
      (await side(page, name).locator('.db-shared-current').allInnerTexts()).join('').replace(/\s/g, ''),
    ),
  )

/** The other side follows in a frame of its own. */
const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      ),
  )

/** Waits until neither side moves any more, with frames in between for the one to follow the other. */
async function settled(page: Page): Promise<number[]> {
  let before: number[] = []
  await expect
    .poll(async () => {
      await frames(page)
      const now = await tops(page)
      const still = now.join() === before.join()
      before = now
      return still
    })
    .toBe(true)
  return before
}

describe('two reports side by side, by keyboard alone', () => {
  it('opens from the reader, with what is to stand beside it found by typing', async () => {
    const { page } = bench
    await openReport(page, '在现代化建设新征程')
    await page.keyboard.press('Control+Alt+D')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('同一地区的其他年度').waitFor()
    await page.keyboard.type('瀍河 2022')
    await expect.poll(() => dialog.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => currentTab(page).innerText()).toMatch(/瀍河 2023 ⇄ 瀍河 2022/)
    await list(page).getByRole('option').first().waitFor()
  })

  it('goes through the shared sentences, and both texts come along', async () => {
    const { page } = bench
    await page.keyboard.press('n')
    await expect.poll(() => current(page).count()).toBe(1)
    for (let at = 0; at < 4; at++) await page.keyboard.press('n')
    await page.keyboard.press('Shift+N')
    await expect.poll(() => current(page).getAttribute('aria-posinset')).toBe('4')
    await settled(page)
    const [left = '', right = ''] = await flashed(page)
    expect(left.length).toBeGreaterThan(7)
    expect(right.length).toBeGreaterThan(7)
    const line = (await current(page).innerText()).replace(/\s/g, '')
    expect(line).toContain(left)
    expect(line).toContain(right)
  })

  it('gives a code to both passages in one step, which one undo takes back', async () => {
    const { page } = bench
    const steps = journalEntries(profile).length
    // The first code of the project is made on the way.
    await page.keyboard.press('s')
    await page.keyboard.press('c')
    await page.keyboard.type('上下级共有')
    await page.keyboard.press('Enter')
    // The code is a step and the mark another one, which is seen before it is saved: undo takes back what is.
    await page.getByRole('combobox', { name: '选择编码' }).waitFor({ state: 'hidden' })
    await expect.poll(() => journalEntries(profile).length).toBe(steps + 2)
    await page.keyboard.press('Control+z')
    await expect.poll(() => marksIn(page.locator('body'))).toBe(0)
    await page.keyboard.press('Shift+C')
    await page.getByRole('dialog').getByRole('option', { name: '上下级共有' }).waitFor()
    await page.keyboard.press('Enter')
    await saved(page)
    for (const name of SIDES) await expect.poll(() => marksIn(side(page, name))).toBeGreaterThan(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => marksIn(page.locator('body'))).toBe(0)
    await page.keyboard.press('Control+Shift+Z')
    for (const name of SIDES) await expect.poll(() => marksIn(side(page, name))).toBeGreaterThan(0)
  })

  it('goes through the topics of both', async () => {
    const { page } = bench
    const before = await settled(page)
    await page.keyboard.press('Alt+PageDown')
    await expect.poll(() => tops(page)).not.toEqual(before)
    await page.getByRole('toolbar', { name: '对读' }).getByRole('button', { name: ' · ' }).waitFor()
    await page.keyboard.press('Alt+PageUp')
    await settled(page)
  })

  it('lets the right side follow the left one, and not the other way round', async () => {
    const { page } = bench
    await side(page, '左边的报告').locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    const [left = 0, right = 0] = await settled(page)
    // One page: what is passed over within a frame, to a section that has no counterpart, is followed nowhere.
    await page.keyboard.press('PageDown')
    await expect.poll(async () => (await tops(page))[0]).toBeGreaterThan(left)
    const [down = 0, along = 0] = await settled(page)
    expect(down).toBeGreaterThan(left)
    expect(along).toBeGreaterThan(right)
    await page.keyboard.press('l')
    for (let at = 0; at < 3; at++) await page.keyboard.press('PageDown')
    const [alone = 0, stays = 0] = await settled(page)
    expect(alone).toBeGreaterThan(down)
    expect(stays).toBe(along)
    await page.keyboard.press('l')
  })

  it('brings the counterpart of a clicked sentence beside it', async () => {
    const { page } = bench
    await page.keyboard.press('n')
    await settled(page)
    const mark = side(page, '左边的报告').locator('.db-shared-current').first()
    const [at] = await tops(page)
    await mark.click()
    const [stays] = await settled(page)
    expect(stays).toBe(at)
    const heights = await Promise.all(
      SIDES.map((name) =>
        side(page, name)
          .locator('.db-shared-current')
          .first()
          .evaluate((element) => element.getClientRects()[0]?.top ?? 0),
      ),
    )
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(20)
  })

  it('exports the list', async () => {
    const { page, app } = bench
    const folder = mkdtempSync(join(tmpdir(), 'duibiao '))
    const file = join(folder, 'shared.csv')
    await saveInDialog(app, file)
    await page.keyboard.press('Control+Alt+e')
    await page.getByText('已导出').waitFor()
    const lines = readFileSync(file, 'utf8').trim().split('\r\n')
    expect(lines[0]).toContain('类别,相似度')
    expect(lines.length).toBe(1 + Number(await list(page).getByRole('option').first().getAttribute('aria-setsize')))
    rmSync(folder, { recursive: true })
  })
})

/** The words of the paragraph at the top of each side: heights of what was never in view are estimates. */
const atTop = (page: Page): Promise<string[]> =>
  Promise.all(
    SIDES.map((name) =>
      side(page, name)
        .locator('.cm-scroller')
        .evaluate((scroller) => {
          const { left, top, width } = scroller.getBoundingClientRect()
          const at = document.elementFromPoint(left + width / 2, top + 40)
          return at?.closest('.cm-line')?.textContent ?? ''
        }),
    ),
  )

it('comes back after a restart with both positions', async () => {
  await bench.page.keyboard.press('n')
  await settled(bench.page)
  const before = await atTop(bench.page)
  expect(before.every((words) => words !== '')).toBe(true)
  await bench.close()
  bench = await start({ profile })
  const { page } = bench
  await expect.poll(() => currentTab(page).innerText()).toMatch(/瀍河 2023 ⇄ 瀍河 2022/)
  await list(page).getByRole('option').first().waitFor()
  await settled(page)
  await expect.poll(() => atTop(page)).toEqual(before)
})

it('swaps the sides, and opens two lines that are marked in the library', async () => {
  const { page } = bench
  await side(page, '左边的报告').locator('.cm-content').focus()
  await page.keyboard.press('Shift+X')
  await expect.poll(() => currentTab(page).innerText()).toMatch(/瀍河 2022 ⇄ 瀍河 2023/)
  await page.keyboard.press('Control+Shift+L')
  await libraryRow(page, '在现代化建设新征程').click()
  await page.keyboard.press('x')
  await libraryRow(page, '西工')
    .first()
    .click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+Alt+D')
  await expect.poll(() => currentTab(page).innerText()).toMatch(/⇄.*西工|西工.*⇄/)
  expect(bench.errors).toEqual([])
})
