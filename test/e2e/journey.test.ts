import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import {
  activity,
  clickWords,
  currentTab,
  findMark,
  importSample,
  libraryRow,
  openReport,
  pictureOnFailure,
  readerText,
  saved,
  selectSentence,
  statementRows,
} from './steps'

/** The colour of results (`--db-result-mark`). */
const RESULT = '#12968c'

declare global {
  interface Window {
    /** Widths at which frames showed the text, in CSS pixels, one after the other. */
    readerWidths?: number[]
  }
}

describe('the main job, once', () => {
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

  it('imports the five seeds and says what each is', async () => {
    const { page } = bench
    await importSample(page)
    await page.getByText('已修复：原文作“漯河区”').waitFor()
    await page.getByRole('button', { name: '打开资料库' }).click()
    const rows = page.getByRole('grid', { name: '资料库' }).getByRole('row')
    await expect.poll(() => rows.count()).toBe(6)
    for (const [file, place, year, kind] of [
      ['000_', '瀍河回族区', '2023', '摘要'],
      ['001_', '瀍河回族区', '2022', '摘要'],
      ['002_', '西工区', '2020', '全文'],
      ['003_', '西工区', '2024', '摘要'],
      ['004_', '洛阳市', '2024', ''],
    ] as const) {
      const cells = await libraryRow(page, file).getByRole('gridcell').allInnerTexts()
      expect(cells[0]).toContain(place)
      // A doubtful year says so behind it.
      expect(cells[1]).toMatch(new RegExp(`^${year}`))
      expect(cells[2]).toContain(kind)
    }
  })

  it('draws the first report at once as wide as the panels that open beside it leave it', async () => {
    const { page } = bench
    await page.evaluate(() => {
      window.readerWidths = []
      const note = () => {
        const width = document.querySelector('.cm-scroller')?.clientWidth
        if (width !== undefined && window.readerWidths?.at(-1) !== width) window.readerWidths?.push(width)
        if (window.readerWidths) requestAnimationFrame(note)
      }
      note()
    })
    await openReport(page, '000_')
    await page.locator('.db-outline-line').first().waitFor()
    await statementRows(page).first().waitFor()
    const widths = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done))
      const seen = window.readerWidths
      delete window.readerWidths
      return seen
    })
    expect(widths).toHaveLength(1)
  })

  it('highlights a sentence with a code that is made on the way', async () => {
    const { page } = bench
    const selected = await selectSentence(page, '规模以上工业增加值同比增长2%')
    expect(selected).toBe('规模以上工业增加值同比增长2%;')
    await page.keyboard.press('1')
    await page.getByRole('combobox', { name: '选择编码' }).fill('经济运行')
    await page.keyboard.press('Enter')
    await page.locator('.db-stripe').first().waitFor()
    await saved(page)
    await page.keyboard.press('Control+Shift+B')
    await expect.poll(() => page.getByRole('treeitem', { name: /经济运行/ }).innerText()).toMatch(/1/)
  })

  it('keeps overlapping highlights apart, takes one back and brings it again', async () => {
    const { page } = bench
    await clickWords(page, '工业增加值同比增长')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: '选择编码' }).fill('工业')
    await page.keyboard.press('Enter')
    const stripes = page.locator('.db-stripe')
    const columns = () => stripes.evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().x)).size)
    await expect.poll(columns).toBe(2)
    await readerText(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(columns).toBe(1)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(columns).toBe(2)
    await saved(page)
  })

  it('accepts, edits and rejects suggestions by key', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+E')
    await statementRows(page).first().click()
    // As fast as fingers go: every key settles one.
    for (const _ of '123') await page.keyboard.press('a')
    await page.getByRole('button', { name: '已采纳 3' }).waitFor()
    await page.keyboard.press('r')
    await page.getByRole('button', { name: '已排除 1' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '已排除 0' }).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: '口径' }).fill('区本级')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '已修改 1' }).waitFor()
    await saved(page)
  })

  it('compares 瀍河 and 西工, opens the sentence behind a bar, and comes back', async () => {
    const { page } = bench
    await activity(page, '对比').click()
    await expect.poll(() => currentTab(page).innerText()).toContain('对比')
    const grid = page.getByRole('grid', { name: /^对比表/ })
    await grid.waitFor()
    const canvas = page.locator('canvas[data-zr-dom-id]').first()
    await canvas.waitFor()
    await expect
      .poll(() =>
        findMark(canvas, RESULT).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    const { x, y } = await findMark(canvas, RESULT)
    await page.mouse.click(x, y)
    // The leftmost solid bar: a result of the first place that has one, which the report of the year after tells.
    await expect.poll(() => currentTab(page).innerText()).toMatch(/(?:西工|瀍河) 202\d/)
    const quantity = page.locator('.db-part-quantity').first()
    await expect.poll(() => quantity.innerText()).toMatch(/^-?[\d.]+%$/)
    expect(
      await quantity.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top > 0 && bottom < innerHeight
      }),
    ).toBe(true)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).innerText()).toContain('对比')
    await grid.waitFor()
  })

  it('opens the sentence of a cell by keyboard', async () => {
    const { page } = bench
    const cell = page.getByRole('gridcell', { name: /瀍河.* 2022 · 地区生产总值 · 完成情况/ })
    await cell.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河 2023')
    await expect.poll(() => page.locator('.db-part-quantity').first().innerText()).toBe('4.3%')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).innerText()).toContain('对比')
  })

  it.each([
    ['CSV', 'csv', (bytes: Buffer) => bytes.toString('utf8').includes('瀍河')],
    ['XLSX', 'xlsx', (bytes: Buffer) => bytes.subarray(0, 2).toString() === 'PK'],
  ] as const)('exports the comparison as %s', async (item, extension, isRight) => {
    const { page, app } = bench
    const path = join(profile, `对比 导出.${extension}`)
    await saveInDialog(app, path)
    await page.getByRole('main').getByRole('button', { name: '导出', exact: true }).click()
    await page.getByRole('menuitem', { name: new RegExp(item, 'i') }).click()
    await expect.poll(() => statSync(path, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(100)
    expect(isRight(readFileSync(path))).toBe(true)
  })

  it.each([
    ['PNG', 'png', (bytes: Buffer) => bytes.subarray(1, 4).toString() === 'PNG'],
    ['SVG', 'svg', (bytes: Buffer) => /^<svg[\s\S]*地区生产总值/.test(bytes.toString('utf8'))],
  ] as const)('exports the chart as %s at a chosen size', async (format, extension, isRight) => {
    const { page, app } = bench
    const path = join(profile, `对比 图.${extension}`)
    await page.getByRole('main').getByRole('button', { name: '导出', exact: true }).click()
    await page.getByRole('menuitem', { name: /PNG/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(format, { exact: false }).first().click()
    await saveInDialog(app, path)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => statSync(path, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(100)
    expect(isRight(readFileSync(path))).toBe(true)
    await dialog.waitFor({ state: 'hidden' })
  })

  it('has all of it after a restart', async () => {
    await bench.page.getByText('完成情况', { exact: true }).and(bench.page.locator('.ant-segmented-item-label')).click()
    await bench.page.getByRole('textbox', { name: '名称' }).fill('瀍河与西工')
    await bench.page.getByRole('button', { name: '保存', exact: true }).first().click()
    await saved(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const { page } = bench
    await page.keyboard.press('Control+Shift+L')
    await expect.poll(() => page.getByRole('grid', { name: '资料库' }).getByRole('row').count()).toBe(6)
    await activity(page, '对比').click()
    await expect.poll(() => page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('瀍河与西工')
    await expect.poll(() => page.getByRole('gridcell', { name: /瀍河.* · 目标/ }).count()).toBe(0)
    await openReport(page, '000_')
    await expect.poll(() => page.locator('.db-stripe').count()).toBeGreaterThan(1)
    await page.keyboard.press('Control+Shift+E')
    await page.getByRole('button', { name: '已采纳 3' }).waitFor()
    await page.getByRole('button', { name: '已修改 1' }).waitFor()
  })

  it('undoes over the restart, as fast as the keys come', async () => {
    const { page } = bench
    // The last two steps before the restart: the saved comparison, and before it the edited statement.
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '已修改 0' }).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('button', { name: '已修改 1' }).waitFor()
    await saved(page)
    await page.keyboard.press('Control+Shift+H')
    const steps = page.getByRole('complementary', { name: '右侧栏' }).getByText('测试员')
    await expect.poll(() => steps.count()).toBeGreaterThan(4)
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
