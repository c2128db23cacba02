/** `npm run soak`: builds the app, and runs the soak in a display of its own where there is none. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from '../../electron/launch/build.mjs'
import { ensureDependencies } from '../../electron/launch/dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay, inVirtualDisplay } from '../../electron/launch/display.mjs'
import { ensureLibraries } from '../../electron/launch/libraries.mjs'
import { checkNode, ROOT } from '../../electron/launch/project.mjs'
import { findRuntime } from '../../electron/launch/runtime.mjs'
import { run } from '../../electron/launch/say.mjs'

const here = dirname(fileURLToPath(import.meta.url))

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  const virtual = !hasDisplay()
  await ensureLibraries({ display: !virtual })
  await ensureBuild()
  const args = ['--import', 'tsx', join(here, 'main.ts'), ...process.argv.slice(2)]
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
