import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { codeSentence, goToReport, importByKeys, journalEntries } from './keys'
import { pictureOnFailure, saved } from './steps'

/** Two analysts code the same report, each in a profile of their own; one merges the other's package. */
describe('two authors', () => {
  const folder = newFolder({})
  const file = join(folder, '甲.duibiao')
  const profiles = [newProfile(), newProfile()] as const
  let bench: Workbench | undefined
  const at = (): Workbench => {
    if (!bench) throw new Error('no workbench was started')
    return bench
  }

  afterAll(async () => {
    await bench?.close()
    for (const profile of profiles) removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('code the same report, each for themselves', async () => {
    const size = { width: 1280, height: 800 }
    const first = await start({ profile: profiles[0], settings: { author: '甲' }, size })
    bench = first
    await importByKeys(first.page)
    await goToReport(first.page, '000_')
    await codeSentence(first.page, '经济运行')
    await codeSentence(first.page, '民生', 8)
    await saved(first.page)
    await saveInDialog(first.app, file)
    await first.page.keyboard.press('Control+Alt+j')
    await first.page.getByRole('button', { name: '保存课题包…' }).click()
    await expect.poll(() => existsSync(file)).toBe(true)
    await first.page
      .getByText(/已保存并核对/)
      .first()
      .waitFor()
    await first.close()
    bench = await start({ profile: profiles[1], settings: { author: '乙' }, size })
    const { page } = bench
    await importByKeys(page)
    await goToReport(page, '000_')
    await codeSentence(page, '经济运行')
    await saved(page)
  })

  it('become one project in one step', async () => {
    const { page, app } = at()
    await chooseInDialog(app, [file])
    await page.keyboard.press('Control+Alt+Shift+j')
    await page.getByRole('button', { name: '选择课题包…' }).click()
    await page.getByRole('region', { name: '合并概览' }).waitFor()
    expect(await page.getByRole('region', { name: '合并概览' }).innerText()).toContain('对方作者：甲')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText(/已合并“/).waitFor()
    await saved(page)
    const last = journalEntries(profiles[1]).at(-1)
    expect(last).toMatchObject({ author: '乙', operation: { key: 'merge.step' } })
  })

  it('are compared by code, with what they do not agree on', async () => {
    const { page } = at()
    await page.keyboard.press('Control+Alt+Shift+a')
    await page.getByRole('button', { name: '计算' }).click()
    const table = page.getByRole('region', { name: '各编码的一致性' }).getByRole('row')
    await table.nth(1).waitFor()
    const rows = await table.allInnerTexts()
    expect(rows.some((row) => /经济运行\s+100\.0%\s+1\.000\s+1\.000/.test(row))).toBe(true)
    const disputes = page.getByRole('listbox', { name: '分歧' }).getByRole('option')
    expect(await disputes.count()).toBe(1)
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('d')
    await expect.poll(() => disputes.count()).toBe(0)
    await saved(page)
  })

  it('are as before when it is undone', async () => {
    const { page } = at()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await saved(page)
    const entries = journalEntries(profiles[1])
    const merge = entries.find(({ operation }) => operation.key === 'merge.step')
    expect(entries.at(-1)?.undoes).toBe(merge?.sequence)
    expect(at().errors).toEqual([])
  })
})
