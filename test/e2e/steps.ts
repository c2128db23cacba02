import type { Locator, Page } from 'playwright-core'
import { afterEach, expect } from 'vitest'
import type { Workbench } from './driver'

/** The buttons of the activity bar. */
export const activity = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '活动栏' }).getByRole('button', { name, exact: true })

/** Leaves a picture of the window in `out/e2e/` for every test that fails. */
export function pictureOnFailure(bench: () => Workbench | undefined): void {
  afterEach(async ({ task }) => {
    const page = bench()?.page
    if (task.result?.state !== 'fail' || !page || page.isClosed()) return
    await page.screenshot({ path: `out/e2e/${task.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png` })
  })
}

/** Imports the sample project from the empty library and waits for the end. */
export async function importSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入示例课题' }).click()
  await page.getByText('共 5 个文件').waitFor()
  await page.getByText('导入完成').waitFor()
}

/** The lines of the import result, its heading line among them. */
export const resultRows = (page: Page): Locator => page.getByRole('table', { name: '导入的文件' }).getByRole('row')

/** The line of the library that holds this text. */
export const libraryRow = (page: Page, text: string): Locator =>
  page.getByRole('grid', { name: '资料库' }).getByRole('row').filter({ hasText: text })

/** Opens a report from the library. */
export async function openReport(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await libraryRow(page, text).dblclick()
  await readerText(page).waitFor()
}

/** The text of the reader in front. */
export const readerText = (page: Page): Locator => page.getByRole('textbox', { name: '报告正文' })

/**
 * Clicks the middle of these words in the reader, wherever marks split them into elements; once more, as a user would,
 * where the panels that open beside a first report moved the line away under the pointer.
 */
export async function clickWords(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const at = await middleOf(page, words)
    if (!at) throw new Error(`the words “${words}” are not on screen`)
    await page.mouse.click(at.x, at.y)
    if ((await middleOf(page, words))?.caret) return
  }
  throw new Error(`a click on “${words}” does not put the caret there`)
}

/** The middle of these words in the reader, brought into view, and whether the caret stands in them. */
function middleOf(page: Page, words: string): Promise<{ x: number; y: number; caret: boolean } | null> {
  return readerText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const start = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(wanted)
    if (start < 0) return null
    const boundary = (offset: number): [Text, number] | undefined => {
      let passed = 0
      for (const node of nodes) {
        if (passed + node.length > offset) return [node, offset - passed]
        passed += node.length
      }
    }
    const [first, middle, last] = [0, Math.floor(wanted.length / 2), wanted.length - 1].map((n) => boundary(start + n))
    if (!first || !middle || !last) return null
    const range = document.createRange()
    range.setStart(...first)
    range.setEnd(last[0], last[1] + 1)
    const { focusNode, focusOffset } = getSelection() ?? {}
    const caret = focusNode !== null && focusNode !== undefined && range.isPointInRange(focusNode, focusOffset ?? 0)
    range.setStart(...middle)
    range.setEnd(middle[0], middle[1] + 1)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x: x + width / 4, y: y + height / 2, caret }
  }, words)
}

/** Puts the caret into these words by a click and selects their sentence by key. */
export async function selectSentence(page: Page, words: string): Promise<string> {
  await clickWords(page, words)
  await page.keyboard.press('s')
  return page.evaluate(() => getSelection()?.toString() ?? '')
}

/** The review list's options. */
export const statementRows = (page: Page): Locator => page.getByRole('listbox', { name: '数据项' }).getByRole('option')

/** Waits until the status bar says that everything is saved. */
export const saved = (page: Page): Promise<void> =>
  page.getByRole('region', { name: '状态栏' }).getByText('已保存').waitFor()

/** The title of the tab in front. */
export const currentTab = (page: Page): Locator => page.getByRole('main').getByRole('tab', { selected: true })

/**
 * The middle of the tallest mark of a colour in a canvas, in CSS pixels of the page: where a user would click a bar.
 * The first column that holds the colour in one unbroken run of at least `least` pixels counts.
 */
export async function findMark(canvas: Locator, color: string, least = 20): Promise<{ x: number; y: number }> {
  const found = await canvas.evaluate(
    (element, { wanted, run }) => {
      const { width, height } = element as HTMLCanvasElement
      const context = (element as HTMLCanvasElement).getContext('2d')
      if (!context) return null
      const { data } = context.getImageData(0, 0, width, height)
      const [red, green, blue] = [1, 3, 5].map((i) => Number.parseInt(wanted.slice(i, i + 2), 16))
      const is = (x: number, y: number) => {
        const at = (y * width + x) * 4
        return data[at] === red && data[at + 1] === green && data[at + 2] === blue
      }
      for (let x = 0; x < width; x++)
        for (let y = 0, length = 0; y < height; y++) {
          length = is(x, y) ? length + 1 : 0
          if (length >= run && is(x + 6, y)) return { x: (x + 6) / width, y: (y - run / 2) / height }
        }
      return null
    },
    { wanted: color, run: least },
  )
  expect(found, `a mark of the colour ${color}`).not.toBeNull()
  const box = await canvas.boundingBox()
  return {
    x: (box?.x ?? 0) + (found?.x ?? 0) * (box?.width ?? 0),
    y: (box?.y ?? 0) + (found?.y ?? 0) * (box?.height ?? 0),
  }
}
