import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PackageReader } from '../../electron/files/package/reader'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { openWindow } from './keys'
import { mountSmallDisk } from './small-disk'
import { importSample, pictureOnFailure } from './steps'

const small = mountSmallDisk()

const notices = (page: Page) => page.getByRole('region', { name: '通知' })

/** What a package holds, checked as one that comes from elsewhere. */
async function manifestOf(path: string): Promise<PackageReader['manifest']> {
  const reader = await PackageReader.open(path)
  try {
    await reader.verify()
    return reader.manifest
  } finally {
    await reader.close()
  }
}

/** Texts that are read in a moment, each with a report in it. */
const reports = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `报告${n}.txt`,
      `西工区政府工作报告（${1900 + n}年）\n各位代表：\n地区生产总值增长${n + 1}%。\n${`第${n}项工作稳步推进。\n`.repeat(400)}`,
    ]),
  )

/** What main says of the import under way; null for none. */
const importedFiles = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const answer = await window.duibiao?.invoke('import:status', null)
    return (answer as { value: { done: number } | null }).value?.done ?? null
  })

/*
 * Saving a package ends with a package that is whole, or says what happened, to which file, and what to do now; and it
 * leaves nothing half-done. A backup beside it is in giving-up.test.ts, a full profile in full-disk.test.ts.
 */
describe('a package that is saved', () => {
  const profile = newProfile()
  const folder = newFolder({})
  const files = newFolder(reports(100))
  let bench: Workbench

  /** Saves one by key. @returns what the window says of it */
  async function save(page: Page, path: string, name: string): Promise<string> {
    await saveInDialog(bench.app, path)
    await page.keyboard.press('Control+Alt+Shift+W')
    const told = notices(page).getByText(name)
    await told.waitFor({ timeout: 60_000 })
    const said = await told.innerText()
    await page.getByRole('dialog').filter({ hasText: '正在保存课题包' }).waitFor({ state: 'hidden' })
    await notices(page)
      .getByRole('listitem')
      .filter({ hasText: name })
      .getByRole('button', { name: '关闭通知' })
      .click()
    await told.waitFor({ state: 'hidden' })
    return said
  }

  beforeAll(async () => {
    bench = await start({ profile, settings: { author: '测试员' }, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    for (const one of [profile, folder, files]) removeProfile(one)
    small?.remove()
  })
  pictureOnFailure(() => bench)

  it('while files are imported is whole, or says so and is whole once they are in', async () => {
    const { app, page } = bench
    const path = join(folder, '导入时.duibiao')
    await chooseInDialog(app, [files])
    await page.evaluate(() => window.duibiao?.invoke('import:choose', { what: 'folder' }))
    await expect.poll(() => importedFiles(page), { interval: 5 }).toBeGreaterThan(5)
    const said = await save(page, path, '导入时.duibiao')
    if (existsSync(path)) {
      expect(said).toBe('已保存并核对 导入时.duibiao。')
      await manifestOf(path)
    } else {
      expect(said).toBe('保存期间课题又有改动（例如仍在导入），导入时.duibiao 没有写成。请等导入结束后再保存一次。')
      expect(readdirSync(folder)).toEqual([])
    }
    await expect.poll(() => importedFiles(page), { timeout: 60_000 }).toBeNull()
    expect(await save(page, path, '导入时.duibiao')).toBe('已保存并核对 导入时.duibiao。')
    expect((await manifestOf(path)).counts.sources).toBe(105)
    expect(readdirSync(folder)).toEqual(['导入时.duibiao'])
  })

  it('from two windows in the same place at the same time is whole', async () => {
    const { app, page } = bench
    const other = await openWindow(app, page)
    const path = join(folder, '两窗.duibiao')
    await saveInDialog(app, path)
    for (const window of [page, other]) await window.keyboard.press('Control+Alt+Shift+W')
    for (const window of [page, other])
      await notices(window).getByText('已保存并核对 两窗.duibiao').waitFor({ timeout: 60_000 })
    expect((await manifestOf(path)).counts.sources).toBe(105)
    expect(readdirSync(folder).toSorted()).toEqual(['两窗.duibiao', '导入时.duibiao'].toSorted())
    await other.close()
    await notices(page).getByText('两窗.duibiao').waitFor({ state: 'hidden' })
  })

  it('is not given up where its window opens a frame, as over a database that answers no more', async () => {
    const { app, page } = bench
    const path = join(folder, '框.duibiao')
    await saveInDialog(app, path)
    const told = await page.evaluate(async () => {
      const ask = async (name: 'package:begin' | 'package:finish', payload: unknown) =>
        Object(await window.duibiao?.invoke(name, payload)).value
      const { token } = await ask('package:begin', { name: '框' })
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const heard = new Promise((done) => window.duibiao?.on('package:progress', done))
      const saved = await ask('package:finish', { token, last: null, partial: false })
      return { saved: saved?.saved, token, heard: await heard }
    })
    expect(told).toMatchObject({ saved: '框.duibiao', heard: { token: told.token } })
    rmSync(path)
  })

  it('in a folder that is gone says so', async () => {
    expect(await save(bench.page, join(folder, '没有', '一.duibiao'), '一.duibiao')).toBe(
      '“一.duibiao”未能保存：文件夹已不存在。能另选位置的，请换个文件夹。',
    )
  })

  it.runIf(small)('on a disk that is read-only says so', async () => {
    small?.setReadOnly(true)
    expect(await save(bench.page, join(small?.path ?? '', '二.duibiao'), '二.duibiao')).toBe(
      '“二.duibiao”未能保存：磁盘是只读的。能另选位置的，请存到别处。',
    )
    small?.setReadOnly(false)
  })

  it.runIf(small).each([0, 40_000])('on a full disk with %i bytes left says so, and leaves nothing', async (left) => {
    const name = `${left}.duibiao`
    const path = join(small?.path ?? '', name)
    small?.fill(left)
    expect(await save(bench.page, path, name)).toBe(
      `“${name}”未能保存：磁盘已满。请腾出空间再试；能另选位置的，也可以存到别处。`,
    )
    expect(readdirSync(small?.path ?? '')).toEqual(['room'])
    small?.clear()
    expect(await save(bench.page, path, name)).toBe(`已保存并核对 ${name}。`)
    rmSync(path)
    expect(bench.errors).toEqual([])
  })
})
