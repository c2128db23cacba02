/**
 * `npm run pack`: an unpacked application folder under `dist/`, made on the runtime at hand. While that is an older
 * Electron than package.json names, the folder says that it is not for release.
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { run, Stop, say } from './say.mjs'

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
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
  if (code !== 0) throw new Stop(`electron-builder failed:\n${output.trim().split('\n').slice(-20).join('\n')}`)
  const folder = at('dist', `${process.platform === 'linux' ? 'linux' : process.platform}-unpacked`)
  const named = JSON.parse(await readFile(at('package.json'), 'utf8')).devDependencies.electron.replace(/^\D+/, '')
  if (runtime.version !== named) {
    const line = `Not for release: made on Electron ${runtime.version}, the project names ${named}.\n`
    await writeFile(at('dist', 'NOT-FOR-RELEASE.txt'), line)
    say(`duibiao: ${line.trim()}`)
  }
  say(`duibiao: packed into ${folder}`)
})
