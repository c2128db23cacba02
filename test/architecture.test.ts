import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles, trackedFiles, violations } from './architecture/imports'
import { EMPTY_NAMES, TOP_LEVEL } from './architecture/rules'

const LINES = 400

describe('the import table', () => {
  it('is kept by every file', () => {
    const files = sourceFiles()
    expect(files.length).toBeGreaterThan(50)
    expect(violations(files)).toEqual([])
  })

  it.each([
    ['shared/model/report.ts', "import { app } from 'electron'", 'imports the package electron'],
    ['shared/model/report.ts', "import { span } from '../text/anchor'", 'imports shared/text/anchor'],
    ['shared/text/anchor.ts', "export { x } from '#shared/statements/extract'", 'imports shared/statements/extract'],
    ['shared/ipc/channels.ts', "import { z } from 'zod'", 'imports the package zod'],
    ['electron/main/index.ts', "import { Db } from '../../renderer/storage'", 'imports renderer/storage'],
    ['electron/files/journal.ts', "import { read } from '#shared/formats/read'", 'imports shared/formats/read'],
    ['renderer/app/layout.tsx', "import { app } from '../../electron/main/window'", 'imports electron/main/window'],
    ['renderer/features/reader/view.tsx', "import Dexie from 'dexie'", 'imports the package dexie'],
    [
      'renderer/features/reader/view.tsx',
      "import { list } from '../library/list'",
      'not the door of the feature library',
    ],
    ['renderer/features/reader/view.tsx', "import { Shell } from '../../app/shell'", 'imports renderer/app/shell'],
    ['renderer/storage/write.ts', "import { Chart } from '../charts/chart'", 'imports renderer/charts/chart'],
    ['renderer/charts/bar.ts', "const x = await import('../storage')", 'imports renderer/storage'],
    ['renderer/stray.ts', "import 'react'", 'is in no zone'],
  ])('refuses in %s: %s', (path, text, why) => {
    expect(violations([{ path, text }]).join('\n')).toContain(why)
  })

  it('lets features enter each other by the door', () => {
    const text = "import { feature } from '../library'\nimport { other } from '../library/index'"
    expect(violations([{ path: 'renderer/features/reader/view.tsx', text }])).toEqual([])
  })

  it('sees every form of import', () => {
    const text = [
      "import a from 'a'",
      "import type { B } from './b'",
      "import {\n  c,\n} from 'c'",
      "export * from 'd'",
      "const e = await import('e')",
      "new Worker(new URL('./f.ts', import.meta.url))",
      "// import g from 'g'",
      "import 'h'",
    ].join('\n')
    expect(importsOf(text).sort()).toEqual(['./b', './f.ts', 'a', 'c', 'd', 'e', 'h'])
  })
})

describe('the house', () => {
  const code = trackedFiles().filter((path) => /\.(ts|tsx|mjs)$/.test(path))

  it(`has no file over ${LINES} lines`, () => {
    const long = code.filter((path) => readFileSync(path, 'utf8').split('\n').length > LINES + 1)
    expect(long).toEqual([])
  })

  it('has no name that says nothing', () => {
    expect(code.filter((path) => EMPTY_NAMES.test(path))).toEqual([])
    expect(EMPTY_NAMES.test('shared/text/utils.ts')).toBe(true)
    expect(EMPTY_NAMES.test('renderer/helpers/x.ts')).toBe(true)
  })

  it('has nothing else at the top', () => {
    const top = new Set(trackedFiles().map((path) => path.split('/')[0] ?? ''))
    expect([...top].filter((name) => !TOP_LEVEL.test(name))).toEqual([])
  })

  it('talks to main only through the bridge', () => {
    const users = sourceFiles().filter((file) => file.path.startsWith('renderer/') && /window\.duibiao/.test(file.text))
    expect(users.map((file) => file.path).filter((path) => !path.startsWith('renderer/bridge/'))).toEqual([])
  })

  it('names no machine and no registry', () => {
    const machine = /(^|[^.\w-])\/(work|root|home)\/[A-Za-z]|https?:\/\/(registry|deb)\./m
    const named = trackedFiles().filter((path) => /\.(ts|tsx|mjs|json|md|yml|css|html|sh)$/.test(path))
    expect(named.filter((path) => machine.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})
