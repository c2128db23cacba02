import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from './axe'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { writeLargePackage } from './large-package'
import { pictureOnFailure, saved } from './steps'

const dialog = (page: Page, title: string): Locator =>
  page.getByRole('dialog').filter({ hasText: title, visible: true })
const troubles = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: '通知' }).getByRole('alert').allInnerTexts()
const projects = (page: Page): Locator => page.getByRole('table').filter({ hasText: '上次打开' }).locator('tbody tr')

/** Opens the package up to the question what is to become of it. */
async function openPackage(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Alt+Shift+O')
  const adopt = page.getByRole('button', { name: '作为新课题打开' })
  await adopt.waitFor({ timeout: 120_000 })
  return adopt
}

describe('what takes long can be given up, and leaves nothing half-done', () => {
  const profile = newProfile()
  const folder = newFolder({})
  const large = join(folder, '大课题.duibiao')
  let bench: Workbench

  const staged = (): string[] => (existsSync(join(profile, 'staging')) ? readdirSync(join(profile, 'staging')) : [])

  beforeAll(async () => {
    await writeLargePackage(large)
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
    await chooseInDialog(bench.app, [large])
  }, 300_000)
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('the check of a package', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+Shift+O')
    const checking = dialog(page, '正在检查课题包')
    await checking.getByRole('button', { name: '取消' }).waitFor()
    expect(await findings(page)).toEqual([])
    await checking.getByRole('button', { name: '取消' }).click()
    await checking.waitFor({ state: 'hidden' })
    expect(await page.getByRole('button', { name: '作为新课题打开' }).count()).toBe(0)
    expect(await troubles(page)).toEqual([])
  })

  it('the check of a package that is to be merged', async () => {
    const { page } = bench
    await page.keyboard.press('Control+Alt+Shift+J')
    await page.getByRole('button', { name: '选择课题包…' }).click()
    await page.getByText('正在检查课题包').waitFor()
    await page.getByRole('button', { name: '取消', exact: true }).click()
    await page.getByRole('button', { name: '选择课题包…' }).waitFor()
    expect(await troubles(page)).toEqual([])
  })

  it('the opening of a package as a project', async () => {
    const { page } = bench
    await (await openPackage(page)).click()
    const opening = dialog(page, '正在打开课题包')
    await opening.getByRole('button', { name: '取消' }).click()
    await opening.waitFor({ state: 'hidden' })
    expect(staged()).toEqual([])
    await page.keyboard.press('Control+Alt+J')
    await expect.poll(() => projects(page).count()).toBe(1)
    expect(await troubles(page)).toEqual([])
  })

  it.each(['正在写入原始文件', '正在读回核对'])('the saving of a package, by key: %s', async (step) => {
    const { page } = bench
    if ((await projects(page).count()) === 1) {
      const adopt = await openPackage(page)
      const loaded = page.waitForEvent('load', { timeout: 120_000 })
      await adopt.click()
      await loaded
      await page.getByRole('main').getByRole('tab').first().waitFor()
      await saved(page)
      await page.keyboard.press('Control+Alt+J')
      await expect.poll(() => projects(page).count()).toBe(2)
    }
    await saveInDialog(bench.app, join(folder, '另存.duibiao'))
    await page.keyboard.press('Control+Alt+Shift+W')
    const saving = dialog(page, '正在保存课题包')
    await saving.getByText(step).waitFor({ timeout: 60_000 })
    await page.keyboard.press('Enter')
    await saving.waitFor({ state: 'hidden' })
    await expect.poll(() => readdirSync(folder)).toEqual(['大课题.duibiao'])
    await expect.poll(() => JSON.parse(readFileSync(join(profile, 'unfinished.json'), 'utf8'))).toEqual([])
    expect(await troubles(page)).toEqual([])
  })

  it('a backup', async () => {
    const { page } = bench
    const backups = join(folder, '备份')
    mkdirSync(backups)
    renameSync(large, join(backups, '大课题 2026-01-01 000000.duibiao'))
    await chooseInDialog(bench.app, [backups])
    // The first backup follows by itself.
    await page.getByRole('button', { name: '选择文件夹…' }).click()
    await page.getByRole('button', { name: '取消这次备份' }).click()
    await page.getByText('这个课题还没有备份').waitFor()
    expect(readdirSync(backups)).toEqual(['大课题 2026-01-01 000000.duibiao'])
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect.poll(() => readdirSync(backups).some((name) => name.endsWith('.tmp'))).toBe(true)
    await page.getByRole('button', { name: '取消这次备份' }).click()
    await page.getByText('这个课题还没有备份').waitFor()
    expect(readdirSync(backups)).toEqual(['大课题 2026-01-01 000000.duibiao'])
    expect(await troubles(page)).toEqual([])
  })

  it('but not what is asked for beside it: a package that is saved while a backup is written', async () => {
    const { page } = bench
    await saveInDialog(bench.app, join(folder, '同时.duibiao'))
    await page.getByRole('button', { name: '立即备份' }).click()
    await page.getByRole('button', { name: '取消这次备份' }).waitFor()
    await page.keyboard.press('Control+Alt+Shift+W')
    await page.getByRole('region', { name: '通知' }).getByText('已保存并核对 同时.duibiao').waitFor({ timeout: 90_000 })
    await page.getByRole('button', { name: '立即备份' }).waitFor({ timeout: 90_000 })
    await page.getByText('这个课题还没有备份').waitFor({ state: 'detached' })
    expect(readdirSync(folder).toSorted()).toEqual(['同时.duibiao', '备份'].toSorted())
    expect(readdirSync(join(folder, '备份')).filter((name) => !name.endsWith('.duibiao'))).toEqual([])
    expect(await troubles(page)).toEqual([])
  })

  it('the restoring of a backup, while it is checked', async () => {
    const { page } = bench
    await page
      .getByRole('button', { name: /^恢复 大课题/ })
      .last()
      .click()
    const restoring = dialog(page, '恢复“大课题”的备份？')
    await restoring.getByRole('button', { name: '恢复' }).click()
    await restoring.getByText('正在读回核对').waitFor()
    expect(await findings(page)).toEqual([])
    await restoring.getByRole('button', { name: '取消' }).click()
    await restoring.waitFor({ state: 'hidden' })
    expect(staged()).toEqual([])
    expect(await projects(page).count()).toBe(2)
    expect(await troubles(page)).toEqual([])
    expect(bench.errors).toEqual([])
  })
})
