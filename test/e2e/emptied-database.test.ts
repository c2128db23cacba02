import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample, openReport, pictureOnFailure, readerText, resultRows, saved } from './steps'

const REPORT = '某县2026年政府工作报告\n\n各位代表：\n2025年地区生产总值增长7.5%。2026年地区生产总值增长8%左右。\n'

/** Sequences and names of the steps in the journal on disk. */
function steps(profile: string): { sequence: number; operation: { key: string } }[] {
  const [id = ''] = readdirSync(join(profile, 'projects'))
  const lines = readFileSync(join(profile, 'projects', id, 'journal.jsonl'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

/** What Chromium does without a word after a write that a full disk cut off: the database is there, and empty. */
const emptyDatabase = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((info) => info.name?.startsWith('project-'))?.name ?? ''
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => done()
      request.onerror = () => failed(request.error)
    })
  })

describe('an import into a database that Chromium has emptied', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    folder = newFolder({ '某县.txt': REPORT })
    profile = newProfile()
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('waits with the message that a refused write has, and goes on after the retry', async () => {
    const { app, page } = bench
    const before = steps(profile)
    await emptyDatabase(page)
    await chooseInDialog(app, [join(folder, '某县.txt')])
    await page.keyboard.press('Control+o')
    const trouble = page.getByRole('dialog').filter({ hasText: '改动还没有写到磁盘' })
    await trouble.getByText('数据库因写入中断而清空了').waitFor()
    expect(steps(profile)).toEqual(before)
    await trouble.getByRole('button', { name: '再试一次' }).click()
    await trouble.waitFor({ state: 'hidden', timeout: 60_000 })
    await page.getByText('共 1 个文件：导入 1，重复 0，失败 0').waitFor()
    expect(await resultRows(page).last().textContent()).toContain('某县.txt')
    await saved(page)
    const after = steps(profile)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).map(({ sequence, operation }) => [sequence, operation.key])).toEqual([
      [before.length + 1, 'project.history.sourceImported'],
    ])
    await page.getByRole('region', { name: '状态栏' }).getByText('6 个原始文件').waitFor()
    // The texts that were lost are read again behind it.
    await openReport(page, '000_')
    expect(await readerText(page).textContent()).toContain('政府工作报告')
    expect(bench.errors).toEqual([])
  })
})
