import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeProfile, start, type Workbench } from './driver'
import { projectData } from './project-data'
import { importSample, openReport, pictureOnFailure, saved, selectSentence } from './steps'

/*
 * A profile on a disk that is really full: a tmpfs of its own. Only root may mount one, and only where
 * DUIBIAO_FULL_DISK asks for it: one write in a dozen is never answered by Chromium (docs/soak.md). The short form is
 * always run, test/renderer/storage/refused-writes.test.ts.
 */
const disk = mkdtempSync(join(tmpdir(), 'duibiao 小盘 '))
const isMounted = ((): boolean => {
  if (
    !process.env.DUIBIAO_FULL_DISK ||
    process.platform !== 'linux' ||
    process.getuid?.() !== 0 ||
    process.env.DUIBIAO_OWNER
  )
    return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
if (!isMounted) console.log('The program is not tried on a full disk: that asks for root and DUIBIAO_FULL_DISK=1.')

const ROOM = join(disk, 'room')
const free = (): number => {
  const { bavail, bsize } = statfsSync(disk)
  return bavail * bsize
}

/** Fills the disk but for so many bytes. */
function fill(left: number): void {
  while (free() > left) appendFileSync(ROOM, Buffer.alloc(Math.max(4096, Math.min(free() - left, 1024 * 1024))))
}

const bar = (page: Page) => page.getByRole('region', { name: '状态栏' })
/** Steps in the journal on disk. */
function steps(): number {
  const [id = ''] = readdirSync(join(disk, 'projects'))
  return readFileSync(join(disk, 'projects', id, 'journal.jsonl'), 'utf8').split('\n').length - 1
}
const stripes = (page: Page) => page.locator('.db-stripe')

const trouble = (page: Page) => page.getByRole('dialog').filter({ hasText: '改动还没有写到磁盘' })

/** Makes room on the disk, and tries again what waits. */
async function retry(page: Page): Promise<void> {
  rmSync(ROOM)
  await trouble(page).getByRole('button', { name: '再试一次' }).click()
  await trouble(page).waitFor({ state: 'hidden', timeout: 60_000 })
}

/** Takes the coding back and brings it again, until the disk refuses. @returns how many codings there are after the last */
async function untilRefused(page: Page): Promise<number> {
  const refused = async () => (await bar(page).getByText('未保存到磁盘').count()) > 0
  for (let coded = 0; ; coded = 1 - coded) {
    const before = steps()
    await page.keyboard.press(coded === 0 ? 'Control+z' : 'Control+Shift+z')
    await expect.poll(async () => (await refused()) || steps() > before, { timeout: 30_000 }).toBe(true)
    if (await refused()) return coded
  }
}

/** What was kept in memory is there as it was done; the coding is then brought again, where it was taken back. */
async function afterRetry(page: Page, coded: number): Promise<void> {
  await saved(page)
  await bar(page).getByText('5 个原始文件').waitFor()
  const codings = async () => (await projectData(page)).annotations.length
  await expect.poll(codings, { timeout: 30_000 }).toBe(coded)
  if (coded === 1) return
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(codings, { timeout: 30_000 }).toBe(1)
  await saved(page)
}

describe.runIf(isMounted)('a full disk', () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await start({ profile: disk, settings: {}, size: { width: 1280, height: 800 } })
    const { page } = bench
    await importSample(page)
    await openReport(page, '000_')
    await selectSentence(page, '规模以上工业增加值同比增长2%')
    await page.keyboard.press('1')
    await page.getByRole('combobox', { name: '选择编码' }).fill('经济运行')
    await page.keyboard.press('Enter')
    await stripes(page).first().waitFor()
    await saved(page)
  })
  afterAll(async () => {
    await bench.close()
    execFileSync('umount', [disk])
    removeProfile(disk)
  })
  pictureOnFailure(() => bench)

  // With a little room left a write stops half-way, and Chromium takes the database for damaged.
  it.each([0, 8_192, 0])('with %i bytes left keeps what was done, and takes it once there is room', async (left) => {
    const { page } = bench
    fill(left)
    const coded = await untilRefused(page)
    fill(0)
    await trouble(page).getByRole('button', { name: '再试一次' }).waitFor()
    await retry(page)
    await afterRetry(page, coded)
  })

  it('asks before a window with unsaved work is closed, and keeps it where one stays', async () => {
    const { app, page } = bench
    // The driver hears of the page's question too; the one that a user sees is the main process's, and may end both.
    page.once('dialog', (question) => void question.dismiss().catch(() => undefined))
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBoxSync = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: JSON.stringify(asked.at(-1)) })
        return 0
      }
    })
    fill(0)
    const coded = await untilRefused(page)
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close()
    })
    await expect.poll(() => app.evaluate(() => String(Reflect.get(globalThis, 'asked')))).toContain('留下')
    await trouble(page).waitFor()
    await retry(page)
    await afterRetry(page, coded)
  })

  it('leaves all of it after a restart', async () => {
    const before = await projectData(bench.page)
    await bench.close()
    bench = await start({ profile: disk })
    await saved(bench.page)
    await bar(bench.page).getByText('5 个原始文件').waitFor()
    expect(await projectData(bench.page)).toEqual(before)
  })
})
