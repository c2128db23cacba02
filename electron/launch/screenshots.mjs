/** `npm run screenshots`: remakes the pictures of the README in `docs/images/`. */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay, inVirtualDisplay } from './display.mjs'
import { ensureLibraries } from './libraries.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSandbox } from './sandbox.mjs'
import { run } from './say.mjs'

const INSIDE = '--inside'

/** A second start of this file, under a display: it takes the pictures. */
async function takePictures([executable = '', ...switches]) {
  const { tour } = await import('./tour.mjs')
  for (const language of ['zh-CN', 'en']) {
    const folder = at('docs', 'images', language)
    await mkdir(folder, { recursive: true })
    await tour({ executable, switches, folder, language, workbook: false })
  }
}

await run(async () => {
  if (process.argv[2] === INSIDE) return takePictures(process.argv.slice(3))
  checkNode()
  await ensureDependencies()
  const runtime = await findRuntime()
  await ensureLibraries({ display: hasDisplay() })
  await ensureSandbox(runtime.folder)
  await ensureBuild()
  const virtual = !hasDisplay()
  const args = [fileURLToPath(import.meta.url), INSIDE, runtime.path, ...electronSwitches({ virtual })]
  const [program, all] = virtual ? inVirtualDisplay(process.execPath, args) : [process.execPath, args]
  return (await command(program, all, { cwd: ROOT, env: electronEnvironment() })).code
})
