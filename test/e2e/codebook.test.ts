import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import {
  codeSentence,
  focusOn,
  goToReport,
  importByKeys,
  journalEntries,
  pressTimes,
  runFromPalette,
  tabTo,
} from './keys'
import { projectData, storedCodings, storedTree } from './project-data'
import { pictureOnFailure, saved } from './steps'

const dialog = (page: Page) => page.getByRole('dialog')
const tree = (page: Page) => page.getByRole('tree', { name: '编码表' })
const current = (page: Page) => tree(page).locator('[data-current="true"]')

/** The lines of the tree as they are shown: a dash for each level. */
const shownTree = (page: Page): Promise<string[]> =>
  tree(page)
    .getByRole('treeitem')
    .evaluateAll((lines) =>
      lines.map(
        (line) => '-'.repeat(Number(line.ariaLevel) - 1) + (line.querySelector('.db-code-name')?.textContent ?? ''),
      ),
    )

/** Opens the codebook with the keys in its tree, at the code that begins so. */
async function goToCode(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+B')
  await focusOn(page, 'tree')
  await page.keyboard.press('Home')
  for (let n = 0; n < 20 && !(await current(page).innerText()).startsWith(name); n++)
    await page.keyboard.press('ArrowDown')
  expect(await current(page).innerText()).toContain(name)
}

/** Types the name of a code into the line that a key has opened for it. */
async function typeName(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key)
  await tree(page).getByRole('textbox', { name: '编码名称' }).waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect.poll(() => current(page).locator('.db-code-name').allInnerTexts()).toEqual([name])
  await focusOn(page, 'tree')
}

/** Chooses a code in the list of a dialog by a part of its name. */
async function chooseCode(page: Page, label: string, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label)
  await page.keyboard.type(name)
  const list = page.locator('.ant-select-dropdown:visible')
  await list.getByText(name).waitFor()
  await page.keyboard.press('Enter')
  // While the list fades out, it takes part in the order of Tab.
  await expect.poll(() => list.count()).toBe(0)
}

describe('the codebook, by keys alone', () => {
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

  it('makes codes beside and below, names them anew and moves them', async () => {
    const { page } = bench
    await importByKeys(page)
    await page.keyboard.press('Control+Shift+B')
    await focusOn(page, 'tree')
    await typeName(page, 'Insert', '经济')
    await typeName(page, 'Shift+Insert', '增长')
    await typeName(page, 'Insert', '就业')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '-就业'])
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '就业'])
    await typeName(page, 'F2', '民生')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => shownTree(page)).toEqual(['民生', '经济', '-增长'])
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '民生'])
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '-民生'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '民生'])
    await focusOn(page, 'tree')
    await saved(page)
  })

  it('writes a definition and a memo, and gives another colour', async () => {
    const { page } = bench
    await goToCode(page, '经济')
    const before = (await projectData(page)).codes.find(({ name }) => name === '经济')?.color
    const details = page.getByRole('region', { name: '编码“经济”' })
    await tabTo(page, details.getByRole('button', { name: '颜色 #d55e00' }))
    await page.keyboard.press('Enter')
    await tabTo(page, details.getByRole('textbox', { name: /^定义/ }))
    await page.keyboard.type('有数字的经济目标')
    await tabTo(page, details.getByRole('textbox', { name: '编码的备忘' }))
    await page.keyboard.type('与上年相比')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await projectData(page)).memos.map(({ text }) => text)).toEqual(['与上年相比'])
    const code = () => projectData(page).then(({ codes }) => codes.find(({ name }) => name === '经济'))
    await expect.poll(code).toMatchObject({ color: '#d55e00', definition: '有数字的经济目标', author: '测试员' })
    expect(before).not.toBe('#d55e00')
    await saved(page)
  })

  it('gives all codes colours anew in one step', async () => {
    const { page } = bench
    const colors = async () => (await projectData(page)).codes.map(({ color }) => color)
    await goToCode(page, '经济')
    const before = await colors()
    const steps = journalEntries(profile).length
    await page.keyboard.press('Alt+c')
    await page.getByText(/^已重新配色 \d 个编码/).waitFor()
    await expect.poll(colors).not.toEqual(before)
    expect(new Set(await colors()).size).toBe(3)
    await saved(page)
    expect(journalEntries(profile).length).toBe(steps + 1)
    await page.keyboard.press('Control+z')
    await expect.poll(colors).toEqual(before)
  })

  it('takes an example from the passage that is selected in the reader', async () => {
    const { page } = bench
    await goToReport(page, '003_')
    await codeSentence(page, '增长')
    await expect.poll(() => storedCodings(page)).toEqual(['增长'])
    await goToCode(page, '增长')
    await goToReport(page, '003_')
    await page.keyboard.press('Control+Home')
    await pressTimes(page, 'ArrowDown', 3)
    await page.keyboard.press('s')
    await page.keyboard.press('Control+Alt+u')
    await page.getByText('已把所选文字设为编码“增长”的例子').waitFor()
    const quote = (await projectData(page)).annotations[0]?.anchor.quote ?? ''
    const example = async () => (await projectData(page)).codes.find(({ name }) => name === '增长')?.example
    await expect.poll(example).toMatch(/^「.+」（.+\d{4}年/)
    expect((await example())?.slice(1, 6)).toBe(quote.slice(0, 5))
  })

  it('counts by place and year, and leads from a number to its passages', async () => {
    const { page } = bench
    await codeSentence(page, '民生', 9)
    await codeSentence(page, '民生', 14)
    await goToReport(page, '000_')
    await codeSentence(page, '民生', 9)
    await expect.poll(async () => (await storedCodings(page)).toSorted()).toEqual(['增长', '民生', '民生', '民生'])
    await goToCode(page, '民生')
    await page.keyboard.press('Alt+t')
    const counts = page.getByRole('region', { name: '编码统计' })
    const two = counts.getByRole('grid').getByRole('button', { name: /\d{4}，2(，|$)/ })
    await two.waitFor()
    await tabTo(page, counts.locator('td button[tabindex="0"]'))
    const [line = 0, column = 0] = ((await two.getAttribute('data-cell')) ?? '').split(':').map(Number)
    await pressTimes(page, 'ArrowDown', line)
    await pressTimes(page, 'ArrowRight', column)
    await expect.poll(() => two.evaluate((cell) => cell === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByText('2 / 4 条').waitFor()
    await page.getByRole('grid', { name: '摘录表' }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await two.waitFor()
  })

  it('merges, splits and deletes with a choice, each a step that undo takes back', async () => {
    const { page } = bench
    const codings = async () => (await storedCodings(page)).toSorted()
    await goToCode(page, '增长')
    await page.keyboard.press('Alt+m')
    await chooseCode(page, '并入的编码', '民生')
    await tabTo(page, dialog(page).getByRole('button', { name: '并入' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '民生'])
    await expect.poll(codings).toEqual(['民生', '民生', '民生', '民生'])
    await focusOn(page, 'tree')
    await page.keyboard.press('Control+z')
    await expect.poll(codings).toEqual(['增长', '民生', '民生', '民生'])
    await goToCode(page, '民生')
    await page.keyboard.press('Alt+s')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('新编码的名称')
    await page.keyboard.type('教育')
    await tabTo(page, dialog(page).getByRole('region', { name: '此编码的标注' }).getByRole('checkbox').first())
    await page.keyboard.press('Space')
    await tabTo(page, dialog(page).getByRole('button', { name: '拆分 1 处' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '民生', '-教育'])
    await expect.poll(codings).toEqual(['增长', '教育', '民生', '民生'])
    await goToCode(page, '民生')
    await page.keyboard.press('Delete')
    await dialog(page).getByText('用到它的标注：2 处').waitFor()
    await tabTo(page, dialog(page).getByRole('radio', { name: '去掉编码，标注全部保留' }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await chooseCode(page, '改用的编码', '增长')
    await tabTo(page, dialog(page).getByRole('radio', { name: '下级编码上移一层' }))
    await page.keyboard.press('ArrowDown')
    await tabTo(page, dialog(page).getByRole('button', { name: '删除', exact: true }))
    await page.keyboard.press('Enter')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长'])
    await expect.poll(codings).toEqual(['增长', '增长', '增长', '增长'])
    await focusOn(page, 'tree')
    await saved(page)
  })

  it('goes out as a table, and comes in again as one step', async () => {
    const { page, app } = bench
    const file = join(mkdtempSync(join(tmpdir(), 'duibiao ')), '编码.csv')
    await goToCode(page, '经济')
    await saveInDialog(app, file)
    await runFromPalette(page, '导出编码表（CSV）')
    await page.getByText('已保存 编码.csv。').waitFor()
    const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\r\n')
    expect(head).toContain('路径,编码,上级,颜色')
    expect(lines[0]).toMatch(/^经济,经济,,#d55e00,.*有数字的经济目标.*与上年相比/)
    expect(lines[1]).toMatch(/^经济 > 增长,增长,经济,#/)
    writeFileSync(file, '路径,定义,备忘\n经济,改过的定义,\n经济 > 投资,,看总量\n')
    await chooseInDialog(app, [file])
    await runFromPalette(page, '导入编码表（CSV）')
    await dialog(page).getByText('新建 1 · 修改 1 · 相同 0 · 有误 0').waitFor()
    const button = dialog(page).getByRole('button', { name: '导入', exact: true })
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '-投资'])
    await expect
      .poll(async () => (await projectData(page)).codes.map((code) => code.definition))
      .toContain('改过的定义')
    await saved(page)
  })

  it('has all of it after a restart, and undoes it to the empty codebook', async () => {
    const before = await projectData(bench.page)
    await bench.close()
    bench = await start({ profile, size: { width: 1400, height: 900 } })
    const { page } = bench
    expect(await projectData(page)).toEqual(before)
    await page.keyboard.press('Control+Shift+B')
    await focusOn(page, 'tree')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '-投资'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => shownTree(page)).toEqual(['经济', '-增长', '民生', '-教育'])
    for (let n = 0; n < 30 && (await storedTree(page)).length > 0; n++) {
      const steps = journalEntries(profile).length
      await page.keyboard.press('Control+z')
      await expect.poll(() => journalEntries(profile).length).toBe(steps + 1)
    }
    expect(await projectData(page)).toEqual({ annotations: [], codes: [], memos: [] })
    await expect.poll(() => shownTree(page)).toEqual([])
    expect(bench.errors).toEqual([])
  })
})
