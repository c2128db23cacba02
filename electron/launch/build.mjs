import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { command } from './command.mjs'
import { at, ROOT } from './project.mjs'
import { Stop, say } from './say.mjs'

const STAMP = at('out', 'build-stamp')
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'seeds',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

async function* filesUnder(path) {
  const entry = await stat(path)
  if (!entry.isDirectory()) {
    yield [path, entry]
    return
  }
  for (const name of (await readdir(path)).sort()) yield* filesUnder(join(path, name))
}

/** A fingerprint of all that the bundle is made of, by name, size and time of change: reading it costs milliseconds. */
async function fingerprint() {
  const hash = createHash('sha256')
  for (const input of INPUTS)
    for await (const [path, entry] of filesUnder(at(input)))
      hash.update(`${path.slice(ROOT.length)} ${entry.size} ${entry.mtimeMs}\n`)
  return hash.digest('hex')
}

/** Builds the app unless the last build was made of the same files. */
export async function ensureBuild() {
  const wanted = await fingerprint()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built.trim() === wanted) return
  say('duibiao: building …')
  const { code, output } = await command(
    process.execPath,
    [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    { cwd: ROOT, capture: true },
  )
  if (code !== 0) throw new Stop(`the build failed:\n${output.trim()}`)
  await writeFile(STAMP, `${wanted}\n`)
}
