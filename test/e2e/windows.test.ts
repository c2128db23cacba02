import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { acceptStatements, codeSentence, goToReport, importByKeys, journalEntries, openWindow } from './keys'
import { currentTab, libraryRow, pictureOnFailure, saved } from './steps'

const stripes = (page: Page) => page.locator('.db-stripe').count()

/** Windows that main has open, but for the importer's, which is hidden. */
const openWindows = (bench: Workbench): Promise<number> =>
  bench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length)

/** Texts that are read in a moment, each with a report in it. */
const reports = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `报告${n}.txt`,
      `西工区政府工作报告（${2000 + n}年）\n各位代表：\n${2000 + n}年地区生产总值增长${n + 1}%。\n${`第${n}项工作稳步推进。\n`.repeat(40)}`,
    ]),
  )

describe('two windows of one project', () => {
  let profile: string
  let bench: Workbench
  let other: Page

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('have each their own tabs', async () => {
    await importByKeys(bench.page)
    other = await openWindow(bench.app, bench.page)
    await goToReport(bench.page, '000_')
    await goToReport(other, '000_')
    await other.keyboard.press('Control+Shift+L')
    await expect.poll(() => currentTab(other).innerText()).toContain('资料库')
    expect(await currentTab(bench.page).innerText()).toContain('瀍河 2023')
    await goToReport(other, '000_')
  })

  it('show at once what is coded in one of them, and the other one takes it back', async () => {
    await codeSentence(bench.page, '经济运行')
    await expect.poll(() => stripes(bench.page)).toBeGreaterThan(0)
    await expect.poll(() => stripes(other)).toBeGreaterThan(0)
    await saved(bench.page)
    // The annotation; the code that was made with it was a step before.
    await other.keyboard.press('Control+z')
    await expect.poll(() => stripes(bench.page)).toBe(0)
    await expect.poll(() => stripes(other)).toBe(0)
    await bench.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => stripes(other)).toBeGreaterThan(0)
    await expect.poll(() => stripes(bench.page)).toBeGreaterThan(0)
  })

  it('write at the same time, and the journal has all of it in one line', async () => {
    const before = journalEntries(profile).length
    const accept = async (page: Page, report: string) => {
      await goToReport(page, report)
      await acceptStatements(page, 5)
    }
    await Promise.all([accept(bench.page, '002_'), accept(other, '003_')])
    await Promise.all([saved(bench.page), saved(other)])
    const entries = journalEntries(profile)
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    expect(entries.length).toBe(before + 10)
    // One undoes what the other did last, whichever that was.
    for (let n = 0; n < 10; n++) await (n % 2 === 0 ? bench.page : other).keyboard.press('Control+z')
    await bench.page.getByRole('button', { name: '已采纳 0' }).waitFor()
    await other.getByRole('button', { name: '已采纳 0' }).waitFor()
    await Promise.all([saved(bench.page), saved(other)])
  })

  it('go on with an import when the window that asked for it is closed', async () => {
    const folder = newFolder(reports(40))
    await chooseInDialog(bench.app, [folder])
    await other.keyboard.press('Control+Alt+O')
    await bench.page.getByRole('region', { name: '状态栏' }).getByText(/导入/).first().waitFor()
    await other.close()
    await bench.page.keyboard.press('Control+Shift+L')
    await expect
      .poll(() => journalEntries(profile).filter(({ operation }) => operation.params.name?.startsWith('报告')).length)
      .toBe(40)
    await libraryRow(bench.page, '报告39').waitFor()
    await saved(bench.page)
  })

  it('bring back, after a restart, the window that was left last with its tabs', async () => {
    other = await openWindow(bench.app, bench.page)
    await goToReport(other, '001_')
    await expect.poll(() => currentTab(other).innerText()).toContain('2022')
    const title = await currentTab(other).innerText()
    await bench.page.close()
    // The page can be gone before main knows: quitting then would close both, and leave the first one last.
    await expect.poll(() => openWindows(bench)).toBe(1)
    await bench.close()
    bench = await start({ profile })
    expect(bench.page.url()).toContain('window=2')
    await expect.poll(() => currentTab(bench.page).innerText()).toBe(title)
    const windows = bench.app.windows().filter((window) => !window.url().includes('importer'))
    expect(windows).toHaveLength(1)
  })

  it('have everything that either did', async () => {
    await goToReport(bench.page, '000_')
    await expect.poll(() => stripes(bench.page)).toBeGreaterThan(0)
    expect(readdirSync(join(profile, 'projects'))).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8'))).toMatchObject({ last: 2 })
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
