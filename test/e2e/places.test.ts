import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { currentTab, importSample, openReport, pictureOnFailure, readerText, saved } from './steps'

/** The first words in view of the reader in front. */
const firstWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    // Tabs that lie behind are in the page too: the text in front is the one that is hit.
    const editors = [...document.querySelectorAll<HTMLElement>('.cm-editor')]
    const shown = editors.find((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    const scroller = shown?.querySelector('.cm-scroller')?.getBoundingClientRect()
    const content = shown?.querySelector('.cm-content')?.getBoundingClientRect()
    if (!scroller || !content) return ''
    // The line above one that was gone to is cut off, by a little or by much; an empty one has no words to tell it by.
    for (let top = scroller.top; top < scroller.bottom; top += 14) {
      const range = document.caretRangeFromPoint(content.left + 90, top)
      const words = range?.startContainer.textContent?.slice(range.startOffset, range.startOffset + 12).trim()
      if (words && range && range.getBoundingClientRect().top >= scroller.top) return words
    }
    return ''
  })

/** The first words in view once the text stands still. */
async function wordsAtRest(page: Page): Promise<string> {
  let last = ''
  await expect
    .poll(async () => {
      const before = last
      last = await firstWords(page)
      return last !== '' && last === before
    })
    .toBe(true)
  return last
}

/** Scrolls by keys until other words come into view. */
async function scrollAway(page: Page): Promise<string> {
  const before = await wordsAtRest(page)
  await readerText(page).focus()
  for (let n = 0; n < 3; n++) await page.keyboard.press('PageDown')
  await expect.poll(() => firstWords(page)).not.toBe(before)
  return wordsAtRest(page)
}

const bookmarks = (page: Page) => page.getByRole('listbox', { name: '书签' }).getByRole('option')

describe('places in the text', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('goes back to the line that was left, in another report too, and forward again', async () => {
    const { page } = bench
    await openReport(page, '003_')
    const there = await scrollAway(page)
    await openReport(page, '000_')
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => firstWords(page)).toBe(there)
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河')
  })

  it('sets a bookmark by key, goes back to it from the list, names it, and undoes all', async () => {
    const { page } = bench
    await readerText(page).focus()
    await page.keyboard.press('Control+Home')
    for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('b')
    await saved(page)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Alt+M')
    await expect.poll(() => bookmarks(page).count()).toBe(1)
    const name = await bookmarks(page).innerText()
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(page).evaluate((text) => text.contains(document.activeElement))).toBe(true)
    const flashed = await page.locator('.db-target-span').allInnerTexts()
    expect(flashed.join('').replace(/\s+/g, '')).toBe(name.replace(/\s+/g, ''))
    await page.keyboard.press('Control+Alt+M')
    await page.keyboard.press('F2')
    await page.keyboard.type('要点')
    await page.keyboard.press('Enter')
    await expect.poll(() => bookmarks(page).innerText()).toBe('要点')
    await page.keyboard.press('Control+z')
    await expect.poll(() => bookmarks(page).innerText()).toBe(name)
    await page.keyboard.press('Control+z')
    await expect.poll(() => bookmarks(page).count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => bookmarks(page).count()).toBe(1)
    await saved(page)
  })

  it('goes to a share of a file that has no pages', async () => {
    const { page } = bench
    await readerText(page).focus()
    await page.keyboard.press('Control+Home')
    const top = await wordsAtRest(page)
    await page.keyboard.press('Control+g')
    await page.keyboard.type('60%')
    await page.keyboard.press('Enter')
    await expect.poll(() => firstWords(page)).not.toBe(top)
  })

  it('stands where it stood after a restart, bookmarks too', async () => {
    const there = await scrollAway(bench.page)
    await bench.close()
    bench = await start({ profile })
    const { page } = bench
    await readerText(page).waitFor()
    await expect.poll(() => firstWords(page)).toBe(there)
    await page.keyboard.press('Control+Alt+M')
    await expect.poll(() => bookmarks(page).count()).toBe(1)
    expect(bench.errors).toEqual([])
  })
})
