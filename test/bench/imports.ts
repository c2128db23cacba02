import { readFileSync } from 'node:fs'
import { newFolder, removeProfile } from '../e2e/driver'
import { bulkAdds, importInto, startOf, withProfile } from './app'
import { heatRow } from './heat'
import { libraryRows } from './import-library'
import { filesUnder, type Library, readLibrary } from './library'
import { type Part, part } from './parts'
import { pivotRows } from './pivot'
import { type Row, row } from './row'

const ROUNDS = 3
const MANY = 200

const seedsIn = (folder: string): string[] => filesUnder(folder).filter((path) => path.endsWith('.txt'))

/** Many different files made of the seeds: each has a last line of its own, so that no two hashes are alike. */
function multiplied(seeds: string): Record<string, string> {
  const texts = seedsIn(seeds).map((path) => readFileSync(path, 'utf8'))
  return Object.fromEntries(
    Array.from({ length: MANY }, (_, i) => [`${i}.txt`, `${texts[i % texts.length]}\n\n${i}`] as const),
  )
}

/** The five seeds: no more than starting the app takes. */
async function fewRow(seeds: string): Promise<Row> {
  const paths = seedsIn(seeds)
  const imports: number[] = []
  const opens: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await withProfile(async (profile) => {
      opens.push(await startOf(profile))
      const { ms, imported } = await importInto(profile, paths)
      if (imported !== paths.length) throw new Error(`${imported} of ${paths.length} seeds were imported`)
      imports.push(ms)
    })
  }
  return row('import, five seeds', 'ms', imports, { name: 'start of the app itself', figures: opens }, { most: 1 })
}

/** Imports of the seeds and of two hundred files made of them. */
export function seedParts(seeds: string): Part[] {
  const many: Part = {
    name: `import of ${MANY} files`,
    async *rows() {
      const folder = newFolder(multiplied(seeds))
      try {
        yield* libraryRows(await readLibrary(`${MANY} files`, filesUnder(folder)), ROUNDS, null)
      } finally {
        removeProfile(folder)
      }
    },
  }
  return [part('import of the seeds', async () => [await fewRow(seeds)]), many]
}

/** The same for a folder of real reports, with the comparison of all of them. */
export function corpusParts(folder: string, rounds: number): Part[] {
  let reading: Promise<Library> | null = null
  const library = (): Promise<Library> => {
    const paths = filesUnder(folder)
    reading ??= readLibrary(`${paths.length} reports`, paths)
    return reading
  }
  const imports: Part = {
    name: 'import',
    async *rows() {
      const whole = await library()
      yield* libraryRows(whole, rounds, await bulkAdds(whole.texts, ROUNDS))
    },
  }
  const pivot = part('pivot', async () => pivotRows(await library()))
  const heat = part('heat map', async () => [await heatRow(await library())])
  return [imports, pivot, heat]
}
