import { type ImportFigures, importInto, startOf, withProfile } from './app'
import type { Library } from './library'
import { type Row, row } from './row'

const START_ROUNDS = 3
/** Budgets of `docs/performance.md`. */
const IMPORT_MOST = 15
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
 * @param bare milliseconds of a bare Dexie bulkAdd of the same texts, in the same run
 * @throws Error when files, reports or statements are missing
 */
export async function libraryRows(library: Library, rounds: number, bare: readonly number[]): Promise<Row[]> {
  const all: ImportFigures[] = []
  const started = { full: [] as number[], empty: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    await withProfile(async (profile) => {
      const figures = await importInto(profile, library.paths)
      check(library, figures)
      all.push(figures)
      if (round === rounds - 1) Object.assign(started, await starts(profile))
    })
  }
  const memory = all.flatMap((figures) => figures.memory ?? [])
  const { name } = library
  return [
    row(
      `import, ${name}`,
      'ms',
      all.map(({ ms }) => ms),
      { name: 'bare Dexie bulkAdd of the texts', figures: bare },
      { most: IMPORT_MOST },
    ),
    row(
      `longest task of the window, ${name}`,
      'ms',
      all.map(({ longest }) => longest),
      { name: 'limit', figures: [TASK_LIMIT] },
      { most: 1 },
    ),
    row(
      `start with ${name}`,
      'ms',
      started.full,
      { name: 'start with an empty library', figures: started.empty },
      { most: START_MOST },
    ),
    ...(memory.length > 0
      ? [row(`memory, ${name}`, 'MiB', memory, { name: 'limit', figures: [MEMORY_LIMIT] }, { most: 1 })]
      : []),
  ]
}
