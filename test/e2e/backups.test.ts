import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Channel } from '#shared/ipc/channels'
import type { Input, Output } from '#shared/ipc/contract'
import { chooseInDialog, newFolder, newProfile, removeProfile, saveInDialog, start, type Workbench } from './driver'
import { importSample, libraryRow, pictureOnFailure } from './steps'

/** Asks main as the page does. */
async function ask<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await page.evaluate(([name, payload]) => window.duibiao?.invoke(name, payload), [channel, input] as [
    Channel,
    unknown,
  ])
  const result = answer as { ok: true; value: Output<C> } | { ok: false; error: unknown }
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The window is there again, with all five reports of the sample. */
async function showsSample(page: Page): Promise<void> {
  for (const name of ['000_', '004_']) await libraryRow(page, name).waitFor({ timeout: 60_000 })
}

/** Does what makes another project current, and waits until the window was loaded again. */
async function switching(page: Page, work: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load')
  await work()
  await loaded
  await page.getByRole('main').getByRole('tab').first().waitFor()
}

describe('packages and backups of the app', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    profile = newProfile()
    folder = newFolder({})
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
    await importSample(bench.page)
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('save a package and open it as a project of its own', async () => {
    const { page, app } = bench
    await saveInDialog(app, join(folder, '示例.duibiao'))
    const begun = await ask(page, 'package:begin', { name: '示例' })
    expect(await ask(page, 'package:finish', { token: begun?.token ?? '', last: null, partial: false })).toMatchObject({
      saved: '示例.duibiao',
      missing: [],
    })
    await chooseInDialog(app, [join(folder, '示例.duibiao')])
    const opened = await ask(page, 'package:open', null)
    expect(opened).toMatchObject({ here: true, manifest: { counts: { sources: 5 } } })
    const token = opened?.token ?? ''
    await switching(page, () => ask(page, 'package:adopt', { token, name: '同事的' }))
    await showsSample(page)
    expect((await ask(page, 'project:list', null)).projects.map(({ name }) => name)).toContain('同事的')
    expect(readdirSync(folder)).toEqual(['示例.duibiao'])
  })

  it('bring the work back after the whole profile is gone', async () => {
    const { page, app } = bench
    const backups = join(folder, '备份')
    mkdirSync(backups)
    await chooseInDialog(app, [backups])
    await ask(page, 'backup:choose', { offered: false })
    const { last, failed } = await ask(page, 'backup:now', null)
    expect(failed).toBeNull()
    expect(last).toMatchObject({ verified: true, missing: [] })
    await bench.close()
    removeProfile(profile)
    profile = newProfile()
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
    await chooseInDialog(bench.app, [backups])
    await ask(bench.page, 'backup:choose', { offered: false })
    const [newest] = await ask(bench.page, 'backup:list', null)
    expect(newest).toMatchObject({ project: { name: '同事的' }, counts: { sources: 5 }, whole: true })
    const file = newest?.file ?? ''
    await switching(bench.page, () => ask(bench.page, 'backup:restore', { file }))
    await showsSample(bench.page)
    expect(bench.errors).toEqual([])
  })

  it('find the project that was open after a kill, and leave nothing half-done', async () => {
    const { current } = await ask(bench.page, 'project:list', null)
    await bench.kill()
    bench = await start({ profile, size: { width: 1280, height: 800 } })
    await showsSample(bench.page)
    expect((await ask(bench.page, 'project:list', null)).current).toBe(current)
    expect(await ask(bench.page, 'project:check', null)).toEqual({ missing: [], damaged: [], extra: [] })
    expect(readdirSync(profile)).not.toContain('staging')
    expect(readdirSync(join(folder, '备份')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
