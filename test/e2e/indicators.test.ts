import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample, openReport, pictureOnFailure, statementRows } from './steps'

describe('indicators of the user', () => {
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

  /** The line of the review list with this indicator and number. */
  const line = (indicator: string, quantity: string) =>
    statementRows(bench.page)
      .filter({ has: bench.page.locator('.db-row-name', { hasText: new RegExp(`^${indicator}$`) }) })
      .filter({ has: bench.page.locator('.db-row-value', { hasText: new RegExp(`^${quantity}$`) }) })

  it('opens a report and accepts a number whose phrase is no indicator', async () => {
    const { page } = bench
    await importSample(page)
    await openReport(page, '002_')
    await page.keyboard.press('Control+Shift+E')
    const list = page.getByRole('listbox', { name: '数据项' })
    await list.focus()
    // The list is virtual: what stands further down is reached by its keys, however long that takes.
    for (let at = 0; at < 400 && (await line('项目', '28\\s个').count()) === 0; at++) await page.keyboard.press('j')
    await line('项目', '28\\s个').click()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: '已采纳 1' }).waitFor()
  })

  it('maps the phrase to what is proposed, by one key', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+I')
    await page.getByText('未归类的说法').click()
    await page.getByLabel('查找说法').fill('项目')
    const tree = page.getByRole('tree', { name: '未归类的说法' })
    const row = tree.getByRole('treeitem').filter({ has: page.getByLabel('项目', { exact: true }) })
    await row.first().click()
    await row.first().getByText('重点项目个数').waitFor()
    const number =
      (
        await row
          .first()
          .getByRole('button', { name: /重点项目个数/ })
          .innerText()
      ).trim()[0] ?? ''
    await page.keyboard.press(number)
    await page.getByText(/已把 \d+ 个说法归入“重点项目个数”/).waitFor()
    await expect.poll(() => row.count()).toBe(0)
  })

  it('reads the reports again by it, and leaves what was accepted as it was', async () => {
    const { page } = bench
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('button', { name: '已采纳 1' }).waitFor()
    await expect.poll(() => line('重点项目个数', '158\\s个').count()).toBe(1)
    expect(await line('项目', '28\\s个').count()).toBe(1)
  })

  it('takes it back by undo, and reads them again', async () => {
    const { page } = bench
    await page.keyboard.press('Control+z')
    await expect.poll(() => line('项目', '158\\s个').count()).toBe(1)
    await page.getByRole('button', { name: '已采纳 1' }).waitFor()
    await page.keyboard.press('Control+Shift+I')
    await page.getByText('未归类的说法').click()
    const phrases = page.getByRole('tree', { name: '未归类的说法' })
    await phrases.getByLabel('项目', { exact: true }).first().waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
  })

  it('accepts all of a section as one step', async () => {
    const { page } = bench
    await line('项目', '158\\s个').click()
    await page.keyboard.press('Shift+A')
    await page.getByText(/已采纳“.+”里的 \d+ 个数据项/).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^已采纳 (?!1$)\d+/ }).count()).toBe(1)
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '已采纳 1' }).waitFor()
  })

  it('keeps an indicator of the user’s own over a restart', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+I')
    await page.getByText('指标', { exact: true }).first().click()
    await page.getByRole('button', { name: '新建指标' }).click()
    await page.getByLabel('名称', { exact: true }).fill('低空经济产值')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存“低空经济产值”').waitFor()
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    await bench.page.keyboard.press('Control+Shift+I')
    await bench.page.getByLabel('按名称、别名或代号查找').fill('低空')
    await bench.page.getByRole('option').filter({ hasText: '低空经济产值' }).waitFor()
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
