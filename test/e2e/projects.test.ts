import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { codeSentence, goToReport } from './keys'
import { importSample, libraryRow, pictureOnFailure, saved } from './steps'

const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true })
const projects = (page: Page) => page.getByRole('table').filter({ hasText: '上次打开' })
const names = (page: Page) => projects(page).locator('tbody th > span:first-child').allInnerTexts()

/** Shows projects and backups, and waits for their list. */
async function show(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+J')
  await projects(page).waitFor()
}

/** Presses a button by the keyboard, as one who has come to it by Tab. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Types a name into the dialog and confirms it. */
async function type(page: Page, name: string): Promise<void> {
  const field = dialog(page).getByRole('textbox', { name: '名称' })
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Does what opens another project, and waits until the window was loaded with it. */
async function switching(page: Page, work: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await work()
  await loaded
  await page.getByRole('main').getByRole('tab').first().waitFor()
}

/** Writes another character into the first stored text, past everything that checks it. */
const garble = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const { databases } = { databases: await indexedDB.databases() }
    for (const { name = '' } of databases.filter((info) => info.name?.startsWith('project-'))) {
      const db = await settled(indexedDB.open(name))
      const texts = db.transaction('texts', 'readwrite').objectStore('texts')
      const [row] = await settled(texts.getAll())
      if (row) await settled(texts.put({ ...row, text: `乙${row.text.slice(1)}` }))
      db.close()
    }
  })

describe('projects, by keyboard alone', () => {
  let bench: Workbench
  const profile = newProfile()
  beforeAll(async () => {
    bench = await start({ profile, settings: { author: '分析员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('are made, each with nothing of the other, and named anew', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+Shift+P')
    await switching(page, () => type(page, '全省对照'))
    await page.getByRole('button', { name: '导入示例课题' }).waitFor()
    await show(page)
    expect((await names(page)).toSorted()).toEqual(['全省对照', '我的课题'].toSorted())
    await press(page, '重命名“全省对照”')
    await type(page, '全省 2023')
    await expect.poll(() => names(page)).toContain('全省 2023')
  })

  it('are switched between, and come up as they were', async () => {
    const { page } = bench
    await switching(page, () => press(page, '打开课题“我的课题”'))
    await page.keyboard.press('Control+Shift+L')
    await libraryRow(page, '004_').waitFor()
    await goToReport(page, '000_')
    await codeSentence(page, '经济运行')
    await saved(page)
  })

  it('are copied with all that was done in them', async () => {
    const { page } = bench
    await show(page)
    await press(page, '复制“我的课题”')
    await expect.poll(() => dialog(page).getByRole('textbox', { name: '名称' }).inputValue()).toBe('我的课题 副本')
    await type(page, '试验')
    await expect.poll(async () => (await names(page)).length).toBe(3)
    await switching(page, () => press(page, '打开课题“试验”'))
    await page.getByText('课题已读入').waitFor()
    await page.keyboard.press('Control+Shift+Q')
    await page.locator('[data-view="quotes"]').getByText('经济运行').first().waitFor()
  })

  it('go to the bin and come back; only there they can be deleted for good, by their name', async () => {
    const { page } = bench
    await show(page)
    await press(page, '把“全省 2023”移入回收站')
    await dialog(page).getByRole('button', { name: '移入回收站' }).waitFor()
    await page.keyboard.press('Enter')
    await press(page, '恢复“全省 2023”')
    await expect.poll(() => names(page)).toContain('全省 2023')
    await press(page, '把“全省 2023”移入回收站')
    await dialog(page).getByRole('button', { name: '移入回收站' }).waitFor()
    await page.keyboard.press('Enter')
    await press(page, '彻底删除“全省 2023”')
    const confirm = dialog(page).getByRole('button', { name: '彻底删除' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.keyboard.type('全省 2023')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '回收站' }).waitFor({ state: 'detached' })
  })

  it('are checked, and mended from their originals', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+Shift+K')
    await page.getByText('一切完好。').first().waitFor()
    await garble(page)
    await page.keyboard.press('Control+Alt+Shift+K')
    await page.getByText(/份正文与写入时不同/).waitFor()
    await press(page, '修复 1 处')
    await page.getByText('修复了 1 处，还剩 0 处。').waitFor()
    expect(bench.errors).toEqual([])
  })
})
