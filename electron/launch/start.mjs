/** `npm start`: installs what is missing, builds, opens the workbench; without a display, does the sample run. */

import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay, inVirtualDisplay } from './display.mjs'
import { ensureLibraries } from './libraries.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSandbox } from './sandbox.mjs'
import { run, say } from './say.mjs'
import { warnOfOldElectron } from './support.mjs'

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  const display = hasDisplay()
  await ensureLibraries({ display })
  await ensureSandbox(runtime.folder)
  await ensureBuild()
  say(runtime.line)
  await warnOfOldElectron()
  const switches = electronSwitches({ virtual: !display })
  if (switches.includes('--no-sandbox'))
    say('duibiao: running as root, so without the Chromium sandbox; an ordinary user gets it')
  const env = electronEnvironment()
  const files = process.argv.slice(2)
  if (display) {
    // Paths are seen from where the command was typed; npm itself goes to the project's folder.
    const cwd = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined
    return (await command(runtime.path, [...switches, ROOT, ...files], { cwd, env })).code
  }
  const left = files.length > 0 ? ' (the files named are not opened)' : ''
  say(`duibiao: no display; doing the sample run in a virtual one${left}`)
  const [program, args] = inVirtualDisplay(process.execPath, [
    at('electron', 'launch', 'sample.mjs'),
    runtime.path,
    ...switches,
  ])
  return (await command(program, args, { cwd: ROOT, env })).code
})
