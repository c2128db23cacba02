/** `npm run bench`: installs the peers, builds the app, measures, prints a table and leaves `out/bench.json`. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from '../../electron/launch/build.mjs'
import { npm } from '../../electron/launch/command.mjs'
import { ensureDependencies } from '../../electron/launch/dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay, inVirtualDisplay } from '../../electron/launch/display.mjs'
import { ensureLibraries } from '../../electron/launch/libraries.mjs'
import { checkNode, ROOT } from '../../electron/launch/project.mjs'
import { findRuntime } from '../../electron/launch/runtime.mjs'
import { run, Stop } from '../../electron/launch/say.mjs'

const here = dirname(fileURLToPath(import.meta.url))

await run(async () => {
  checkNode()
  await ensureDependencies()
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  if (Object.keys(dependencies).some((name) => !existsSync(join(here, 'node_modules', name)))) {
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: here,
      capture: true,
    })
    if (code !== 0) throw new Stop(`the bench's peers could not be installed:\n${output.trim()}`)
  }
  const runtime = await findRuntime()
  const virtual = !hasDisplay()
  await ensureLibraries({ display: !virtual })
  await ensureBuild()
  const args = ['--import', 'tsx', '--expose-gc', join(here, 'main.ts'), ...process.argv.slice(2)]
  const [program, all] = virtual ? inVirtualDisplay(process.execPath, args) : [process.execPath, args]
  const { status } = spawnSync(program, all, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...electronEnvironment(),
      DUIBIAO_ELECTRON: runtime.path,
      DUIBIAO_ELECTRON_SWITCHES: electronSwitches({ virtual }).join(' '),
    },
  })
  return status ?? 1
})
