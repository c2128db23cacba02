import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { acceptStatements, codeSentence, goToLine, goToReport, importByKeys, journalEntries, pressTimes } from './keys'
import { libraryRow, pictureOnFailure, saved } from './steps'

/** What the user has made of the project, as the database has it. */
const made = (page: Page) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const name = (await indexedDB.databases()).find((info) => info.name?.startsWith('project-'))?.name ?? ''
    const db = await settled(indexedDB.open(name))
    const tables = ['annotations', 'codes', 'statements', 'memos', 'sources', 'reports'] as const
    const transaction = db.transaction(tables)
    const all = (table: string): Promise<Record<string, unknown>[]> => settled(transaction.objectStore(table).getAll())
    const [annotations, codes, statements, memos, sources, reports] = await Promise.all(tables.map(all))
    db.close()
    return {
      annotations,
      codes,
      statements,
      memos,
      shown: sources?.filter(({ hidden }) => hidden !== true).map(({ hash }) => hash),
      set: reports?.map(({ id, edited, place, year, kind }) => ({ id, edited, place, year, kind })),
    }
  })

const notice = (page: Page, text: string | RegExp) => page.getByRole('region', { name: '通知' }).getByText(text).first()

/** Says yes to the question whether to go there. */
async function confirm(page: Page): Promise<void> {
  await page.getByRole('dialog', { name: '回到历史中的这一步' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^回到这一步$/)
  await page.keyboard.press('Enter')
}

/** Presses a key until nothing is left to undo or redo, as often as it took a step. */
async function pressToTheEnd(page: Page, key: string, end: string, label: 'undo' | 'redo'): Promise<void> {
  const button = page.getByRole('button', { name: label === 'undo' ? '撤销' : '重做', exact: true })
  for (let n = 0; n < 40 && !(await button.isDisabled()); n++) {
    const title = await button.getAttribute('title')
    await page.keyboard.press(key)
    await saved(page)
    // Steps may have one name; then the count of undone lines tells, and the loop's bound.
    await expect
      .poll(async () => (await button.isDisabled()) || (await button.getAttribute('title')) !== title || n)
      .toBeTruthy()
  }
  await page.keyboard.press(key)
  await notice(page, end).waitFor()
}

describe('the history of a project, by keys alone', () => {
  let profile: string
  let bench: Workbench
  let whole: Awaited<ReturnType<typeof made>>

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('takes in an import, a code, a memo, a statement, the codebook and a report', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '000_')
    await codeSentence(page, '经济运行')
    await page.locator('.db-stripe').first().waitFor()
    await page.keyboard.press('m')
    await page.getByRole('textbox', { name: /备忘/ }).first().waitFor()
    await page.keyboard.type('与上年口径不同')
    await page.keyboard.press('Control+Enter')
    await saved(page)
    await acceptStatements(page, 1)
    await page.keyboard.press('Control+Shift+B')
    await page.getByRole('treeitem', { name: /经济运行/ }).waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('经济')
    await page.keyboard.press('Enter')
    await page.getByRole('treeitem', { name: /^经济(?!运行)/ }).waitFor()
    await goToLine(page, '002_')
    await page.keyboard.press('e')
    await page.getByRole('dialog').getByRole('spinbutton', { name: /年/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('2019')
    await page.keyboard.press('Enter')
    await expect.poll(() => libraryRow(page, '002_').innerText()).toContain('2019')
    await saved(page)
    const keys = journalEntries(profile).map(({ operation }) => operation.key.replace('project.history.', ''))
    expect(keys.filter((key) => key === 'sourceImported')).toHaveLength(5)
    for (const key of ['codeAdded', 'statementAccepted', 'codeChanged', 'reportChanged']) expect(keys).toContain(key)
    expect(keys.filter((key) => key.startsWith('annotation')).length).toBeGreaterThan(1)
    expect(journalEntries(profile).every(({ author }) => author === '测试员')).toBe(true)
    whole = await made(page)
    expect(whole.shown).toHaveLength(5)
    expect(whole.annotations?.[0]).toMatchObject({ memo: '与上年口径不同', author: '测试员' })
  })

  it('undoes all of it after a restart, back to the empty project', async () => {
    await bench.close()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    const { page } = bench
    await page.keyboard.press('Control+Shift+H')
    await page.getByRole('listbox', { name: '各步操作' }).waitFor()
    await pressToTheEnd(page, 'Control+z', '没有可以撤销的操作。', 'undo')
    expect(await made(page)).toMatchObject({ annotations: [], codes: [], statements: [], memos: [], shown: [] })
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('button', { name: '导入示例课题' }).waitFor()
  })

  it('does all of it again', async () => {
    const { page } = bench
    await pressToTheEnd(page, 'Control+Shift+z', '没有可以重做的操作。', 'redo')
    expect(await made(page)).toEqual(whole)
    await libraryRow(page, '002_').waitFor()
  })

  it('goes to a point in the panel, and from there to the last one', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+H')
    const list = page.getByRole('listbox', { name: '各步操作' })
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true)
    const steps = (await list.getByRole('option').first().getAttribute('aria-setsize')) ?? ''
    // The beginning, and above it the five imports: the fifth of these is the point after all of them.
    await page.keyboard.press('End')
    await pressTimes(page, 'ArrowUp', 5)
    await page.keyboard.press('Enter')
    await confirm(page)
    await notice(page, /已回到所选的一步/).waitFor()
    expect(await made(page)).toMatchObject({ annotations: [], codes: [], statements: [] })
    expect((await made(page)).shown).toHaveLength(5)
    // A new step in place of those that were taken back; the panel still leads to the other branch.
    await page.keyboard.press('Control+Shift+L')
    await goToLine(page, '001_')
    await page.keyboard.press('Delete')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await made(page)).shown).toHaveLength(4)
    await page.keyboard.press('Control+Shift+H')
    await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect
      .poll(async () => (await list.getByRole('option').first().getAttribute('aria-setsize')) ?? '')
      .toBe(String(Number(steps) + 1))
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(/将重做 \d+ 步/).waitFor()
    await confirm(page)
    await expect.poll(() => made(page)).toEqual(whole)
    await saved(page)
  })

  it('has one line on disk, and every undo names what it takes back', () => {
    const entries = journalEntries(profile)
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1))
    expect(entries.filter(({ undoes }) => undoes !== null).length).toBeGreaterThan(10)
    expect(entries.filter(({ redoes }) => redoes !== null).length).toBeGreaterThan(10)
  })

  it('wrote no error to any console', () => {
    expect(bench.errors).toEqual([])
  })
})
