import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { currentTab, importSample, libraryRow, openReport, pictureOnFailure, resultRows, statementRows } from './steps'

const command = (...words: string[]): string =>
  execFileSync(process.execPath, ['electron/cli/duibiao.mjs', ...words], { encoding: 'utf8', maxBuffer: 1e9 })

/** What another machine would send back for the sample's files, with one number read otherwise. */
function extractElsewhere(): string {
  const seeds = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join('seeds', name))
  const input = command('lines', ...seeds)
  const words = ['electron/cli/duibiao.mjs', 'extract', '--stdin', '--summaries']
  const extracted = execFileSync(process.execPath, words, { input, encoding: 'utf8', maxBuffer: 1e9 })
  const changed = extracted.replace('"quantity":"305.8亿元","value":305.8,', '"quantity":"305.8亿元","value":999.25,')
  expect(changed).not.toBe(extracted)
  return changed
}

describe('an extraction that another machine made', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    folder = newFolder({ 'province.jsonl': extractElsewhere() })
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  async function importExtraction(page: Page): Promise<void> {
    await chooseInDialog(bench.app, [join(folder, 'province.jsonl')])
    await page.evaluate(() => window.duibiao?.invoke('import:choose', { what: 'files' }))
  }

  const value = () => statementRows(bench.page).filter({ hasText: '999.25' })

  it('takes the place of the engine’s output, and says what it came to', async () => {
    const { page } = bench
    await importExtraction(page)
    const line = resultRows(page).filter({ hasText: 'province.jsonl' })
    await line.getByText(/已采用 5 个来源的 \d+ 条数据项/).waitFor()
    expect(await line.innerText()).not.toContain('不在本课题中')
    await openReport(page, '002_')
    await expect.poll(() => value().count()).toBe(1)
  })

  it('goes when its import is undone, and comes back when that is redone', async () => {
    const { page } = bench
    await page.keyboard.press('Control+z')
    await expect.poll(() => value().count()).toBe(0)
    await expect.poll(() => statementRows(page).filter({ hasText: '305.8' }).count()).toBeGreaterThan(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => value().count()).toBe(1)
  })

  it('names the files that are still to be imported', async () => {
    const { page } = bench
    const other = extractElsewhere().replaceAll('12b8cf14382431c3', 'ffffffffffffffff')
    rmSync(join(folder, 'province.jsonl'))
    writeFileSync(join(folder, 'province.jsonl'), other)
    await importExtraction(page)
    await page.getByRole('main').getByRole('tab', { name: '导入结果' }).click()
    const line = resultRows(page).filter({ hasText: 'province.jsonl' })
    await line.getByText('1 个来源不在本课题中').waitFor()
    await line.getByText('ffffffffffff…').waitFor()
    await page.keyboard.press('Control+Shift+L')
    await libraryRow(page, 'province.jsonl').first().dblclick()
    await expect.poll(() => currentTab(page).innerText()).toContain('province.jsonl')
    expect(bench.errors).toEqual([])
  })
})
