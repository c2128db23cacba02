import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, removeProfile, start, type Workbench } from './driver'
import { codeSentence, focusOn, goToReport, importByKeys, pressTimes, tabTo } from './keys'
import { projectData } from './project-data'
import { pictureOnFailure, readerText, saved } from './steps'

const list = (page: Page) => page.getByRole('listbox', { name: '备忘', exact: true })
const kinds = (page: Page): Promise<string[]> =>
  list(page)
    .getByRole('option')
    .evaluateAll((lines) => lines.map((line) => line.querySelector('[data-kind]')?.getAttribute('data-kind') ?? ''))

/** True when the windows' own storage has these words on disk. */
function draftOnDisk(profile: string, wanted: string): boolean {
  const folder = join(profile, 'Local Storage', 'leveldb')
  // As bytes: a search for UTF-16 words would look at every second place alone.
  const bytes = Buffer.from(wanted, 'utf16le')
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(bytes))
}

/** The words of all memos, links as they are written. */
const words = async (page: Page): Promise<string[]> => {
  const { annotations, memos } = await projectData(page)
  return [...annotations.map(({ memo }) => memo), ...memos.map(({ text }) => text)].filter(Boolean)
}

/** The field that has the focus, by its name. */
const fieldInFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLTextAreaElement ? (at.getAttribute('aria-label') ?? '') : ''
  })

/** Opens the memo of the project or of the report in front by its key, to write it. */
async function writeMemoOf(page: Page, keys: 'Control+Alt+Shift+n' | 'Control+Alt+n', kind: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.getByRole('region', { name: kind }).waitFor()
  await expect.poll(() => fieldInFocus(page)).not.toBe('')
}

/** Types `[[`, a part of a name, and takes the choice of this kind with that name. */
async function link(page: Page, name: string, kind: string): Promise<void> {
  await page.keyboard.type(`[[${name}`)
  const choices = page.getByRole('listbox', { name: '链接到' })
  const wanted = choices.getByRole('option', { name: new RegExp(`^${kind}`) }).first()
  await wanted.waitFor()
  for (let n = 0; n < 20 && (await wanted.getAttribute('aria-selected')) !== 'true'; n++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await choices.waitFor({ state: 'hidden' })
}

describe('memos, by keys alone', () => {
  let profile: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1400, height: 900 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
  })
  pictureOnFailure(() => bench)

  it('are written on a passage, a code, a report and the project', async () => {
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '000_')
    await codeSentence(page, '民生')
    await page.keyboard.press('m')
    await expect.poll(() => fieldInFocus(page)).toBe('备忘')
    await page.keyboard.type('口径有变')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => words(page)).toEqual(['口径有变'])
    await page.keyboard.press('Control+Shift+B')
    await focusOn(page, 'tree')
    await page.getByRole('treeitem', { name: /民生/ }).waitFor()
    await page.keyboard.press('Home')
    await tabTo(page, page.getByRole('textbox', { name: '编码的备忘' }))
    await page.keyboard.type('先看就业')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => words(page)).toEqual(['口径有变', '先看就业'])
    await goToReport(page, '000_')
    await writeMemoOf(page, 'Control+Alt+n', '报告的备忘')
    await page.keyboard.type('全文待补')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => words(page)).toContain('全文待补')
    await saved(page)
  })

  it('link to a passage, a report, a code and each other by [[', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Shift+M')
    await writeMemoOf(page, 'Control+Alt+Shift+n', '课题的备忘')
    await page.keyboard.type('见')
    await link(page, '', '摘录')
    await page.keyboard.type('、')
    await link(page, '瀍河', '报告')
    await page.keyboard.type('、')
    await link(page, '民', '编码')
    await page.keyboard.type('和')
    await link(page, '', '备忘')
    await page.keyboard.press('Control+Enter')
    const project = async () => (await projectData(page)).memos.find(({ subject }) => subject.type === 'project')?.text
    await expect
      .poll(project)
      .toMatch(/^见\[\[annotation:.+\]\]、\[\[report:.+\]\]、\[\[code:.+\|民生\]\]和\[\[memo:.+\]\]$/)
    await saved(page)
  })

  it('lead to what they link to, and tell what links to them', async () => {
    const { page } = bench
    const memo = page.getByRole('region', { name: '课题的备忘' })
    await tabTo(page, memo.getByRole('button', { name: /^编码\s*民生$/ }))
    await page.keyboard.press('Enter')
    await focusOn(page, 'tree')
    expect(await page.getByRole('tree', { name: '编码表' }).locator('[data-current="true"]').innerText()).toContain(
      '民生',
    )
    await page.keyboard.press('Control+Shift+M')
    await focusOn(page, 'listbox')
    await tabTo(page, memo.getByRole('button', { name: /^摘录/ }))
    await page.keyboard.press('Enter')
    await expect.poll(() => readerText(page).evaluate((text) => text.contains(document.activeElement))).toBe(true)
    const quote = (await projectData(page)).annotations[0]?.anchor.quote ?? ''
    await expect.poll(async () => (await page.locator('.db-target-span').allInnerTexts()).join('')).toBe(quote)
    await page.keyboard.press('Control+Shift+M')
    await focusOn(page, 'listbox')
    expect((await kinds(page)).toSorted()).toEqual(['annotation', 'code', 'project', 'report'])
    await page.keyboard.press('Home')
    await pressTimes(page, 'ArrowDown', (await kinds(page)).indexOf('report'))
    const report = page.getByRole('region', { name: '报告的备忘' })
    const back = report.getByRole('region', { name: '链接到这里的备忘' })
    await back.getByText('整个课题').waitFor()
    await tabTo(page, back.getByRole('button', { name: /整个课题/ }))
    await page.keyboard.press('Enter')
    await memo.waitFor()
  })

  it('are deleted and come back by undo, and are there after a restart', async () => {
    const before = (await words(bench.page)).toSorted()
    await bench.page.keyboard.press('Control+Shift+M')
    await focusOn(bench.page, 'listbox')
    await bench.page.keyboard.press('Delete')
    await expect.poll(async () => (await words(bench.page)).length).toBe(before.length - 1)
    await bench.page.keyboard.press('Control+z')
    await expect.poll(async () => (await words(bench.page)).toSorted()).toEqual(before)
    await saved(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1400, height: 900 } })
    const { page } = bench
    expect((await words(page)).toSorted()).toEqual(before)
    // What was done before the restart can be taken back after it: the project's memo was the last.
    await pressTimes(page, 'Control+z', 1)
    await expect.poll(async () => (await words(page)).length).toBe(before.length - 1)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await words(page)).toSorted()).toEqual(before)
    await saved(page)
  })

  it('keep what was typed and not saved over kill -9', async () => {
    await bench.page.keyboard.press('Control+Shift+M')
    await writeMemoOf(bench.page, 'Control+Alt+Shift+n', '课题的备忘')
    await bench.page.keyboard.press('Control+End')
    await bench.page.keyboard.type('，还没有写完')
    await bench.page.getByText('已留底稿，停笔或离开时保存').waitFor()
    expect((await words(bench.page)).join()).not.toContain('还没有写完')
    await expect.poll(() => draftOnDisk(profile, '还没有写完')).toBe(true)
    await bench.kill()
    bench = await start({ profile, size: { width: 1400, height: 900 } })
    const { page } = bench
    await page.keyboard.press('Control+Alt+Shift+n')
    const field = page.getByRole('region', { name: '课题的备忘' }).getByRole('textbox')
    await expect.poll(() => field.inputValue()).toMatch(/，还没有写完$/)
    await tabTo(page, field)
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await words(page)).join()).toContain('还没有写完')
    expect(bench.errors).toEqual([])
  })
})
