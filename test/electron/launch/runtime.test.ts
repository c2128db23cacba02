import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkIntegrity } from '../../../electron/launch/carrier-download.mjs'
import { installed, overridden } from '../../../electron/launch/runtime.mjs'
import { cachedRuntime, cacheFolder, placeOf } from '../../../electron/launch/runtime-package.mjs'
import { unzip } from '../../../electron/launch/unzip.mjs'
import { folderWith } from './temporary'

const onLinux = describe.runIf(process.platform === 'linux')

onLinux('ELECTRON_OVERRIDE_DIST_PATH', () => {
  const electron = () => {
    const folder = folderWith({ electron: '#!/bin/sh\n' })
    chmodSync(join(folder, 'electron'), 0o755)
    return folder
  }

  it('is taken, from where the command was typed too', async () => {
    const folder = electron()
    expect(await overridden({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toMatchObject({ folder })
    const typed = { INIT_CWD: join(folder, '..'), ELECTRON_OVERRIDE_DIST_PATH: relative(join(folder, '..'), folder) }
    expect(await overridden(typed)).toMatchObject({ folder })
  })

  it('is nothing when it is empty', async () => {
    expect(await overridden({})).toBeNull()
    expect(await overridden({ ELECTRON_OVERRIDE_DIST_PATH: '' })).toBeNull()
  })

  it('is refused in one line when no Electron is there, or none that can be run', async () => {
    const folder = electron()
    chmodSync(join(folder, 'electron'), 0o644)
    for (const named of [folder, join(folder, 'electron'), join(folder, 'nowhere')])
      await expect(overridden({ ELECTRON_OVERRIDE_DIST_PATH: named })).rejects.toThrow(
        `ELECTRON_OVERRIDE_DIST_PATH names ${named}, but there is no electron in it that can be run`,
      )
  })

  it('leaves an installation alone that broke off', async () => {
    expect(await installed(folderWith({ 'dist/electron': '' }))).toBeNull()
    expect(await installed(folderWith({ 'dist/electron': '', 'path.txt': 'electron' }))).not.toBeNull()
  })
})

describe('the cache', () => {
  it('is the folder that is named, or the user’s', () => {
    expect(cacheFolder({ DUIBIAO_CACHE: '/c' }, '/u')).toMatch(/^\/c\/electron-[\d.]+-linux-x64-\d+$/)
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, '/u')).toMatch(/^\/x\/duibiao\/electron-/)
    expect(cacheFolder({ DUIBIAO_CACHE: '', XDG_CACHE_HOME: '' }, '/u')).toMatch(/^\/u\/\.cache\/duibiao\/electron-/)
  })

  it('holds a runtime only when the executable is there', async () => {
    expect(await cachedRuntime(folderWith({ version: '1' }))).toBeNull()
    const folder = folderWith({ electron: '' })
    expect(await cachedRuntime(folder)).toBe(folder)
  })
})

describe('the package that carries an Electron', () => {
  it('is refused when one byte is other', async () => {
    const folder = folderWith({ good: 'electron', bad: 'electroN' })
    const integrity = `sha512-${createHash('sha512').update('electron').digest('base64')}`
    await expect(checkIntegrity(join(folder, 'good'), integrity)).resolves.toBeUndefined()
    await expect(checkIntegrity(join(folder, 'bad'), integrity)).rejects.toThrow('nothing was unpacked')
  })

  it('gives all but its own application and start snapshot', () => {
    expect(placeOf('Cypress/Cypress')).toBe('Cypress')
    expect(placeOf('Cypress/locales/zh-CN.pak')).toBe('locales/zh-CN.pak')
    expect(placeOf('Cypress/resources/app/package.json')).toBeNull()
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeNull()
  })
})

describe('unpacking', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const UNIX = 3
  const mode = (value: number) => ({ os: UNIX, attrs: value * 0x10000 })

  it('keeps modes and links, leaves out what has no place, and tells how far it is', async () => {
    const archive = zipSync({
      'top/run': [bytes('program'), mode(0o100755)],
      'top/deep/data': [bytes('data'), mode(0o100644)],
      'top/link': [bytes('deep/data'), mode(0o120777)],
      'top/left': [bytes('x'), mode(0o100644)],
    })
    const folder = folderWith({ 'a.zip': archive, 'out/.keep': '' })
    const out = join(folder, 'out')
    const shares: number[] = []
    const place = (name: string) => (name === 'top/left' ? null : name.slice('top/'.length))
    await unzip(join(folder, 'a.zip'), out, place, (share: number) => shares.push(share))
    expect(readFileSync(join(out, 'deep', 'data'), 'utf8')).toBe('data')
    expect(lstatSync(join(out, 'run')).mode & 0o111).toBe(0o111)
    expect(readlinkSync(join(out, 'link'))).toBe('deep/data')
    expect(() => lstatSync(join(out, 'left'))).toThrow('ENOENT')
    expect(shares).toEqual([0.25, 0.5, 0.75, 1])
  })

  it('writes nothing outside its folder', async () => {
    const folder = folderWith({ 'a.zip': zipSync({ 'top/x': bytes('x') }), 'out/.keep': '' })
    const escaped = unzip(
      join(folder, 'a.zip'),
      join(folder, 'out'),
      () => '../x',
      () => undefined,
    )
    await expect(escaped).rejects.toThrow('a path outside its folder')
    expect(() => lstatSync(join(folder, 'x'))).toThrow('ENOENT')
  })
})
