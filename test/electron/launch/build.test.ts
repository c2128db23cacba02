import { renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fingerprint } from '../../../electron/launch/build.mjs'
import { folderWith } from './temporary'

const PAST = new Date('2026-01-01T00:00:00Z')
const INPUTS = ['src', 'package.json']

function project(): string {
  const root = folderWith({ 'src/a.ts': 'a', 'src/deep/b.ts': 'b', 'package.json': '{}', 'notes.md': 'x' })
  for (const name of ['src/a.ts', 'src/deep/b.ts', 'package.json']) utimesSync(join(root, name), PAST, PAST)
  return root
}

it('is the same for the same files, wherever the project lies', async () => {
  expect(await fingerprint(project(), INPUTS)).toBe(await fingerprint(project(), INPUTS))
})

it.each([
  ['an edit of the same length', (root: string) => writeFileSync(join(root, 'src/a.ts'), 'z')],
  ['a new file', (root: string) => writeFileSync(join(root, 'src/deep/c.ts'), 'c')],
  ['another name', (root: string) => renameSync(join(root, 'src/a.ts'), join(root, 'src/c.ts'))],
  ['a change of a single named file', (root: string) => writeFileSync(join(root, 'package.json'), '{"a":1}')],
])('is another one after %s', async (_, change) => {
  const root = project()
  const before = await fingerprint(root, INPUTS)
  change(root)
  expect(await fingerprint(root, INPUTS)).not.toBe(before)
})

it('does not look at what is not built', async () => {
  const root = project()
  const before = await fingerprint(root, INPUTS)
  writeFileSync(join(root, 'notes.md'), 'y')
  expect(await fingerprint(root, INPUTS)).toBe(before)
})
