import { join } from 'node:path'
import { tourCoding } from './tour-coding.mjs'
import { withWorkbench } from './tour-window.mjs'

/** The names of what is clicked on the tour; everything else goes by key. */
const NAMES = {
  'zh-CN': {
    sample: '导入示例课题',
    ended: '导入完成',
    codebook: '采用示例编码表',
    statements: '数据项',
    text: '报告正文',
    table: '数据项表',
    unmatched: '未归类的说法',
    library: '资料库',
    export: '导出',
    saved: '已保存',
  },
  en: {
    sample: 'Import the sample project',
    ended: 'Import finished',
    codebook: 'Use the sample codebook',
    statements: 'Statements',
    text: 'Text of the report',
    table: 'Statement table',
    unmatched: 'Unmatched phrases',
    library: 'Library',
    export: 'Export',
    saved: 'Saved',
  },
}

/** Sentences that are coded on the tour, each with the digits of its codes in the sample codebook. */
const PASSAGES = [
  ['全年地区生产总值完成', '1'],
  ['规模以上工业增加值同比', '1'],
  ['坚持项目为王', '4'],
  ['三个一批', '5'],
  ['12个省', '15'],
  ['市场主体逆势增长', '1'],
  ['新增创新平台', '1'],
  ['民生支出', '16'],
]

/** Clicks a word of the text, wherever marks split it into elements. */
async function clickText(page, text, words) {
  const at = await page.getByRole('textbox', { name: text }).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    let left = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(wanted)
    if (left < 0) return null
    left += Math.floor(wanted.length / 2)
    const node = nodes.find((one) => {
      if (left < one.length) return true
      left -= one.length
      return false
    })
    const range = document.createRange()
    range.setStart(node, left)
    range.setEnd(node, left + 1)
    node.parentElement.scrollIntoView({ block: 'center' })
    const { x, y, height } = range.getBoundingClientRect()
    return { x: x + 2, y: y + height / 2 }
  }, words)
  if (!at) throw new Error(`“${words}” is not in the text on screen`)
  await page.mouse.click(at.x, at.y)
}

/**
 * Does the main job once in a real window, as a user would: imports the sample project, codes passages, accepts
 * statements, compares and exports, looks at ledger and audit, codes a phrase in all reports, lists the quotes, reads two reports side by side and
 * looks at the history. Leaves pictures on the way.
 * @param {import('./tour-window.mjs').TourOptions & { workbook?: boolean }} options `workbook`: put into `folder`, too
 */
export function tour({ workbook = true, ...options }) {
  const names = NAMES[options.language ?? 'zh-CN']
  return withWorkbench(options, async ({ app, page, picture }) => {
    await importAll(page, names)
    await picture('library')
    await read(page, names)
    await picture('reader')
    await list(page, names)
    await picture('statement-table')
    await checklist(page)
    await picture('matters')
    await group(page, names)
    await picture('indicators')
    await compare(page)
    await picture('compare')
    if (workbook) await exportWorkbook(app, page, names, join(options.folder, 'comparison.xlsx'))
    await tourCoding(page, {
      language: options.language ?? 'zh-CN',
      picture,
      goToReader: () => openReport(page, names),
    })
    await ledger(page)
    await picture('ledger')
    await audit(page)
    await picture('audit')
  })
}

/** The lists of promises with their items. */
async function checklist(page) {
  await page.keyboard.press('Control+Alt+I')
  const view = page.locator('[data-view="matters"]')
  await view.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('4')
  await view.getByRole('row').filter({ hasText: '2.97亿元' }).waitFor()
}

async function importAll(page, names) {
  await page.getByRole('button', { name: names.sample }).click()
  await page.getByText(names.ended).first().waitFor()
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('grid', { name: names.library }).getByText('000_').waitFor()
}

/** Opens the report that is read on the tour, or comes back to it. */
async function openReport(page, names) {
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('grid', { name: names.library }).getByText('000_').dblclick()
  await page.getByRole('textbox', { name: names.text }).waitFor()
}

async function read(page, names) {
  await openReport(page, names)
  await page.keyboard.press('Control+Shift+B')
  await page.getByRole('button', { name: names.codebook }).click()
  await page.getByRole('treeitem').first().waitFor()
  for (const [words, digits] of PASSAGES) {
    await clickText(page, names.text, words)
    await page.keyboard.press('s')
    for (const digit of digits) {
      await page.keyboard.press(digit)
      // The caret is left at the end of what was coded.
      await page.waitForFunction(() => getSelection().isCollapsed)
    }
    await page.getByText(names.saved, { exact: true }).waitFor()
  }
  await page.keyboard.press('Control+Shift+E')
  const list = page.getByRole('listbox', { name: names.statements })
  await list.getByRole('option').first().click()
  for (let i = 0; i < 4; i++) await page.keyboard.press('a')
  await page.waitForFunction(() => document.querySelectorAll('.db-statement-settled').length > 3)
}

/** All numbers of the project, what needs eyes first. */
async function list(page, names) {
  await page.keyboard.press('Control+Alt+E')
  await page.getByRole('grid', { name: names.table }).getByRole('row').nth(10).waitFor()
}

/** The phrases that no indicator knows. */
async function group(page, names) {
  await page.keyboard.press('Control+Shift+I')
  await page.getByText(names.unmatched, { exact: true }).click()
  await page.getByRole('tree', { name: names.unmatched }).getByRole('treeitem').nth(10).waitFor()
}

async function compare(page) {
  await page.keyboard.press('Control+Shift+D')
  // The reader's overview is a canvas, too; ECharts marks its own.
  await page.locator('canvas[data-zr-dom-id]').first().waitFor()
  // Two frames, so that the chart has been drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Targets of a place beside their results, with the first one in full. */
async function ledger(page) {
  await page.keyboard.press('Control+Shift+U')
  const view = page.locator('[data-view="ledger"]')
  await view.getByRole('row').nth(4).waitFor()
  await view.locator('mark').nth(1).waitFor()
}

/** What the arithmetic of the reports does not bear out. */
async function audit(page) {
  await page.keyboard.press('Control+Shift+J')
  await page.locator('[data-view="audit"]').getByRole('option').nth(1).waitFor()
}

async function exportWorkbook(app, page, names, path) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: names.export, exact: true }).click()
  await page.getByRole('menuitem', { name: /XLSX/i }).click()
  await page.getByText('comparison.xlsx').first().waitFor()
}
