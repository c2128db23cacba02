import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { libraryRow, pictureOnFailure, saved } from './steps'

/** As long as a whole report: the kind of a shorter one is doubtful as well. */
const BODY = '全县经济社会保持平稳健康发展。'.repeat(220)

/** A report with no more than it needs; without a year where none is given. */
const report = (place: string, year: number | null): string => `${place}政府工作报告
各位代表：
现在，我代表${place}人民政府，向大会报告工作，请予审议。
一、${year === null ? '' : `${year - 1}年`}工作回顾
过去一年，${place}地区生产总值增长6.5%，固定资产投资增长10%，新增就业1200人。
二、${year === null ? '今年' : `${year}年`}工作安排
今年预期目标是：地区生产总值增长7%左右，一般公共预算收入增长5%，居民收入增长6%。
（一）项目建设加快推进。实施重点项目20个。
（二）持续增进民生福祉。新建学校3所。
${BODY}
各位代表！让我们团结奋斗，谢谢大家！
`

const FILES = {
  // The table of divisions has no such place.
  '开发区/郑东新区报告.txt': report('郑东新区', 2023),
  '无年度/栾川县报告.txt': report('栾川县', null),
  // The file's name contradicts the text.
  '矛盾/2019年嵩县报告.txt': report('嵩县', 2023),
  '清楚/宜阳县2023.txt': report('宜阳县', 2023),
  '清楚/汝阳县2022.txt': report('汝阳县', 2022),
}

const options = (page: Page) => page.getByRole('listbox', { name: '待核对' }).getByRole('option')
const cells = (page: Page, file: string) => libraryRow(page, file).getByRole('gridcell').allInnerTexts()
const placeYear = async (page: Page, file: string) => (await cells(page, file)).slice(0, 2).join(' ').trim()

describe('what is doubtful', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder(FILES)
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })

  pictureOnFailure(() => bench)

  it('is gathered in one list', async () => {
    const { app, page } = bench
    await chooseInDialog(app, [folder])
    await page.keyboard.press('Control+Alt+o')
    await page.getByText('导入完成').first().waitFor()
    await page.getByText('待核对 3').waitFor()
    await page.keyboard.press('Control+Shift+K')
    await expect.poll(() => options(page).count()).toBe(3)
    await expect
      .poll(() => options(page).allInnerTexts())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('地区未识别'),
          expect.stringContaining('年度未识别'),
          expect.stringContaining('嵩县'),
        ]),
      )
  })

  /** Moves the keys to the line with this text. */
  async function goTo(page: Page, text: string): Promise<void> {
    const list = page.getByRole('listbox', { name: '待核对' })
    await list.focus()
    await page.keyboard.press('Home')
    for (let n = 0; n < 3; n++) {
      if ((await list.locator('[data-current=true]').innerText()).includes(text)) return
      await page.keyboard.press('ArrowDown')
    }
    expect(await list.locator('[data-current=true]').innerText()).toContain(text)
  }

  it('is settled by keys: accepted, set in place, and with a place that is added', async () => {
    const { page } = bench
    await goTo(page, '嵩县')
    await page.getByText('文件名写的是2019年，与正文不符').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => options(page).count()).toBe(2)

    await goTo(page, '栾川县')
    await page.keyboard.press('Enter')
    await page.keyboard.type('2021')
    await page.keyboard.press('Enter')
    await expect.poll(() => options(page).count()).toBe(1)

    await goTo(page, '郑东新区')
    await page.keyboard.press('p')
    await page.keyboard.type('郑东新区')
    await page.getByText('添加地区“郑东新区”…').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '添加地区' }).waitFor()
    await page.getByRole('combobox', { name: '上级地区' }).fill('郑州')
    await page.getByText('郑州市 · 河南省').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /保\s?存/ }).click()
    await page.getByText('全部核对完毕').waitFor()
    await saved(page)
  })

  it('comes back by undo, and goes again by redo', async () => {
    const { page } = bench
    // While the added place is there, the report is recognised by it; without it, it is doubtful again.
    await page.keyboard.press('Control+z')
    await saved(page)
    await page.getByText('全部核对完毕').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => options(page).allInnerTexts()).toEqual([expect.stringContaining('地区未识别')])
    await page.keyboard.press('Control+Shift+z')
    await page.getByText('全部核对完毕').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await saved(page)
  })

  it('changes many reports at once, in one step', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+L')
    await libraryRow(page, '宜阳县2023').click()
    await libraryRow(page, '汝阳县2022').click({ modifiers: ['Control'] })
    await page.getByText('已选 2 行').waitFor()
    await page.getByRole('grid', { name: '资料库' }).focus()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: '编辑 2 行' })
    await dialog.getByRole('spinbutton', { name: '报告年度' }).fill('2024')
    await dialog.getByRole('textbox', { name: '来源' }).fill('县政府网站')
    await page.keyboard.press('Enter')
    await page.getByText('已修改 2 份报告').waitFor()
    await expect.poll(() => placeYear(page, '宜阳县2023')).toContain('2024')
    await expect.poll(() => placeYear(page, '汝阳县2022')).toContain('2024')
    // The origin was a step of its own.
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => placeYear(page, '宜阳县2023')).toContain('2023')
    await expect.poll(() => placeYear(page, '汝阳县2022')).toContain('2022')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => placeYear(page, '宜阳县2023')).toContain('2024')
    await saved(page)
  })

  it('reads a file in another encoding, says so, and takes it back', async () => {
    const { page } = bench
    await page.keyboard.press('Escape')
    await libraryRow(page, '嵩县').click()
    await page.getByRole('grid', { name: '资料库' }).focus()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: '更换 1 个文件的格式或编码' })
    await dialog.getByRole('combobox', { name: '文字编码' }).click()
    await page.getByTitle('UTF-16 LE').click()
    await dialog.getByRole('button', { name: '重新读取' }).click()
    await page.getByText(/已重新读取 1 个文件|1 个文件未能重新读取/).waitFor()
    await expect.poll(async () => (await cells(page, '嵩县')).join(' ')).toContain('UTF-16 LE')
    expect(await placeYear(page, '嵩县')).toContain('未识别出工作报告')
    await page.keyboard.press('Control+z')
    await expect.poll(() => placeYear(page, '嵩县')).toMatch(/嵩县.* 2023/s)
    await saved(page)
  })

  it('keeps all of it over a restart', async () => {
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const { page } = bench
    await page.keyboard.press('Control+Shift+L')
    await expect.poll(() => placeYear(page, '郑东新区')).toMatch(/郑东新区\s*郑州市.* 2023/s)
    await expect.poll(() => placeYear(page, '栾川县')).toContain('2021')
    await expect.poll(() => placeYear(page, '宜阳县2023')).toContain('2024')
    await expect.poll(async () => (await cells(page, '嵩县')).join(' ')).toContain('UTF-8')
    await page.keyboard.press('Control+Shift+K')
    await page.getByText('全部核对完毕').waitFor()
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
