import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../shared/exchange/read-workbook'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { currentTab, importSample, pictureOnFailure, readerText, saved } from './steps'

/** Two whole reports with a target of 左右, beside the digests of the sample. */
const REPORTS = {
  '宜阳县2021年政府工作报告.txt': `宜阳县2021年政府工作报告

各位代表：现在，我代表县人民政府向大会报告工作，请予审议。

一、2020年工作回顾
2020年，全县地区生产总值增长3.1%。

二、2021年主要预期目标
2021年全县经济社会发展的主要预期目标是：地区生产总值增长8%左右；社会消费品零售总额增长9%；一般公共预算收入增长6%。
`,
  '宜阳县2022年政府工作报告.txt': `宜阳县2022年政府工作报告

各位代表：现在，我代表县人民政府向大会报告工作，请予审议。

一、2021年工作回顾
2021年，全县地区生产总值增长7.6%；社会消费品零售总额增长9.5%；一般公共预算收入增长5%。

二、2022年工作安排
2022年全县经济社会发展的主要预期目标是：地区生产总值增长7%。
`,
}

const grid = (page: Page) => page.getByRole('grid', { name: '目标与完成情况' })
const detail = (page: Page) => page.getByRole('region', { name: '目标详情' })
const current = (page: Page) => page.locator('[data-view="ledger"] [data-current="true"]')
const said = async (page: Page): Promise<string> => (await current(page).innerText()).replace(/\s+/g, ' ')

/** Goes down to the row that begins with these words. */
async function goToRow(page: Page, words: string): Promise<void> {
  await grid(page).focus()
  await page.keyboard.press('Home')
  for (let at = 0; at < 90 && !(await said(page)).startsWith(words); at++) await page.keyboard.press('j')
  expect(await said(page)).toMatch(new RegExp(`^${words}`))
}

/** Chooses a place by typing its name. */
async function choosePlace(page: Page, name: string): Promise<void> {
  await grid(page).focus()
  await page.keyboard.press('p')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-ledger-place]').innerText()).toContain(name)
}

describe('the ledger', () => {
  let profile: string
  let folder: string
  let files: string
  let bench: Workbench
  const open = () => start({ profile, settings: { author: '测试员' }, size: { width: 1440, height: 900 } })

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder({})
    files = newFolder(REPORTS)
    bench = await open()
    await importSample(bench.page)
    await bench.page.keyboard.press('Control+Shift+U')
    await grid(bench.page).getByRole('row').nth(3).waitFor()
  })
  afterAll(async () => {
    await bench.close()
    for (const one of [profile, folder, files]) removeProfile(one)
  })
  pictureOnFailure(() => bench)

  it.each([
    ['地区生产总值', /8% .*4\.3% .*未完成 .*−3\.7个百分点/],
    ['规模以上工业增加值', /8% .*2% .*未完成 .*−6个百分点/],
    ['固定资产投资', /11% .*3\.7% .*未完成/],
    ['社会消费品零售总额', /8\.5% .*未提及/],
    ['省市重点项目完成投资', /≥ 40亿元 .*51\.1亿元 .*超额完成 .*\+11\.1亿元 .*项目数不同/],
    ['新增就业', /5200人 .*未提及（总括完成）/],
    ['新建、改建公厕', /10座 .*10座 .*完成/],
    ['电动汽车充电桩', /200个 .*205个 .*超额完成/],
  ])('holds %s of 瀍河 2022 against its result', async (words, row) => {
    await goToRow(bench.page, words)
    expect(await said(bench.page)).toMatch(row)
  })

  it('shows both sentences at once, and opens each; going back comes back to the row', async () => {
    const { page } = bench
    await goToRow(page, '地区生产总值')
    await expect.poll(() => detail(page).innerText()).toContain('今年全区经济社会发展的主要预期目标')
    await expect.poll(() => detail(page).innerText()).toMatch(/同比增长4\.3%/)
    expect(await detail(page).locator('mark').allInnerTexts()).toEqual(['8%', '4.3%'])
    for (const [key, words] of [
      ['r', '4.3%'],
      ['Enter', '主要预期目标'],
    ] as const) {
      await grid(page).focus()
      await page.keyboard.press(key)
      await expect.poll(() => currentTab(page).allInnerTexts()).not.toContain('目标完成台账')
      await expect.poll(() => readerText(page).first().innerText()).toContain(words)
      await page.keyboard.press('Alt+ArrowLeft')
      await expect.poll(() => currentTab(page).allInnerTexts()).toContain('目标完成台账')
      expect(await said(page)).toMatch(/^地区生产总值/)
    }
  })

  it('opens both beside each other', async () => {
    const { page } = bench
    await grid(page).focus()
    await page.keyboard.press('b')
    await expect.poll(() => readerText(page).filter({ visible: true }).count()).toBe(2)
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => currentTab(page).allInnerTexts()).toContain('目标完成台账')
    await expect.poll(() => said(page)).toMatch(/^地区生产总值/)
  })

  it('pairs by hand, says what the rules say, and leaves it to them again', async () => {
    const { page } = bench
    await goToRow(page, '地区生产总值')
    await page.keyboard.press('1')
    await expect.poll(() => said(page)).toMatch(/160亿元 .*口径不可比/)
    await expect.poll(() => detail(page).innerText()).toContain('按规则：未完成（4.3%）')
    await page.keyboard.press('0')
    await expect.poll(() => said(page)).toContain('未提及')
    await page.keyboard.press('a')
    await expect.poll(() => said(page)).toMatch(/4\.3% .*未完成/)
    await saved(page)
  })

  it('overrules a verdict with a note, and undoes it', async () => {
    const { page } = bench
    await goToRow(page, '社会消费品零售总额')
    await page.keyboard.press('n')
    await page.keyboard.type('据区统计局核实')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(page)).toMatch(/ ✓ ?完成/)
    await expect.poll(() => detail(page).innerText()).toContain('按规则：未提及')
    expect(await detail(page).getByRole('textbox', { name: '裁定备注' }).inputValue()).toBe('据区统计局核实')
    await saved(page)
    await grid(page).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => said(page)).toContain('未提及')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => said(page)).toMatch(/ ✓ ?完成/)
  })

  it('takes a figure with its citation for a row without a result', async () => {
    const { page } = bench
    await goToRow(page, '一般公共预算收入')
    await page.keyboard.press('c')
    const dialog = page.getByRole('dialog', { name: '引用数据' })
    await dialog.getByRole('textbox', { name: '数值和单位' }).waitFor()
    await page.keyboard.type('6.2%')
    await dialog.getByText('读作 6.2%（增速）').waitFor()
    await dialog.getByRole('textbox', { name: '出处' }).focus()
    await page.keyboard.type('瀍河区2022年统计公报 第3页')
    await page.keyboard.press('Enter')
    await dialog.getByText('瀍河区2022年统计公报 第3页').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await goToRow(page, '一般公共预算收入')
    await expect.poll(() => said(page)).toMatch(/6\.2% .*统计公报 .*超额完成 .*\+0\.2个百分点/)
    await expect.poll(() => detail(page).innerText()).toContain('引用自瀍河区2022年统计公报 第3页')
    await saved(page)
  })

  it('exports rows, scores and sources', async () => {
    const { app, page } = bench
    await grid(page).focus()
    const csv = join(folder, '台账.csv')
    await saveInDialog(app, csv)
    await page.keyboard.press('Control+Shift+C')
    await page.getByText(/保存为“台账\.csv”/).waitFor()
    expect(readFileSync(csv, 'utf8')).toMatch(/瀍河回族区,2022,主要预期目标,地区生产总值.*未完成/)
    const xlsx = join(folder, '台账.xlsx')
    await saveInDialog(app, xlsx)
    await page.keyboard.press('Control+E')
    await page.getByText(/保存为“台账\.xlsx”/).waitFor()
    const { sheets } = readWorkbook(readFileSync(xlsx))
    expect(sheets.map(({ name }) => name)).toEqual(['台账', '得分', '来源'])
  })

  it('judges 左右 by the tolerance of the project', async () => {
    const { app, page } = bench
    await chooseInDialog(
      app,
      Object.keys(REPORTS).map((name) => join(files, name)),
    )
    await page.keyboard.press('Control+o')
    await page.getByText('共 2 个文件：导入 2').waitFor({ state: 'attached' })
    await saved(page)
    await page.keyboard.press('Control+Shift+U')
    await choosePlace(page, '宜阳县')
    await page.keyboard.press('Escape')
    await grid(page).focus()
    await page.keyboard.press('[')
    await goToRow(page, '地区生产总值')
    await expect.poll(() => said(page)).toMatch(/8% .*7\.6% .*基本完成/)
    await page.keyboard.press('Control+Alt+u')
    const rates = page.getByRole('spinbutton', { name: '增速、比重可差' })
    await rates.waitFor()
    await rates.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('0.3')
    await page.keyboard.press('Enter')
    await rates.waitFor({ state: 'hidden' })
    await goToRow(page, '地区生产总值')
    await expect.poll(() => said(page)).toMatch(/7\.6% .*未完成/)
    await saved(page)
  })

  it('scores the lists apart and leads to the rows behind a score', async () => {
    const { page } = bench
    await grid(page).focus()
    await page.keyboard.press('s')
    const scores = page.getByRole('grid', { name: '完成率，按地区' })
    await expect.poll(() => scores.innerText()).toMatch(/宜阳县\s+33%\s+n = 3/)
    await scores.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => grid(page).getByRole('row').count()).toBeGreaterThan(3)
    expect(await page.getByRole('group', { name: '按结论筛选' }).innerText()).toMatch(/未完成 2/)
  })

  it('keeps all of it over a restart, and begins where one was', async () => {
    await bench.close()
    bench = await open()
    const { page } = bench
    await page.keyboard.press('Control+Shift+U')
    await grid(page).getByRole('row').nth(2).waitFor()
    await expect.poll(() => page.locator('[data-ledger-place]').innerText()).toContain('宜阳县')
    await goToRow(page, '地区生产总值')
    expect(await said(page)).toMatch(/7\.6% .*未完成/)
    await choosePlace(page, '瀍河')
    await page.keyboard.press('Escape')
    await goToRow(page, '社会消费品零售总额')
    expect(await said(page)).toMatch(/已裁定| ✓ ?完成/)
    expect(bench.errors).toEqual([])
  })
})
