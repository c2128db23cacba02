import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFormat } from '#shared/formats/read'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { readWorkbook } from '../shared/exchange/read-workbook'
import { newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { importSample, pictureOnFailure } from './steps'

const view = (page: Page) => page.locator('[data-view="briefing"]').filter({ visible: true })
const sheet = (page: Page) => view(page).getByRole('article')
const rowOf = (page: Page, name: string) => sheet(page).getByRole('row').filter({ hasText: name }).first()

/** Chooses in a list. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const box = view(page).getByRole('combobox', { name: label })
  await box.click()
  const offered = page.locator('.ant-select-dropdown').filter({ visible: true })
  await offered.locator('.ant-select-item-option').filter({ hasText: value }).first().click()
  await page.keyboard.press('Escape')
}

/** The text of a file, as our own reader reads it. */
async function textOf(path: string): Promise<string> {
  const read = await readFormat(path, new Uint8Array(readFileSync(path)), { resources: FORMAT_RESOURCES })
  if (!read.ok) throw new Error(read.reason.key)
  return read.text
}

/** Blank is not what readers of PDF agree on. */
const bare = (text: string): string => text.replace(/\s/g, '')

describe('papers for a desk', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  const open = async (): Promise<void> => {
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1440, height: 900 } })
  }

  /** Takes the paper out by its key. */
  async function take(keys: string, name: string): Promise<string> {
    const path = join(folder, name)
    await saveInDialog(bench.app, path)
    await view(bench.page).getByRole('region', { name: '预览' }).last().focus()
    await bench.page.keyboard.press(keys)
    await bench.page.getByText(`已导出 ${name}`).waitFor()
    return path
  }

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder({})
    await open()
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('opens from a comparison with a table of its indicators, places and their ranks', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+D')
    await page.getByRole('button', { name: '生成材料…' }).click()
    await sheet(page).waitFor()
    await choose(page, '数据年份', '2022')
    await expect.poll(() => rowOf(page, '地区生产总值').innerText()).toContain('4.3')
    expect(await sheet(page).getByRole('columnheader', { name: '位次' }).count()).toBeGreaterThan(1)
    expect(await sheet(page).getByRole('columnheader', { name: '瀍河回族区' }).count()).toBe(1)
    expect(await sheet(page).innerText()).toContain('资料来源：')
  })

  it('changes its rows by keys and saves them as a template', async () => {
    const { page } = bench
    const rows = view(page).getByRole('list', { name: '表中各行' })
    await rows.getByRole('textbox').first().fill('经济总量')
    await expect.poll(() => rowOf(page, '经济总量').count()).toBe(1)
    await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(() => rows.getByRole('listitem').nth(1).getByRole('textbox').first().inputValue())
      .toBe('经济总量')
    await page.keyboard.press('Control+s')
    await view(page).getByRole('combobox', { name: '选用已存模板' }).waitFor()
  })

  it('writes the table as a workbook with real numbers', async () => {
    const path = await take('Control+e', '对比表.xlsx')
    const [first] = readWorkbook(new Uint8Array(readFileSync(path))).sheets
    const row = [...(first?.cells ?? [])].find(([, { text }]) => text === '经济总量')?.[0]?.slice(1)
    const numbers = [...(first?.cells ?? [])].filter(([at]) => at.slice(1) === row).map(([, { number }]) => number)
    expect(numbers).toContain(4.3)
  })

  it('lists the tasks of 瀍河 2022 with their progress and where they stand', async () => {
    const { page } = bench
    await view(page).getByRole('region', { name: '预览' }).last().focus()
    await page.keyboard.press('2')
    await view(page).getByRole('combobox', { name: '地区' }).waitFor()
    await choose(page, '地区', '瀍河回族区')
    await expect.poll(() => sheet(page).innerText()).toContain('瀍河回族区2022年政府工作任务分解表')
    expect(await sheet(page).getByRole('columnheader').allInnerTexts()).toEqual([
      '序号',
      '类别',
      '任务',
      '目标值',
      '完成时限',
      '责任单位',
      '进展',
      '出处',
    ])
    expect(await rowOf(page, '地区生产总值').innerText()).toMatch(/8%[\s\S]*未完成 4\.3%/)
    const pdf = await take('Control+p', '任务分解表.pdf')
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    // Those who listen find its headings and tables.
    expect(readFileSync(pdf).includes('/StructTreeRoot')).toBe(true)
    const text = bare(await textOf(pdf))
    for (const words of ['瀍河回族区2022年政府工作任务分解表', '完成时限', '责任单位', '未完成4.3%'])
      expect(text).toContain(words)
    // A table over several pages has its head on each of them.
    expect(text.split('责任单位进展').length - 1).toBeGreaterThan(1)
  })

  it('lists the tasks of the place and year that the ledger shows, by a key', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+U')
    const ledger = page.locator('[data-view="ledger"]').filter({ visible: true })
    await ledger.getByText('地区生产总值').first().waitFor()
    await ledger.getByRole('grid').first().focus()
    await page.keyboard.press('Control+p')
    await expect.poll(() => sheet(page).getByRole('heading', { level: 1 }).innerText()).toContain('任务分解表')
  })

  it('makes a briefing with the sentences behind its numbers', async () => {
    const { page } = bench
    await view(page).getByRole('region', { name: '预览' }).last().focus()
    await page.keyboard.press('3')
    await view(page).getByRole('textbox', { name: '简报标题' }).fill('洛阳两区简报')
    await view(page).getByRole('textbox', { name: '要点' }).fill('瀍河增长放缓。')
    await choose(page, '数据年份', '2022')
    await expect.poll(() => sheet(page).getByRole('img').count()).toBe(1)
    await expect
      .poll(() => sheet(page).locator('blockquote').allInnerTexts())
      .toContainEqual(expect.stringContaining('全年地区生产总值完成160亿元'))
    const docx = await textOf(await take('Control+d', '简报.docx'))
    const parts = [
      '洛阳两区简报',
      '瀍河增长放缓。',
      '位次',
      '瀍河回族区2022年目标完成情况',
      '全年地区生产总值完成160亿元',
    ]
    for (const words of parts) expect(docx).toContain(words)
    expect(docx).toMatch(/瀍河回族区 2023年政府工作报告，/)
    const pdf = await take('Control+p', '简报.pdf')
    const text = bare(await textOf(pdf))
    for (const words of ['洛阳两区简报', '位次', '瀍河回族区2022年目标完成情况', '全年地区生产总值完成160亿元'])
      expect(text).toContain(words)
    // The window is as it was.
    await expect.poll(() => page.locator('#print-root').count()).toBe(0)
  })

  it('leaves out a sentence that is not wanted', async () => {
    const { page } = bench
    const quotes = view(page).getByRole('list', { name: '原文摘录' })
    const before = await sheet(page).locator('blockquote').count()
    await quotes.getByRole('checkbox').first().uncheck()
    await expect.poll(() => sheet(page).locator('blockquote').count()).toBe(before - 1)
  })

  it('has all that was chosen after a restart', async () => {
    const before = await sheet(bench.page).locator('blockquote').count()
    await bench.close()
    await open()
    const { page } = bench
    await page.keyboard.press('Control+Shift+Y')
    await expect.poll(() => sheet(page).getByRole('heading', { level: 1 }).innerText()).toBe('洛阳两区简报')
    await expect.poll(() => sheet(page).locator('blockquote').count()).toBe(before)
    expect(await sheet(page).innerText()).toContain('瀍河增长放缓。')
    expect(bench.errors).toEqual([])
  })
})
