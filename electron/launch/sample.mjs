/** The sample run of a machine without a display: the main job once, with pictures and a workbook in `out/sample/`. */
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { partOf, removeAbandoned } from './lock.mjs'
import { at } from './project.mjs'
import { run } from './say.mjs'
import { tour } from './tour.mjs'

const [executable = '', ...switches] = process.argv.slice(2)

await run(async () => {
  const folder = at('out', 'sample')
  await mkdir(at('out'), { recursive: true })
  await removeAbandoned(at('out'))
  // Made aside and put in place whole: two runs at once, or one broken off, leave no mixture.
  const work = await mkdtemp(partOf(folder))
  await tour({ executable, switches, folder: work })
  await rm(folder, { recursive: true, force: true })
  await rename(work, folder)
  process.stdout.write(
    'Imported the five sample reports, coded passages, accepted statements, compared the places, exported the table:\n',
  )
  for (const name of (await readdir(folder)).sort()) {
    const { size } = await stat(join(folder, name))
    process.stdout.write(`  ${relative(process.cwd(), join(folder, name))}  ${Math.round(size / 1024)} kB\n`)
  }
})
