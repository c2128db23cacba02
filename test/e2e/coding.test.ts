import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { focusOn, goToReport, importByKeys, pressTimes } from './keys'
import { pictureOnFailure, readerText, saved } from './steps'

interface Marked {
  quote: string
  codes: string[]
  memo: string
  author: string
  rule: boolean
}

/** The annotations of the project in the order of their texts, as the database has them. */
const marked = (page: Page): Promise<Marked[]> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const name = (await indexedDB.databases()).find((info) => info.name?.startsWith('project-'))?.name ?? ''
    const db = await settled(indexedDB.open(name))
    const transaction = db.transaction(['annotations', 'codes'])
    const codes = await settled(transaction.objectStore('codes').getAll())
    const annotations = await settled(transaction.objectStore('annotations').getAll())
    db.close()
    const names = new Map(codes.map((code) => [code.id, code.name]))
    return annotations
      .sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.anchor.start - b.anchor.start))
      .map(({ anchor, codes: ids, memo, author, rule }) => ({
        quote: anchor.quote,
        codes: ids.map((id: string) => names.get(id)),
        memo,
        author,
        rule: rule !== null,
      }))
  })

const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '')
const codesOf = async (page: Page) => (await marked(page)).map(({ codes }) => codes.join('+'))

/** Gives the selection the code of a digit that has none yet, by naming it. */
async function nameCode(page: Page, digit: number, name: string): Promise<void> {
  await page.keyboard.press(String(digit))
  await page.getByRole('combobox', { name: '选择编码' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: '选择编码' }).waitFor({ state: 'hidden' })
}

/** Selects the first of these words, by finding them. */
async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('search').getByRole('textbox').first().waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.db-hit-current').allInnerTexts()).not.toEqual([])
  await page.keyboard.press('Escape')
  await readerText(page).focus()
}

describe('coding on the seeds, by keys alone', () => {
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

  it('selects by words, clauses, sentences and paragraphs, and to any character', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '003_')
    await page.keyboard.press('Control+Home')
    await pressTimes(page, 'ArrowDown', 4)
    const sizes: number[] = []
    for (const key of ['w', 'd', 's', 'p']) {
      await page.keyboard.press(key)
      sizes.push((await selected(page)).length)
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(sizes[0]).toBeLessThan(sizes[3] ?? 0)
    await page.keyboard.press('ArrowLeft')
    for (const length of [1, 2, 3]) {
      await page.keyboard.press('Shift+ArrowRight')
      await expect.poll(async () => (await selected(page)).length).toBe(length)
    }
  })

  it('gives several codes to one passage, repeats the last one, and undoes each', async () => {
    const { page } = bench
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('s')
    await nameCode(page, 1, '回顾')
    await expect.poll(() => codesOf(page)).toEqual(['回顾'])
    await nameCode(page, 2, '会议')
    await expect.poll(() => codesOf(page)).toEqual(['回顾+会议'])
    await pressTimes(page, 'ArrowDown', 3)
    await page.keyboard.press('d')
    await page.keyboard.press('.')
    await expect.poll(() => codesOf(page)).toEqual(['回顾+会议', '会议'])
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: /备忘/ }).first().waitFor()
    await page.keyboard.type('见名单')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await marked(page))[1]).toMatchObject({ memo: '见名单', author: '测试员' })
    await readerText(page).focus()
    await pressTimes(page, 'Control+z', 2)
    await expect.poll(() => codesOf(page)).toEqual(['回顾+会议'])
    await pressTimes(page, 'Control+Shift+z', 2)
    await expect.poll(async () => (await marked(page))[1]?.memo).toBe('见名单')
  })

  it('adjusts a span by keys, and merges touching ones of one code', async () => {
    const { page } = bench
    const before = (await marked(page))[1]?.quote ?? ''
    await pressTimes(page, 'Alt+Shift+ArrowRight', 2)
    await expect.poll(async () => (await marked(page))[1]?.quote.length).toBe(before.length + 2)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await marked(page))[1]?.quote).toBe(before)
    await readerText(page).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('d')
    await page.keyboard.press('2')
    await expect.poll(async () => (await marked(page)).length).toBe(3)
    await page.keyboard.press('=')
    await expect.poll(async () => (await marked(page)).length).toBe(2)
    const [, merged] = await marked(page)
    expect(merged?.quote.startsWith(before)).toBe(true)
    expect(merged?.memo).toBe('见名单')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await marked(page)).length).toBe(3)
    await saved(page)
  })

  it('codes a phrase everywhere at once, after a look at the hits', async () => {
    const { page } = bench
    const before = (await marked(page)).length
    await goTo(page, '固定资产投资')
    await expect.poll(() => selected(page)).toBe('固定资产投资')
    await page.keyboard.press('Control+Alt+f')
    const hits = page.getByRole('grid', { name: '找到的文字' })
    await hits.waitFor()
    await page
      .getByText(/共 \d+ 处/)
      .first()
      .waitFor()
    const ticked = Number(/选中 (\d+)/.exec(await page.getByText(/^选中 \d+，共/).innerText())?.[1])
    expect(ticked).toBeGreaterThan(5)
    await page.keyboard.press('Control+ArrowDown')
    await focusOn(page, 'grid')
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await page.getByText(new RegExp(`^选中 ${ticked - 1}，`)).waitFor()
    await page.getByRole('combobox', { name: '给这些文字的编码' }).focus()
    await page.keyboard.type('会议')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+Enter')
    await expect.poll(async () => (await marked(page)).length).toBe(before + ticked - 1)
    await saved(page)
  })

  it('lists every coded passage, and leads from a line to its sentence and back', async () => {
    const { page } = bench
    const count = (await marked(page)).length
    await page.keyboard.press('Control+Shift+q')
    const quotes = page.getByRole('grid', { name: /摘录/ })
    await quotes.waitFor()
    await page.getByText(`${count} / ${count} 条`).waitFor()
    await focusOn(page, 'grid')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(page).evaluate((text) => text === document.activeElement)).toBe(true)
    expect((await page.locator('.db-target-span').allInnerTexts()).join('')).not.toBe('')
    await page.keyboard.press('Alt+ArrowLeft')
    await focusOn(page, 'grid')
  })

  it('has all of it after a restart, and undo goes on from there', async () => {
    const before = await marked(bench.page)
    await saved(bench.page)
    await bench.close()
    bench = await start({ profile })
    const { page } = bench
    expect(await marked(page)).toEqual(before)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await marked(page)).length).toBe(3)
    expect(bench.errors).toEqual([])
  })
})
