/**
 * `npm run pack`: an unpacked application folder under `dist/`, made on the runtime at hand. While that is an older
 * Electron than package.json names, the folder says that it is not for release.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { run, Stop, say } from './say.mjs'

/** The one folder that was made: its name tells system and processor where they are not the usual ones. */
async function packedFolder() {
  const entries = await readdir(at('dist'), { withFileTypes: true })
  const made = entries.find((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  if (!made) throw new Stop('electron-builder has ended well and left no folder in dist/')
  return at('dist', made.name)
}

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  if (!runtime.version)
    throw new Stop(`${runtime.folder} does not tell its version (a file named "version"), so nothing is packed from it`)
  await ensureBuild()
  say(runtime.line)
  const target = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform]
  if (!target) throw new Stop(`no package is made on ${process.platform}`)
  await rm(at('dist'), { recursive: true, force: true })
  const { code, output } = await command(
    process.execPath,
    [
      at('node_modules', 'electron-builder', 'cli.js'),
      target,
      'dir',
      '--publish=never',
      `-c.electronVersion=${runtime.version}`,
      `-c.electronDist=${runtime.folder}`,
    ],
    { cwd: ROOT, capture: true },
  )
  if (code !== 0) throw new Stop('electron-builder failed; the lines above say why', output)
  const folder = await packedFolder()
  // The carried runtime's own: its default app, and where the carrier looks for updates.
  for (const name of ['app', 'app-update.yml'])
    await rm(join(folder, 'resources', name), { recursive: true, force: true })
  const named = JSON.parse(await readFile(at('package.json'), 'utf8')).devDependencies.electron.replace(/^\D+/, '')
  if (runtime.version !== named) {
    const line = `Not for release: made on Electron ${runtime.version}, the project names ${named}.`
    await writeFile(join(folder, 'NOT-FOR-RELEASE.txt'), `${line}\n`)
    say(`duibiao: ${line}`)
  }
  say(`duibiao: packed into ${folder}`)
})
