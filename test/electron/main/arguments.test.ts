import { describe, expect, it } from 'vitest'
import { commandOf, filesOf, packPaths, unpackPaths } from '../../../electron/main/arguments'

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

describe('commandOf', () => {
  it.each([
    ['a start of the workbench', ['/opt/duibiao', 'a.txt'], null, null],
    [
      'a command',
      ['/opt/duibiao', '--cli', 'extract', '--jobs', '2', 'a.txt'],
      null,
      ['extract', '--jobs', '2', 'a.txt'],
    ],
    ['a command that asks for nothing', ['/opt/duibiao', '--cli'], null, []],
    ["Chromium's switches before it", ['/opt/duibiao', '--no-sandbox', '--cli', 'text', 'a'], null, ['text', 'a']],
    ['unpackaged: behind the app folder', ['electron', '/app', '--cli', 'text', 'a'], '/app', ['text', 'a']],
    ['unpackaged: another folder', ['electron', '/files', '--cli'], '/app', null],
    ['a file before it', ['/opt/duibiao', 'a.txt', '--cli'], null, null],
    ['a file of that name', ['/opt/duibiao', '--', '--cli'], null, null],
  ])('%s', (_name, argv, appFolder, words) => {
    expect(commandOf(argv, appFolder)).toEqual(words)
  })
})

describe('packPaths', () => {
  it('makes ASCII of any path and gives it back', () => {
    const paths = ['/报告/第二次 𠮷.txt', '/a b.txt', '', 'C:\\\ud800.txt']
    expect(packPaths(paths).join('')).toMatch(/^[A-Za-z0-9+/=]*$/)
    expect(unpackPaths(packPaths(paths))).toEqual(paths)
  })
})
