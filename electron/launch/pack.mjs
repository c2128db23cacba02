/**
 * `npm run pack`: an unpacked application folder under `dist/`, made on the runtime at hand. While that is an older
 * Electron than package.json names, the folder says that it is not for release. `--output FOLDER` makes it there
 * instead, as the tests do; that folder must be empty or not there. The last line on standard output is the application's folder.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { billOfMaterials, licencesText, shippedPackages } from './licences.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { run, Stop, say } from './say.mjs'
import { warnOfOldElectron } from './support.mjs'

/** The folder to make it in: `dist/` anew, or the one that was named, which may hold nothing of anybody's. */
async function outputFolder() {
  const { output } = parseArgs({ options: { output: { type: 'string' } } }).values
  if (!output) {
    await rm(at('dist'), { recursive: true, force: true })
    return at('dist')
  }
  const folder = resolve(process.env.INIT_CWD ?? '.', output)
  const held = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (held.length > 0) throw new Stop(`${folder} is not empty, and nothing is packed over what is there`)
  return folder
}

/** The one folder that was made: its name tells system and processor where they are not the usual ones. */
async function packedFolder(output) {
  const entries = await readdir(output, { withFileTypes: true })
  const made = entries.find((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  if (!made) throw new Stop(`electron-builder has ended well and left no folder in ${output}`)
  return join(output, made.name)
}

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  if (!runtime.version)
    throw new Stop(`${runtime.folder} does not tell its version (a file named "version"), so nothing is packed from it`)
  await ensureBuild()
  say(runtime.line)
  await warnOfOldElectron()
  const target = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform]
  if (!target) throw new Stop(`no package is made on ${process.platform}`)
  const into = await outputFolder()
  const { code, output } = await command(
    process.execPath,
    [
      at('node_modules', 'electron-builder', 'cli.js'),
      target,
      'dir',
      '--publish=never',
      `-c.directories.output=${into}`,
      `-c.electronVersion=${runtime.version}`,
      `-c.electronDist=${runtime.folder}`,
    ],
    { cwd: ROOT, capture: true },
  )
  if (code !== 0) throw new Stop('electron-builder failed; the lines above say why', output)
  const folder = await packedFolder(into)
  // The carried runtime's own: its default app, and where the carrier looks for updates.
  for (const name of ['app', 'app-update.yml'])
    await rm(join(folder, 'resources', name), { recursive: true, force: true })
  const manifest = JSON.parse(await readFile(at('package.json'), 'utf8'))
  const packages = await shippedPackages(ROOT)
  await writeFile(join(folder, 'THIRD-PARTY-LICENCES.txt'), licencesText(packages))
  const bill = billOfMaterials(manifest, packages, runtime.version)
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
  const named = manifest.devDependencies.electron.replace(/^\D+/, '')
  if (runtime.version !== named) {
    const line = `Not for release: made on Electron ${runtime.version}, the project names ${named}.`
    await writeFile(join(folder, 'NOT-FOR-RELEASE.txt'), `${line}\n`)
    say(`duibiao: ${line}`)
  }
  say(`duibiao: packed into ${folder}`)
  process.stdout.write(`${folder}\n`)
})
