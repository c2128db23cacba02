/** `npm run dev`: the workbench with hot reload; main and preload are rebuilt and restarted on change. */

import { forgetBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay } from './display.mjs'
import { ensureLibraries } from './libraries.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSandbox } from './sandbox.mjs'
import { run, Stop, say } from './say.mjs'

await run(async () => {
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  if (!hasDisplay())
    throw new Stop('npm run dev opens a window and needs a display; with none, try: xvfb-run -a npm run dev')
  await ensureLibraries({ display: true })
  await ensureSandbox(runtime.folder)
  // Main and preload are written over with what suits development.
  await forgetBuild()
  say(runtime.line)
  const { code } = await command(
    process.execPath,
    [
      at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
      'dev',
      '--watch',
      '--',
      ...electronSwitches({ virtual: false }),
      ...process.argv.slice(2),
    ],
    { cwd: ROOT, env: { ...electronEnvironment(), ELECTRON_EXEC_PATH: runtime.path } },
  )
  return code
})
