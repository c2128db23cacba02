import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PackageReader } from '../../electron/files/package/reader'
import { newFolder, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { projectData } from './project-data'
import { mountSmallDisk } from './small-disk'
import { importSample, openReport, pictureOnFailure, saved, selectSentence } from './steps'

/*
 * A profile on a disk that is really full: a tmpfs of its own, which only root may mount. The short form is always run,
 * test/renderer/storage/refused-writes.test.ts.
 */
const small = mountSmallDisk()
if (!small) console.log('The program is not tried on a full disk: no tmpfs may be mounted here.')
const disk = small?.path ?? ''

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
  small?.clear()
  // By key: a click may come while the dialog still grows, and hit what is beside the button.
  await trouble(page).getByRole('button', { name: '再试一次' }).press('Enter')
  await trouble(page).waitFor({ state: 'hidden', timeout: 60_000 })
}

/** Notes how many keys the window has heard; those that come to a dialog do nothing behind it. */
const hearKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset.heard = '0'
    window.addEventListener('keydown', ({ key, target }) => {
      if (!/z/i.test(key) || (target instanceof Element && target.closest('[aria-modal="true"]'))) return
      dataset.heard = String(Number(dataset.heard) + 1)
    })
  })
const heard = (page: Page): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset.heard))

/** Takes the coding back and brings it again, until the disk refuses. @returns how many codings there are after the last */
async function untilRefused(page: Page): Promise<number> {
  const refused = async () => (await bar(page).getByText('未保存到磁盘').count()) > 0
  for (let coded = 0; ; coded = 1 - coded) {
    const before = steps()
    const pressed = await heard(page)
    await page.keyboard.press(coded === 0 ? 'Control+z' : 'Control+Shift+z')
    await expect.poll(async () => (await refused()) || steps() > before, { timeout: 30_000 }).toBe(true)
    // The disk may refuse just after a step got through: the next key then comes to the dialog that tells of it.
    if (await refused()) return (await heard(page)) > pressed ? coded : 1 - coded
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

describe.runIf(small)('a full disk', () => {
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
    await hearKeys(page)
  })
  afterAll(async () => {
    await bench.close()
    small?.remove()
  })
  pictureOnFailure(() => bench)

  // With a little room left a write stops half-way, and Chromium takes the database for damaged.
  it.each([0, 8_192, 0])('with %i bytes left keeps what was done, and takes it once there is room', async (left) => {
    const { page } = bench
    small?.fill(left)
    const coded = await untilRefused(page)
    small?.fill(0)
    await trouble(page).getByRole('button', { name: '再试一次' }).waitFor()
    await retry(page)
    await afterRetry(page, coded)
  })

  it('lets a package be saved on another disk, which says what is not in it', async () => {
    const { app, page } = bench
    const folder = newFolder({})
    small?.fill(0)
    const coded = await untilRefused(page)
    const kept = steps()
    // Opening the database again gives some room back.
    const leave = small?.keepFull()
    try {
      await saveInDialog(app, join(folder, '别处.duibiao'))
      await trouble(page).getByRole('button', { name: '课题包另存到别处…' }).press('Enter')
      const told = page.getByRole('region', { name: '通知' }).getByText('已保存 别处.duibiao')
      await told.waitFor({ timeout: 90_000 })
      expect(await told.innerText()).toContain('还没有写到磁盘的改动不在其中')
      const reader = await PackageReader.open(join(folder, '别处.duibiao'))
      await reader.verify()
      expect(reader.manifest).toMatchObject({ last: kept, counts: { sources: 5 }, missing: [] })
      await reader.close()
      expect(readdirSync(folder)).toEqual(['别处.duibiao'])
      removeProfile(folder)
    } finally {
      leave?.()
    }
    // The status bar brings the dialog again.
    await bar(page).getByText('未保存到磁盘').click()
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
    small?.fill(0)
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
