import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areInstalled, differenceOf, refuseLink } from '../../../electron/launch/dependencies.mjs'
import { folderWith } from './temporary'

const LINUX = { platform: 'linux', arch: 'x64' }
const LOCK = {
  packages: {
    '': { name: 'duibiao' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-linux': { version: '2.0.0', integrity: 'sha512-b', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/b-mac': { version: '2.0.0', integrity: 'sha512-c', optional: true, os: ['darwin'], cpu: ['arm64'] },
  },
}
const { 'node_modules/a': a, 'node_modules/b-linux': linux, 'node_modules/b-mac': mac } = LOCK.packages

describe('installed packages', () => {
  it('fit where only packages of other systems are left out', () => {
    expect(differenceOf(LOCK, { packages: { 'node_modules/a': a, 'node_modules/b-linux': linux } }, LINUX)).toBeNull()
  })

  it.each([
    ['a package is missing', { 'node_modules/b-linux': linux }, 'node_modules/a'],
    ['a package has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, 'node_modules/a'],
    ['a package has another content', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, 'node_modules/a'],
    ['one is too many', { 'node_modules/a': a, 'node_modules/z': a }, 'node_modules/z'],
    ['they are of another system', { 'node_modules/a': a, 'node_modules/b-mac': mac }, 'node_modules/b-mac'],
  ])('do not fit when %s', (_, packages, path) => {
    expect(differenceOf(LOCK, { packages }, LINUX)).toBe(path)
  })

  it('keep to what a package rules out', () => {
    const packages = { 'node_modules/a': { ...a, os: ['!win32'] } }
    const lock = { packages: { '': {}, ...packages } }
    expect(differenceOf(lock, { packages }, LINUX)).toBeNull()
    expect(differenceOf(lock, { packages }, { platform: 'win32', arch: 'x64' })).toBe('node_modules/a')
  })
})

describe('a checkout', () => {
  const record = JSON.stringify({ packages: { 'node_modules/a': a } })
  const checkout = () =>
    folderWith({
      'package-lock.json': JSON.stringify({ packages: { '': {}, 'node_modules/a': a } }),
      'node_modules/.package-lock.json': record,
      'node_modules/a/package.json': '{}',
    })

  it('needs no installation after one that ended well, whoever made it', async () => {
    expect(await areInstalled(checkout())).toBe(true)
  })

  it('needs one when it is fresh, when the last one broke off, and when the lockfile is another', async () => {
    const root = checkout()
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {} } }))
    expect(await areInstalled(root)).toBe(false)
    expect(await areInstalled(folderWith({ 'package-lock.json': '{"packages":{}}' }))).toBe(false)
    const broken = checkout()
    writeFileSync(join(broken, 'node_modules', '.package-lock.json'), record.slice(0, 20))
    expect(await areInstalled(broken)).toBe(false)
  })

  it('needs one when a package was removed by hand', async () => {
    const root = checkout()
    rmSync(join(root, 'node_modules', 'a'), { recursive: true })
    expect(await areInstalled(root)).toBe(false)
    mkdirSync(join(root, 'node_modules', 'a'))
    expect(await areInstalled(root)).toBe(false)
  })
})

it('are never installed through a link: that would empty the folder that it leads to', async () => {
  const folder = folderWith({
    'other/node_modules/a/package.json': '{}',
    'mine/package.json': '{}',
    'own/node_modules/x': '',
  })
  symlinkSync(join(folder, 'other/node_modules'), join(folder, 'mine/node_modules'), 'dir')
  await expect(refuseLink(join(folder, 'mine'))).rejects.toThrow('node_modules is a link')
  await expect(refuseLink(join(folder, 'own'))).resolves.toBeUndefined()
  await expect(refuseLink(join(folder, 'none'))).resolves.toBeUndefined()
})
