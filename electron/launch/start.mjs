/** `npm start`: installs what is missing, builds, opens the workbench; without a display, does the sample run. */

import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronSwitches, hasDisplay, inVirtualDisplay } from './display.mjs'
import { ensureLibraries } from './libraries.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { run, say } from './say.mjs'

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  const display = hasDisplay()
  await ensureLibraries({ display })
  await ensureBuild()
  say(runtime.line)
  const switches = electronSwitches({ virtual: !display })
  if (switches.includes('--no-sandbox'))
    say('duibiao: running as root, so without the Chromium sandbox; an ordinary user gets it')
  if (display) {
    const { code } = await command(runtime.path, [...switches, ROOT, ...process.argv.slice(2)])
    return code
  }
  say('duibiao: no display; doing the sample run in a virtual one')
  const [program, args] = inVirtualDisplay(process.execPath, [
    at('electron', 'launch', 'sample.mjs'),
    runtime.path,
    ...switches,
  ])
  const { code } = await command(program, args, { cwd: ROOT })
  return code
})
