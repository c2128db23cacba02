import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { pathOf, served } from '../../../electron/main/app-files'

let base: string
let root: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'duibiao-test-'))
  root = join(base, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(base, 'secret.js'), 'secret')
  await mkdir(join(base, 'renderer-other'))
  await writeFile(join(base, 'renderer-other', 'secret.js'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'index-1.js'), 'run()')
  await writeFile(join(root, 'assets', 'notes.txt'), 'not part of a build')
  await symlink(join(base, 'secret.js'), join(root, 'link.js'))
  await symlink(base, join(root, 'up'))
})

const get = (url: string, method = 'GET') =>
  served({ url, method } as Request, root, { 'Content-Security-Policy': 'x' })

describe('served', () => {
  it.each([
    ['app://duibiao/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://duibiao/index.html?x=1#y', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://duibiao/assets/index-1.js', 'text/javascript; charset=utf-8', 'run()'],
  ])('serves %s', async (url, type, body) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-security-policy')).toBe('x')
    expect(await response.text()).toBe(body)
  })

  it.each([
    'app://duibiao/../secret.js',
    'app://duibiao/%2e%2e/secret.js',
    'app://duibiao/..%2fsecret.js',
    'app://duibiao/assets/..%2f..%2fsecret.js',
    'app://duibiao/..%5csecret.js',
    'app://duibiao/%2e%2e%2frenderer-other/secret.js',
    'app://duibiao/link.js',
    'app://duibiao/up/secret.js',
    'app://duibiao//etc/passwd.js',
    'app://duibiao/index.html%00.js',
    'app://duibiao/%ff.js',
    'app://duibiao/assets',
    'app://duibiao/assets/',
    'app://duibiao/assets/notes.txt',
    'app://duibiao/gone.js',
    'app://duibiao/index.html/inside.js',
    'app://other/index.html',
    'file:///index.html',
  ])('refuses %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('refuses to be written to', async () => {
    expect((await get('app://duibiao/index.html', 'POST')).status).toBe(405)
  })

  it('answers HEAD without a body', async () => {
    const response = await get('app://duibiao/index.html', 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('pathOf', () => {
  it('never leads out of the folder, whatever the address is', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2E.', '/', '//', '%2f', '%5c', '\\', 'a', 'C:', '%00', '~', '')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = pathOf(`app://duibiao/${parts.join('')}`, '/srv/renderer')
        expect(path === null || path.startsWith(`${sep}srv${sep}renderer${sep}`)).toBe(true)
      }),
    )
  })
})
