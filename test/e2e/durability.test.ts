import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { importSample, libraryRow, openReport, pictureOnFailure, saved, selectSentence } from './steps'

const projectFolder = (profile: string): string => {
  const [id] = readdirSync(join(profile, 'projects'))
  return join(profile, 'projects', id ?? '')
}
const journalOf = (profile: string): string => join(projectFolder(profile), 'journal.jsonl')
const entries = (profile: string): { operation: { key: string } }[] =>
  readFileSync(journalOf(profile), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** Files of the database as Chromium keeps them. */
function databaseFiles(profile: string): string[] {
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => /IndexedDB.*leveldb/.test(name))
    .map((name) => join(profile, name))
    .filter((path) => statSync(path).isFile())
}

/** Codes the sentence with these words by key 1, under a new code of this name. */
async function highlight({ page }: Workbench, words: string, code: string): Promise<void> {
  await selectSentence(page, words)
  await page.keyboard.press('1')
  await page.getByRole('combobox', { name: '选择编码' }).fill(code)
  await page.keyboard.press('Enter')
  await page.locator('.db-stripe').first().waitFor()
  await saved(page)
}

const highlights = async ({ page }: Workbench, report: string): Promise<number> => {
  await openReport(page, report)
  await page.locator('.db-stripe').first().waitFor()
  return page.locator('.db-stripe').count()
}

describe('what is shown as saved', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
    await openReport(bench.page, '000_')
    await highlight(bench, '规模以上工业增加值同比增长2%', '经济运行')
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('is in the journal on disk, with the imports', () => {
    const keys = entries(profile).map((entry) => entry.operation.key)
    expect(keys).toHaveLength(7)
    expect(readdirSync(join(projectFolder(profile), 'originals'))).toHaveLength(5)
  })

  it('outlives kill -9 right after it', async () => {
    await bench.kill()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    expect(await highlights(bench, '000_')).toBeGreaterThan(0)
  })

  it('comes back when the database is garbled, and the user is told', async () => {
    await bench.close()
    const files = databaseFiles(profile)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files)
      if (/MANIFEST|CURRENT|\.log$|\.ldb$/.test(file)) writeFileSync(file, 'garbled '.repeat(100))
    const before = entries(profile)
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    await bench.page.getByText(/数据库为空或已损坏，已从课题文件夹重建/).waitFor()
    expect(await highlights(bench, '000_')).toBeGreaterThan(0)
    await bench.page.keyboard.press('Control+Shift+L')
    for (const file of ['000_', '001_', '002_', '003_', '004_']) await libraryRow(bench.page, file).waitFor()
    expect(entries(profile)).toEqual(before)
  })

  it('can be undone after all that', async () => {
    const { page } = bench
    await openReport(page, '000_')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('.db-stripe').count()).toBe(0)
    await saved(page)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => page.locator('.db-stripe').count()).toBeGreaterThan(0)
    await saved(page)
  })

  it('survives a torn last line of the journal', async () => {
    await bench.close()
    const whole = entries(profile)
    appendFileSync(journalOf(profile), '{"sequence":99,"at":"2026')
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    expect(await highlights(bench, '000_')).toBeGreaterThan(0)
    expect(entries(profile)).toEqual(whole)
  })

  it('is written again where the journal lost its last entry', async () => {
    await bench.close()
    const text = readFileSync(journalOf(profile), 'utf8')
    const whole = entries(profile)
    truncateSync(journalOf(profile), Buffer.byteLength(text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)))
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    await expect.poll(() => entries(profile)).toEqual(whole)
  })
})
