import { newProfile, removeProfile } from '../e2e/driver'
import { type ImportFigures, importInto, startOf, withProfile } from './app'
import type { Library } from './library'
import { type Row, row } from './row'

const START_ROUNDS = 3
/** Budgets of `docs/performance.md`. */
const IMPORT_MOST = 15
/**
 * The bulkAdd of two hundred texts takes some 30 ms, of which 15 times is less than the importer's start: that of a
 * window. So a small import is held against the start of the app in the same run: one of it for the importer, and four
 * for the files, some 20 ms for each.
 */
const SMALL_MOST = 5
const MEMORY_LIMIT = 700
const TASK_LIMIT = 50
const START_MOST = 1.3

/** What the engine found in the window must be what it finds in Node. */
function check(library: Library, figures: ImportFigures): void {
  const expected = [library.files, library.reports, library.statements]
  const found = [figures.imported, figures.reports, figures.statements]
  if (expected.join() !== found.join())
    throw new Error(`${library.name}: ${found} files, reports, statements imported, not ${expected}`)
}

/** Starts with a full library and with an empty one by turns, so that both meet the same machine. */
async function starts(full: string): Promise<{ full: number[]; empty: number[] }> {
  return withProfile(async (empty) => {
    // The very first start of a profile makes its folders; the others are like those of the full one.
    await startOf(empty)
    const figures: { full: number[]; empty: number[] } = { full: [], empty: [] }
    for (let round = 0; round < START_ROUNDS; round++) {
      figures.full.push(await startOf(full))
      figures.empty.push(await startOf(empty))
    }
    return figures
  })
}

/**
 * Import of a library from disk to searchable, statements extracted; what the window and the memory do meanwhile; and
 * how long the window takes to come up with it.
 * @param bare milliseconds of a bare Dexie bulkAdd of the same texts, in the same run; null for a small library, whose
 * import is held against the start of the app
 * @throws Error when files, reports or statements are missing
 */
export async function* libraryRows(
  library: Library,
  rounds: number,
  bare: readonly number[] | null,
): AsyncGenerator<Row> {
  const { name } = library
  const all: ImportFigures[] = []
  const imported = async (profile: string, weighed: boolean): Promise<ImportFigures> => {
    const figures = await importInto(profile, library.paths, { weighed })
    check(library, figures)
    return figures
  }
  const importOnce = async (profile: string): Promise<void> => void all.push(await imported(profile, false))
  const memory = process.platform === 'linux' ? (await withProfile((own) => imported(own, true))).memory : null
  for (let round = 1; round < rounds; round++) await withProfile(importOnce)
  // The window then starts with what the last round has imported.
  const profile = newProfile()
  try {
    await importOnce(profile)
    const imports = all.map(({ ms }) => ms)
    if (bare) {
      const peer = { name: 'bare Dexie bulkAdd of the texts', figures: bare }
      yield row(`import, ${name}`, 'ms', imports, peer, { most: IMPORT_MOST })
    }
    yield* meanwhileRows(name, all, memory)
    const { full, empty } = await starts(profile)
    const peer = { name: 'start with an empty library', figures: empty }
    if (!bare) yield row(`import, ${name}`, 'ms', imports, peer, { most: SMALL_MOST })
    yield row(`start with ${name}`, 'ms', full, peer, { most: START_MOST })
  } finally {
    removeProfile(profile)
  }
}

/** What the window and the memory did while files were imported. */
function meanwhileRows(name: string, all: readonly ImportFigures[], memory: number | null): Row[] {
  const longest = all.map((figures) => figures.longest)
  const limit = (figure: number) => ({ name: 'limit', figures: [figure] })
  return [
    row(`longest task of the window, ${name}`, 'ms', longest, limit(TASK_LIMIT), { most: 1 }),
    ...(memory === null ? [] : [row(`memory, ${name}`, 'MiB', [memory], limit(MEMORY_LIMIT), { most: 1 })]),
  ]
}
