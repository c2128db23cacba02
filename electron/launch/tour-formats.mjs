import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { at } from './project.mjs'
import { withWorkbench } from './tour-window.mjs'

/** What is clicked and waited for on the tour; everything else goes by key. */
const NAMES = {
  'zh-CN': {
    folder: '打开文件夹…',
    ended: '导入完成',
    library: '资料库',
    text: '报告正文',
    page: '共 2 页',
    details: '识别详情',
    doubts: '待核对',
  },
  en: {
    folder: 'Open a folder…',
    ended: 'Import finished',
    library: 'Library',
    text: 'Text of the report',
    page: 'of 2',
    details: 'What was detected',
    doubts: 'To settle',
  },
}

/** A folder as analysts have them: where each file comes from, under `test/fixtures/files` or `seeds`. */
const FILES = {
  '西工区/2020年西工区政府工作报告.docx': ['test', 'fixtures', 'files', 'word', 'plain.docx'],
  '西工区/2020年西工区政府工作报告.wps': ['test', 'fixtures', 'files', 'word', 'plain.wps'],
  '西工区/洛阳论坛 2020年西工区政府工作报告.mht': ['test', 'fixtures', 'files', 'web', 'explorer.mht'],
  '西工区/西工区政府网 2024年政府工作报告.html': ['test', 'fixtures', 'files', 'web', 'government.html'],
  '西工区/洛阳日报 西工区两会专版.pdf': ['test', 'fixtures', 'files', 'pdf', 'columns.pdf'],
  '瀍河区/洛阳日报 瀍河区两会专版 2023.txt': ['seeds', '000_72280f6944ee79bd.txt'],
  // The name says another year than the text.
  '瀍河区/2021年瀍河区政府工作报告.txt': ['seeds', '001_c1cea06f4beada15.txt'],
  '历年报告.zip': ['test', 'fixtures', 'files', 'zip', 'folders.zip'],
  '扫描件.pdf': ['test', 'fixtures', 'files', 'pdf', 'scan.pdf'],
  '审议稿（加密）.docx': ['test', 'fixtures', 'files', 'word', 'locked.docx'],
  '指标表.xlsx': ['test', 'fixtures', 'files', 'broken', 'sheet.xlsx'],
}

/** A report of a place that the table of divisions does not have, and of no year. */
const UNKNOWN = `郑东新区政府工作报告
各位代表：
现在，我代表郑东新区管委会，向大会报告工作，请予审议。
一、工作回顾
过去一年，郑东新区地区生产总值增长6.5%，固定资产投资增长10%，新增就业1200人。
二、今年工作安排
今年预期目标是：地区生产总值增长7%左右，一般公共预算收入增长5%，居民收入增长6%。
各位代表！让我们团结奋斗，谢谢大家！
`

async function layOut(folder) {
  for (const [name, from] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await copyFile(at(...from), join(folder, name))
  }
  await writeFile(join(folder, '郑东新区工作报告.txt'), UNKNOWN)
}

/**
 * Imports a folder of many formats, and shows what became of it, what is known of a report and its versions, what is
 * doubtful, and a PDF with its pages. Leaves pictures.
 * @param {import('./tour-window.mjs').TourOptions} options
 */
export async function tourFormats(options) {
  const names = NAMES[options.language ?? 'zh-CN']
  const work = await mkdtemp(join(tmpdir(), 'duibiao-formats-'))
  const folder = join(work, '政府工作报告')
  try {
    await layOut(folder)
    await withWorkbench(options, async ({ app, page, picture }) => {
      await importFolder(app, page, names, folder)
      await picture('import')
      await inspect(page, names)
      await picture('inspector')
      await doubts(page, names)
      await picture('doubts')
      await readPages(page, names)
      await picture('pdf')
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function importFolder(app, page, names, folder) {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
  await page.getByRole('button', { name: names.folder }).click()
  await page.getByText(names.ended).first().waitFor()
}

const row = (page, names, text) =>
  page.getByRole('grid', { name: names.library }).getByRole('row').filter({ hasText: text })

async function inspect(page, names) {
  await page.keyboard.press('Control+Shift+L')
  await row(page, names, '政府工作报告.docx').click()
  const details = page.getByRole('complementary', { name: names.details })
  if (!(await details.isVisible())) await page.keyboard.press('i')
  await details.waitFor()
}

async function readPages(page, names) {
  await page.keyboard.press('Control+Shift+L')
  await row(page, names, '洛阳日报 西工区两会专版.pdf').dblclick()
  const text = page.getByRole('textbox', { name: names.text })
  await text.waitFor()
  await page.keyboard.press('Control+End')
  await page.getByText(names.page).first().waitFor()
}

async function doubts(page, names) {
  await page.keyboard.press('Control+Shift+K')
  const list = page.getByRole('listbox', { name: names.doubts })
  await list.getByRole('option').filter({ hasText: '2021年瀍河区' }).first().click()
}
