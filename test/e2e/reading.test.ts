import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { goToReport, importByKeys, pressTimes, tabTo } from './keys'
import { projectData } from './project-data'
import { pictureOnFailure, readerText, saved } from './steps'

const frame = (page: Page) => page.locator('.db-reading-frame').first()
const inText = (page: Page) => readerText(page).evaluate((text) => text === document.activeElement)
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '')

/** How the text looks: its size, the width of a line and what it stands on. */
const looks = (page: Page) =>
  frame(page).evaluate((element) => {
    const content = element.querySelector('.cm-content')
    const line = element.querySelector('.cm-line')
    if (!content || !line) return null
    return {
      size: Number.parseFloat(getComputedStyle(line).fontSize),
      width: line.getBoundingClientRect().width,
      height: Number.parseFloat(getComputedStyle(line).lineHeight) / Number.parseFloat(getComputedStyle(line).fontSize),
      ground: element.getAttribute('data-ground'),
    }
  })

/** Gives the selection a new code of this name. */
async function codeSelection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: '选择编码' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '选择编码' }).waitFor({ state: 'hidden' })
}

/** Puts the caret at the beginning of the fourth line on screen. */
async function goToFourthLine(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home')
  await pressTimes(page, 'ArrowDown', 3)
}

describe('reading, by keys alone', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1600, height: 900 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('sets the size, the width, the line height and the ground of the text', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '003_')
    const before = await looks(page)
    expect(before).toMatchObject({ size: 17, ground: null })
    await page.keyboard.press('Control+Alt+a')
    const slider = (name: string) => page.getByRole('slider', { name, exact: true })
    await expect.poll(() => slider('字号').evaluate((element) => element === document.activeElement)).toBe(true)
    await pressTimes(page, 'ArrowRight', 3)
    await expect.poll(async () => (await looks(page))?.size).toBe(20)
    await tabTo(page, slider('行宽'))
    await pressTimes(page, 'ArrowLeft', 12)
    await expect.poll(async () => ((await looks(page))?.width ?? 0) / 20).toBeLessThan((before?.width ?? 0) / 17 - 5)
    await tabTo(page, slider('行距'))
    await pressTimes(page, 'ArrowRight', 3)
    await expect.poll(async () => (await looks(page))?.height).toBeGreaterThan((before?.height ?? 0) + 0.2)
    await tabTo(page, page.getByRole('radiogroup', { name: '底色' }).getByRole('radio').first())
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await looks(page))?.ground).toBe('paper')
    await pressTimes(page, 'ArrowRight', 2)
    await expect.poll(async () => (await looks(page))?.ground).toBe('contrast')
    await page.keyboard.press('Escape')
    await expect.poll(() => inText(page)).toBe(true)
    await page.keyboard.press('Alt+-')
    await expect.poll(async () => (await looks(page))?.size).toBe(19)
    await page.keyboard.press('Alt+=')
    await expect.poll(async () => (await looks(page))?.size).toBe(20)
  })

  it('finds all places of a word, goes through them and comes back to where it began', async () => {
    const { page } = bench
    await goToFourthLine(page)
    await page.keyboard.press('Shift+ArrowRight')
    const began = await selected(page)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('发展')
    const count = page.getByRole('search').getByRole('status')
    await expect.poll(() => count.innerText()).toMatch(/^1 \/ \d+$/)
    const all = Number(/\d+$/.exec(await count.innerText()))
    expect(all).toBeGreaterThan(10)
    expect(new Set(await page.locator('.db-hit').allInnerTexts())).toEqual(new Set(['发展']))
    await page.keyboard.press('Escape')
    await expect.poll(() => inText(page)).toBe(true)
    expect(await page.locator('.db-hit').count()).toBe(0)
    await page.keyboard.press('Shift+ArrowRight')
    expect(await selected(page)).toBe(began)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Control+f')
    await expect.poll(() => count.innerText()).toBe(`1 / ${all}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => count.innerText()).toBe(`2 / ${all}`)
    await page.keyboard.press('F3')
    await expect.poll(() => count.innerText()).toBe(`3 / ${all}`)
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => count.innerText()).toBe(`2 / ${all}`)
    await page.keyboard.press('Escape')
    // Whoever has gone to a hit stays there.
    await expect.poll(() => selected(page)).toBe('发展')
  })

  it('finds by a regular expression, and says what is wrong with one', async () => {
    const { page } = bench
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Alt+r')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('[0-9.]+%')
    const count = page.getByRole('search').getByRole('status')
    await expect.poll(() => count.innerText()).toMatch(/^\d+ \/ \d+$/)
    await expect.poll(async () => (await page.locator('.db-hit').allInnerTexts()).length).toBeGreaterThan(0)
    for (const hit of await page.locator('.db-hit').allInnerTexts()) expect(hit).toMatch(/^[\d.]*%?$/)
    await page.keyboard.type('(')
    await expect.poll(() => page.getByRole('search').getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Alt+r')
    await page.keyboard.press('Escape')
    await expect.poll(() => inText(page)).toBe(true)
  })

  it('shows passages that lie over each other, a column for each code, and goes through them by v', async () => {
    const { page } = bench
    const lengths = { 长: 9, 中: 6, 短: 3 }
    for (const [name, length] of Object.entries(lengths)) {
      await goToFourthLine(page)
      await pressTimes(page, 'Shift+ArrowRight', length)
      await codeSelection(page, name)
    }
    await expect.poll(async () => (await projectData(page)).annotations.length).toBe(3)
    const heads = page.getByRole('toolbar', { name: '编码列' }).getByRole('button')
    await expect
      .poll(async () => (await heads.evaluateAll((all) => all.map((one) => one.ariaLabel))).toSorted().join())
      .toMatch(/^“中”，标注 1 处.*“短”，标注 1 处.*“长”，标注 1 处/)
    await page.getByRole('img', { name: /^全文缩览：标注 3 处/ }).waitFor()
    await goToFourthLine(page)
    await page.keyboard.press(']')
    await page.keyboard.press('v')
    const here = page.getByRole('region', { name: '此处的内容' })
    const items = here.getByRole('listitem')
    await here.waitFor()
    const lying = await items.allInnerTexts()
    expect(lying.length).toBeGreaterThanOrEqual(3)
    for (const code of Object.keys(lengths)) expect(lying.join()).toContain(code)
    const current = () => items.evaluateAll((all) => all.findIndex((one) => one.ariaCurrent === 'true'))
    for (let n = 1; n <= lying.length; n++) {
      await page.keyboard.press('v')
      await expect.poll(current).toBe(n % lying.length)
    }
    await page.keyboard.press('Escape')
    await here.waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Alt+k')
    await heads.first().waitFor({ state: 'hidden' })
    await page.locator('.db-stripe').first().waitFor()
    await page.keyboard.press('Control+Alt+k')
    await heads.first().waitFor()
    await saved(page)
  })

  it('goes through the outline, folds it and leads to a section', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+O')
    const outline = page.getByRole('tree', { name: '目录' })
    await outline.getByRole('treeitem').first().waitFor()
    await tabTo(page, outline.locator('[tabindex="0"]'))
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('title') ?? '')
    await page.keyboard.press('Home')
    const open = await outline.getByRole('treeitem').count()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => outline.getByRole('treeitem').count()).toBeLessThan(open)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => outline.getByRole('treeitem').count()).toBe(open)
    await page.keyboard.press('End')
    const title = await focused()
    expect(title).not.toBe('')
    await page.keyboard.press('Enter')
    await expect.poll(() => inText(page)).toBe(true)
    await expect.poll(() => outline.locator('[aria-current="location"]').getAttribute('title')).toBe(title)
    expect((await readerText(page).innerText()).replace(/\s+/g, '')).toContain(title.replace(/\s+/g, '').slice(0, 6))
  })

  it('looks the same after a restart', async () => {
    const before = await looks(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1600, height: 900 } })
    const { page } = bench
    await goToReport(page, '003_')
    await expect.poll(() => looks(page)).toMatchObject({ size: before?.size, ground: 'contrast' })
    await page.getByRole('toolbar', { name: '编码列' }).getByRole('button').first().waitFor()
    await pressTimes(page, 'Control+z', 6)
    await expect.poll(async () => (await projectData(page)).annotations).toEqual([])
    expect(bench.errors).toEqual([])
  })
})
