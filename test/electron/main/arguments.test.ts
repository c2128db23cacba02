import { describe, expect, it } from 'vitest'
import { filesOf, packPaths, unpackPaths } from '../../../electron/main/arguments'

describe('filesOf', () => {
  it.each([
    ['nothing', ['electron', '.'], '/app', []],
    ['files after the app', ['electron', '.', 'a.txt', '/b/c.txt'], '/app', ['/app/a.txt', '/b/c.txt']],
    ['flags anywhere', ['electron', '--no-sandbox', '.', '--lang=zh-CN', 'a.txt', '-x'], '/app', ['/app/a.txt']],
    ['the app folder as a file, the second time', ['electron', '.', '.'], '/app', ['/app']],
    ['packaged: no app folder', ['/opt/duibiao', 'a.txt'], null, ['/app/a.txt']],
    ['after --', ['electron', '.', '--', '-odd.txt'], '/app', ['/app/-odd.txt']],
    ['spaces and Chinese', ['electron', '/应 用', '报告 1.txt'], '/应 用', ['/app/报告 1.txt']],
  ])('%s', (_name, argv, appFolder, files) => {
    expect(filesOf(argv, '/app', appFolder)).toEqual(files)
  })
})

describe('packPaths', () => {
  it('makes ASCII of any path and gives it back', () => {
    const paths = ['/报告/第二次 𠮷.txt', '/a b.txt', '', 'C:\\\ud800.txt']
    expect(packPaths(paths).join('')).toMatch(/^[A-Za-z0-9+/=]*$/)
    expect(unpackPaths(packPaths(paths))).toEqual(paths)
  })
})
