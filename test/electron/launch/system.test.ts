import { chmodSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { electronEnvironment, electronSwitches, hasDisplay } from '../../../electron/launch/display.mjs'
import { missingLibraries, onPath, typeThis } from '../../../electron/launch/libraries.mjs'
import { checkNode, isProgram } from '../../../electron/launch/project.mjs'
import { folderWith } from './temporary'

const FILES = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libXss.so.1']
const ldconfig = (files: readonly string[], mark = 'libc6,x86-64') =>
  ['400 libs found in cache', ...files.map((file) => `\t${file} (${mark}) => /lib/${file}`)].join('\n')

describe('libraries', () => {
  it('are known by their files', () => {
    expect(missingLibraries(ldconfig(FILES), 'x64')).toEqual([])
    expect(missingLibraries(ldconfig(FILES.slice(2)), 'x64')).toEqual([['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']])
  })

  it('of another processor, or with a longer name, do not count', () => {
    expect(missingLibraries(ldconfig(FILES, 'libc6'), 'x64')).toHaveLength(FILES.length)
    expect(missingLibraries(ldconfig(FILES, 'libc6,AArch64'), 'arm64')).toEqual([])
    const longer = FILES.map((file) => `x${file}`)
    expect(missingLibraries(ldconfig(longer), 'x64')).toHaveLength(FILES.length)
  })

  it('that are missing are named with the command to type', () => {
    expect(typeThis('libnss3 xvfb', { root: false, debian: true })).toBe(
      'system packages are missing; type: sudo apt-get update && sudo apt-get install -y libnss3 xvfb',
    )
    expect(typeThis('libnss3', { root: true, debian: false })).not.toContain('apt-get')
  })

  it.runIf(process.platform !== 'win32')('programs are found on the path when they can be run', async () => {
    const folder = folderWith({ 'a/chromium': '', 'b/chromium': '' })
    const path = [join(folder, 'a'), join(folder, 'b')].join(delimiter)
    expect(await onPath('chromium', path)).toBeNull()
    chmodSync(join(folder, 'b', 'chromium'), 0o755)
    expect(await onPath('chromium', path)).toBe(join(folder, 'b', 'chromium'))
  })
})

describe('a display', () => {
  it('is told by the environment on Linux, and is there elsewhere', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })

  it('takes the sandbox from nobody but root', () => {
    const env = { DISPLAY: ':0' }
    expect(electronSwitches({ virtual: false }, { env, platform: 'linux', uid: 1000 })).toEqual([])
    expect(electronSwitches({ virtual: true }, { env, platform: 'linux', uid: 0 })).toEqual([
      '--no-sandbox',
      '--disable-gpu',
    ])
    expect(electronSwitches({ virtual: false }, { env, platform: 'darwin', uid: 0 })).toEqual([])
  })

  it('of Wayland alone is asked for by name', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0' }
    expect(electronSwitches({ virtual: false }, { env, platform: 'linux', uid: 1 })).toEqual([
      '--ozone-platform=wayland',
    ])
  })

  it('starts no plain Node from a terminal inside an editor', () => {
    expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', LANG: 'zh_CN.utf8' }, 'linux')).toEqual({
      LANG: 'zh_CN.utf8',
    })
  })

  it('has names of files in UTF-8, whatever the locale', () => {
    expect(electronEnvironment({}, 'linux')).toEqual({ LC_CTYPE: 'C.UTF-8' })
    expect(electronEnvironment({ LANG: 'C' }, 'linux')).toEqual({ LANG: 'C', LC_CTYPE: 'C.UTF-8' })
    expect(electronEnvironment({ LC_ALL: 'POSIX' }, 'linux')).toEqual({ LC_ALL: 'C.UTF-8' })
    expect(electronEnvironment({}, 'darwin')).toEqual({})
  })
})

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0', '30.0.0'])('%s is new enough', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })

  it.each(['16.20.0', '18.20.8', '20.18.3', '21.7.0', '22.11.0'])('%s is told in one line', (version) => {
    expect(() => checkNode(version)).toThrow(
      `Node 20.19, 22.12 or newer is needed, this is ${version}: install it from https://nodejs.org`,
    )
  })
})

it.runIf(process.platform !== 'win32')('a program knows itself through links', () => {
  const folder = folderWith({ 'real/build.mjs': '' })
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  const url = pathToFileURL(join(folder, 'real', 'build.mjs')).href
  expect(isProgram(url, join(folder, 'link', 'build.mjs'))).toBe(true)
  expect(isProgram(url, join(folder, 'link'))).toBe(false)
  expect(isProgram(url, 'a word')).toBe(false)
})
