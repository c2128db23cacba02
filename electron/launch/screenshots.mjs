/** `npm run screenshots`: remakes the pictures of the README and the guide in `docs/images/`. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './build.mjs'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronEnvironment, electronSwitches, hasDisplay, inVirtualDisplay } from './display.mjs'
import { ensureLibraries } from './libraries.mjs'
import { withPalette } from './palette.mjs'
import { at, checkNode, ROOT } from './project.mjs'
import { findRuntime } from './runtime.mjs'
import { ensureSandbox } from './sandbox.mjs'
import { run } from './say.mjs'

const INSIDE = '--inside'

/** A second start of this file, under a display: it takes the pictures. */
async function takePictures([executable = '', ...switches]) {
  const { tour } = await import('./tour.mjs')
  const { tourFormats } = await import('./tour-formats.mjs')
  for (const language of ['zh-CN', 'en']) {
    const folder = at('docs', 'images', language)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await tour({ executable, switches, folder, language, workbook: false })
    await tourFormats({ executable, switches, folder, language })
    // As they are taken they hold every shade of the letters, and no palette.
    for (const name of await readdir(folder)) {
      const picture = join(folder, name)
      await writeFile(picture, withPalette(await readFile(picture)))
    }
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
