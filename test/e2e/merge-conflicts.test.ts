import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { codeSentence, focusOn, goToReport, importByKeys, journalEntries, pressTimes } from './keys'
import { projectData, storedCodings } from './project-data'
import { pictureOnFailure, readerText, saved, statementRows } from './steps'

async function savePackage({ page, app }: Workbench, file: string): Promise<void> {
  await saved(page)
  await saveInDialog(app, file)
  await page.keyboard.press('Control+Alt+Shift+W')
  await page
    .getByText(`已保存并核对 ${basename(file)}`)
    .first()
    .waitFor()
  expect(existsSync(file)).toBe(true)
}

/** Writes the memo of the first coding in the report. */
async function writeMemo(page: Page, text: string): Promise<void> {
  await goToReport(page, '000_')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press(']')
  await page.keyboard.press('m')
  await page.getByRole('textbox', { name: '备忘', exact: true }).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await saved(page)
}

/** Corrects the same place of the text. */
async function correct(page: Page, words: string): Promise<void> {
  await goToReport(page, '000_')
  await page.keyboard.press('Control+Home')
  await pressTimes(page, 'ArrowDown', 2)
  await page.keyboard.press('x')
  const form = page.getByRole('form', { name: '更正原文' })
  await form.waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'hidden' })
  await saved(page)
}

/** Decides the first statements of the report by these keys, one after another. */
async function decide(page: Page, keys: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+Shift+E')
  await focusOn(page, 'listbox')
  await page.keyboard.press('j')
  await expect.poll(() => statementRows(page).and(page.locator('[aria-selected=true]')).count()).toBe(1)
  for (const key of keys) await page.keyboard.press(key)
  // “Saved” may still stand there from before: the rows show what was written.
  await expect.poll(() => decided(page)).toEqual(keys.map((key) => (key === 'a' ? '已采纳' : '已排除')))
  await saved(page)
}

/** What the first two statements of the review were decided to be. */
async function decided(page: Page): Promise<(string | null)[]> {
  const rows = statementRows(page)
  const icon = (at: number) => rows.nth(at).locator('svg[aria-label]').first()
  return Promise.all([0, 1].map((at) => icon(at).getAttribute('aria-label')))
}

/** Two who began with one project say different things of the same; one settles all of it by keys. */
describe('a merge with conflicts', () => {
  const folder = newFolder({})
  const [base, theirs, newer] = ['共同', '甲', '甲二'].map((name) => join(folder, `${name}.duibiao`)) as [
    string,
    string,
    string,
  ]
  const size = { width: 1280, height: 800 }
  const profiles = [newProfile(), newProfile()] as const
  let bench: Workbench | undefined
  const at = (): Workbench => {
    if (!bench) throw new Error('no workbench was started')
    return bench
  }
  const conflicts = () => at().page.getByRole('listbox', { name: '待定的内容' }).getByRole('option')
  /** Opens a package beside the project, with the keys on what is to settle. */
  const compare = async (file: string): Promise<void> => {
    const { page, app } = at()
    await chooseInDialog(app, [file])
    await page.keyboard.press('Control+Alt+Shift+J')
    await page.getByRole('button', { name: '选择课题包…' }).click()
    await conflicts().first().waitFor()
    await focusOn(page, 'listbox')
    await page.keyboard.press('Home')
  }
  /** Tables of what the last step changed. */
  const changed = (): string[] =>
    (journalEntries(profiles[1]).at(-1)?.changes ?? []).map(({ table }) => table).toSorted()
  const memos = async () => (await projectData(at().page)).annotations.map(({ memo }) => memo)

  afterAll(async () => {
    await bench?.close()
    for (const profile of profiles) removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('comes from two who worked on', async () => {
    bench = await start({ profile: profiles[0], settings: { author: '甲' }, size })
    await importByKeys(bench.page)
    await goToReport(bench.page, '000_')
    await codeSentence(bench.page, '经济运行')
    await writeMemo(bench.page, '共同的备忘')
    await savePackage(bench, base)
    await writeMemo(bench.page, '甲的备忘')
    await correct(bench.page, '奋勇')
    await decide(bench.page, ['a', 'r'])
    await savePackage(bench, theirs)
    await bench.close()
    bench = await start({ profile: profiles[1], settings: { author: '乙' }, size })
    const { page, app } = bench
    await chooseInDialog(app, [base])
    await page.keyboard.press('Control+Alt+Shift+O')
    await page.getByRole('button', { name: '作为新课题打开' }).waitFor()
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await loaded
    await page.getByRole('main').getByRole('tab').first().waitFor()
    await page.getByText('课题已读入').waitFor()
    await saved(page)
    await writeMemo(page, '乙的备忘')
    await correct(page, '奋发')
    await decide(page, ['r', 'a'])
  })

  it('lists each with what it is about, in a view that shows all of it', async () => {
    const { page } = at()
    await compare(theirs)
    const rows = await conflicts().allInnerTexts()
    expect(rows.map((row) => row.split('\n')[0]).toSorted()).toEqual(['数据项', '数据项', '更正', '标注'].toSorted())
    expect(rows.find((row) => row.startsWith('更正'))).toContain('奋‸力在现代化')
    const overview = page.getByRole('region', { name: '合并概览' })
    expect(await overview.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
    expect(await findings(page)).toEqual([])
  })

  it('is settled by keys alone, and does what was said', async () => {
    const { page } = at()
    for (const row of await conflicts().allInnerTexts()) await page.keyboard.press(row.startsWith('标注') ? '3' : '2')
    await page.getByText('待定 4 处，已定 4 处').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/已合并“/).waitFor()
    await saved(page)
    expect(await memos()).toEqual([expect.stringMatching(/乙的备忘[\s\S]*甲的备忘|甲的备忘[\s\S]*乙的备忘/)])
    expect(await storedCodings(page)).toEqual(['经济运行'])
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => readerText(page).innerText()).toContain('奋勇力在现代化')
    await expect.poll(() => decided(page)).toEqual(['已采纳', '已排除'])
  })

  it('is undone whole, and brought again', async () => {
    const { page } = at()
    await page.keyboard.press('Control+z')
    await expect.poll(() => readerText(page).innerText()).toContain('奋发力在现代化')
    await expect.poll(memos).toEqual(['乙的备忘'])
    await expect.poll(() => decided(page)).toEqual(['已排除', '已采纳'])
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => readerText(page).innerText()).toContain('奋勇力在现代化')
    await expect.poll(() => decided(page)).toEqual(['已采纳', '已排除'])
    expect(at().errors).toEqual([])
  })

  it('is settled otherwise, and remembered with the merge', async () => {
    const { page } = at()
    await page.keyboard.press('Control+z')
    await expect.poll(memos).toEqual(['乙的备忘'])
    await compare(theirs)
    for (const row of await conflicts().allInnerTexts()) await page.keyboard.press(row.startsWith('标注') ? '3' : '1')
    await page.getByText('待定 4 处，已定 4 处').waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/已合并“/)
      .last()
      .waitFor()
    await saved(page)
    expect(changed()).toEqual(['annotations', ...Array(4).fill('mergeDecisions')])
    expect(at().errors).toEqual([])
    await at().close()
  })

  it('comes again with a newer package', async () => {
    bench = await start({ profile: profiles[0], settings: { author: '甲' }, size })
    await writeMemo(bench.page, '甲的新备忘')
    await savePackage(bench, newer)
    await bench.close()
    bench = await start({ profile: profiles[1], settings: { author: '丙' }, size })
    await compare(newer)
    const { page } = bench
    await page.getByText('待定 1 处，已定 0 处；未定的按建议处理 · 3 处沿用以前合并时的决定').waitFor()
    const rows = await conflicts().allInnerTexts()
    expect(rows[0]).toMatch(/^标注[\s\S]*建议：两者都留/)
    for (const row of rows.slice(1)) expect(row).toContain('以前定过：用本课题的')
    // How to settle it is in view, however much stands above.
    const [keys, view] = await Promise.all([
      page.getByText('Backspace 恢复原状').boundingBox(),
      page.getByRole('main').boundingBox(),
    ])
    if (!keys || !view) throw new Error('the view is not drawn')
    expect(keys.y + keys.height).toBeLessThanOrEqual(view.y + view.height + 1)
    expect(await page.getByRole('region', { name: '合并概览' }).innerText()).toContain('以前定过')
    expect(await findings(page)).toEqual([])
  })

  it('says who settled what is known, and lets it be settled otherwise', async () => {
    const { page } = at()
    await page.keyboard.press('2')
    await page.getByText(/以前合并时由 乙 定为“用本课题的”（.+），此后两边都没有变。/).waitFor()
    const number = (await conflicts().allInnerTexts()).findIndex((row) => row.startsWith('数据项'))
    await pressTimes(page, 'ArrowDown', number - 1)
    await page.keyboard.press('2')
    await page
      .getByText('待定 1 处，已定 1 处；未定的按建议处理 · 3 处沿用以前合并时的决定（其中 1 处这次改定）')
      .waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/已合并“/).waitFor()
    await saved(page)
    expect(changed()).toEqual(['annotations', 'mergeDecisions', 'mergeDecisions', 'statements'])
    expect(await memos()).toEqual(['甲的新备忘'])
    await goToReport(page, '000_')
    await page.keyboard.press('Control+Home')
    await expect.poll(() => readerText(page).innerText()).toContain('奋发力在现代化')
    await expect.poll(async () => new Set(await decided(page)).size).toBe(1)
  })

  it('asks for nothing when nothing has changed since', async () => {
    const { page } = at()
    await compare(newer)
    await page.getByText('没有新的待定内容 · 2 处沿用以前合并时的决定').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/没有改动：本课题已有“/).waitFor()
    expect(at().errors).toEqual([])
  })
})
