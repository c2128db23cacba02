import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { Settings } from '#shared/ipc/settings'
import { SettingsFile } from '../../../electron/files/settings'
import { temporaryFolder } from './entries'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

describe('SettingsFile', () => {
  it('starts with the defaults and keeps what is written', async () => {
    const file = new SettingsFile(folder)
    expect(await file.load()).toEqual(Settings.parse({}))
    await file.write({ ...file.value, author: '王', theme: 'dark' })
    expect(file.value.author).toBe('王')
    expect(await new SettingsFile(folder).load()).toEqual({ ...Settings.parse({}), author: '王', theme: 'dark' })
  })

  it('fills in settings that an older version did not have', async () => {
    await writeFile(join(folder, 'settings.json'), '{"language":"en"}')
    expect(await new SettingsFile(folder).load()).toEqual({ ...Settings.parse({}), language: 'en' })
  })

  it('sets a damaged file aside', async () => {
    await writeFile(join(folder, 'settings.json'), '{"language":')
    expect(await new SettingsFile(folder).load()).toEqual(Settings.parse({}))
    expect((await readdir(folder))[0]).toMatch(/^settings\.json\.damaged-\d+$/)
  })
})
