/** Builds the app. Run by itself (`npm run build`), it builds in any case. */
import { createHash } from 'node:crypto'
import { access, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { alone } from './lock.mjs'
import { at, checkNode, isProgram, ROOT } from './project.mjs'
import { run, Stop, say } from './say.mjs'

const STAMP = at('out', 'build-stamp')
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'seeds',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
]
const RESULTS = [
  'main/index.js',
  'main/worker.js',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/importer.html',
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
export async function fingerprint(root, inputs) {
  const hash = createHash('sha256')
  for (const input of inputs)
    for await (const [path, entry] of filesUnder(join(root, input)))
      hash.update(`${path.slice(root.length)}\0${entry.size}\0${entry.mtimeMs}\n`)
  return hash.digest('hex')
}

const isBuilt = async (wanted) => {
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  if (built.trim() !== wanted) return false
  return Promise.all(RESULTS.map((path) => access(at('out', path)))).then(
    () => true,
    () => false,
  )
}

/** What lies in `out/` is no longer a build to start from: something is about to write over it. */
export const forgetBuild = () => rm(STAMP, { force: true })

/**
 * Builds the app unless the last build was made of the same files.
 * @param {{ always?: boolean }} options
 */
export async function ensureBuild({ always = false } = {}) {
  if (!always && (await isBuilt(await fingerprint(ROOT, INPUTS)))) return
  await alone(at('out', 'building.lock'), 'building', async () => {
    // Taken before the build: what is edited while it runs is built by the next start.
    const wanted = await fingerprint(ROOT, INPUTS)
    if (!always && (await isBuilt(wanted))) return
    say('duibiao: building …')
    await forgetBuild()
    const { code, output } = await command(
      process.execPath,
      [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
      { cwd: ROOT, capture: true, env: { ...process.env, NODE_ENV: 'production' } },
    )
    if (code !== 0) throw new Stop('the build failed; the lines above say why', output)
    await writeFile(STAMP, `${wanted}\n`)
  })
}

if (isProgram(import.meta.url))
  await run(async () => {
    checkNode()
    await ensureDependencies()
    await ensureBuild({ always: true })
    say('duibiao: built into out/')
  })
