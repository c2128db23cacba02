import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { focusOn, goToReport, journalEntries, pressTimes } from './keys'
import { currentTab, importSample, pictureOnFailure, readerText, saved, statementRows } from './steps'

/** The box of livelihood promises of 瀍河 2022, as it stands in the paper. */
const BOX_2022 = [
  '提升村(社区)医疗卫生服务水平',
  '提升就业质量',
  '助力青年创新创业',
  '提升城乡防灾减灾能力',
  '促进城乡基础教育优质均衡发展',
  '加快老旧小区、背街小巷改造',
  '提升城乡养老服务水平',
  '改善提升城乡人居环境',
  '畅通城乡交通',
  '深化便民服务',
]

/** The ten parts of the promises of 瀍河 2023, which stand in one paragraph, with the number of items of each. */
const PARTS_2023: readonly (readonly [heading: string, count: number])[] = [
  ['促进城乡基础教育优质均衡发展', 9],
  ['加快基础设施建设', 6],
  ['提升医疗卫生服务水平', 9],
  ['提升就业质量和就业实际技能', 3],
  ['助力青年创业创新', 5],
  ['提升养老服务体系化水平', 7],
  ['改善提升城乡人居环境', 4],
  ['畅通城乡交通', 3],
  ['深化便民服务,做好文化惠民', 6],
  ['兜住民生保障底线', 5],
]

const grid = (page: Page): Locator => page.locator('[data-view="matters"]').getByRole('grid')
const lines = (page: Page): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const current = (page: Page): Locator => grid(page).locator('[data-current="true"]')
const reviewed = (page: Page): Locator =>
  page.getByRole('listbox', { name: '数据项' }).getByRole('option', { selected: true })

/** The words of what is current, as they are marked in the text. */
const shownParts = async (page: Page): Promise<string> =>
  (await page.locator('.db-part').allInnerTexts()).join('').replace(/\s/gu, '')

/** Opens the grids by key, at a tab. */
async function openGrid(page: Page, tab: number): Promise<void> {
  await page.keyboard.press('Control+Alt+I')
  await focusOn(page, 'grid')
  await page.keyboard.press(String(tab))
}

/** Shows one type in the review: the key goes from type to type. */
async function reviewOnly(page: Page, name: string): Promise<void> {
  const types = page.getByRole('group', { name: '按类型筛选' })
  const chosen = types.getByRole('button', { name: new RegExp(`^${name} \\d+$`), pressed: true })
  for (let n = 0; n < 8 && (await chosen.count()) === 0; n++) {
    await page.keyboard.press('Shift+F')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  expect(await chosen.count()).toBe(1)
}

describe('matters', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1900, height: 1000 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('reads the box of 2022 item by item, in the review, from the text', async () => {
    const { page } = bench
    await goToReport(page, '001_')
    await reviewOnly(page, '清单事项')
    await expect.poll(() => statementRows(page).count()).toBe(BOX_2022.length)
    await page.keyboard.press('Control+Home')
    for (const [at, heading] of BOX_2022.entries()) {
      await page.keyboard.press('j')
      await expect.poll(() => reviewed(page).innerText()).toContain(`${at + 1}. ${heading}`)
      await expect.poll(() => shownParts(page)).toContain(heading)
    }
  })

  it('reads the ten parts of 2023 item by item, with how many each holds', async () => {
    const { page } = bench
    await goToReport(page, '000_')
    await reviewOnly(page, '清单事项')
    await page.keyboard.press('Control+Home')
    for (const [at, [heading, count]] of PARTS_2023.entries()) {
      await page.keyboard.press('j')
      await expect.poll(() => reviewed(page).innerText()).toContain(`${at + 1}. ${heading}`)
      expect(await reviewed(page).innerText()).toContain(`${count}项`)
    }
    await reviewOnly(page, '全部')
  })

  it('lists both as checklists with their money', async () => {
    const { page } = bench
    await openGrid(page, 4)
    await expect.poll(() => lines(page).count()).toBeGreaterThan(20)
    const texts = (await lines(page).allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '))
    const money = texts.filter((text) => text.includes('亿元'))
    expect(money).toHaveLength(2)
    for (const amount of ['8.05亿元', '2.64亿元', '4.83亿元', '0.58亿元']) expect(money[0]).toContain(amount)
    for (const amount of ['2.97亿元', '2.14亿元', '8300万元']) expect(money[1]).toContain(amount)
    for (const [heading] of PARTS_2023) expect(texts.some((text) => text.includes(heading))).toBe(true)
    for (const heading of BOX_2022) expect(texts.some((text) => text.includes(heading))).toBe(true)
  })

  it('goes from a rank to its sentence and back to the same line', async () => {
    const { page } = bench
    await openGrid(page, 2)
    await page.keyboard.press('Home')
    await pressTimes(page, 'ArrowDown', 3)
    const line = await current(page).innerText()
    expect(line).toContain('空气质量')
    await page.keyboard.press('Enter')
    await expect.poll(() => currentTab(page).innerText()).toContain('瀍河')
    await expect
      .poll(async () => (await page.locator('.db-target-span').allInnerTexts()).join(''))
      .toContain('进入全省前10名')
    await page.keyboard.press('Alt+ArrowLeft')
    await focusOn(page, 'grid')
    await expect.poll(() => current(page).innerText()).toBe(line)
  })

  it('accepts, rejects and undoes, one step each', async () => {
    const { page } = bench
    await openGrid(page, 3)
    await page.keyboard.press('Home')
    const status = (name: string): Locator => grid(page).getByRole('img', { name, exact: true })
    await page.keyboard.press('a')
    await expect.poll(() => status('已采纳').count()).toBe(1)
    await page.keyboard.press('r')
    await expect.poll(() => status('已排除').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => status('已排除').count()).toBe(0)
    await saved(page)
    expect(journalEntries(profile).at(-1)?.undoes).not.toBeNull()
  })

  it('adds what the engine left out, from the selection', async () => {
    const { page } = bench
    await goToReport(page, '003_')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('旱厕全部清零')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.getByRole('button', { name: '总括完成 3' }).waitFor()
    await page.keyboard.press('3')
    const form = page.getByRole('form', { name: /事项/u })
    await form.waitFor()
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => reviewed(page).innerText()).toContain('旱厕')
    await saved(page)
  })

  it('takes the user’s word on ventures that are the same, and takes it back', async () => {
    const { page } = bench
    await openGrid(page, 5)
    const pairs = page.getByRole('complementary', { name: '可能是同一项目' })
    await expect.poll(() => pairs.getByRole('row').count()).toBeGreaterThan(1)
    const before = await pairs.getByRole('row').count()
    await page.keyboard.press('c')
    await page.keyboard.press('s')
    await expect.poll(() => pairs.getByRole('row').count()).toBe(before - 1)
    await saved(page)
    await page.keyboard.press('Control+z')
    await expect.poll(() => pairs.getByRole('row').count()).toBe(before)
    await saved(page)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => pairs.getByRole('row').count()).toBe(before - 1)
    await page.keyboard.press('c')
  })

  it('exports what a table shows, and keeps everything over a restart', async () => {
    const folder = newFolder({})
    await openGrid(bench.page, 2)
    await saveInDialog(bench.app, join(folder, '位次.csv'))
    await bench.page.keyboard.press('Control+Shift+C')
    await expect.poll(() => readFileSync(join(folder, '位次.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(20)
    const csv = readFileSync(join(folder, '位次.csv'), 'utf8')
    expect(csv).toContain('八城区')
    expect(csv).toContain('居八城区第三')
    await bench.close()
    bench = await start({ profile })
    const { page } = bench
    await openGrid(page, 3)
    await page.keyboard.press('Home')
    await expect.poll(() => grid(page).getByRole('img', { name: '已采纳', exact: true }).count()).toBeGreaterThan(0)
    await openGrid(page, 5)
    await goToReport(page, '000_')
    await expect.poll(() => readerText(page).isVisible()).toBe(true)
    expect(bench.errors).toEqual([])
  })
})
