/** The sample run of a machine without a display: the main job once, with pictures and a workbook in `out/sample/`. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { at } from './project.mjs'
import { run } from './say.mjs'
import { tour } from './tour.mjs'

const [executable = '', ...switches] = process.argv.slice(2)

await run(async () => {
  const folder = at('out', 'sample')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await tour({ executable, switches, folder })
  process.stdout.write(
    'Imported the five sample reports, coded passages, accepted statements, compared the places, exported the table:\n',
  )
  for (const name of (await readdir(folder)).sort()) {
    const { size } = await stat(join(folder, name))
    process.stdout.write(`  ${relative(process.cwd(), join(folder, name))}  ${Math.round(size / 1024)} kB\n`)
  }
})
