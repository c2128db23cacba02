import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importInto, startOf, withProfile } from '../app'
import { filesUnder } from '../library'
import { type Row, row } from '../row'
import { manyReports } from './many'
import { type SessionFigures, sessionOf } from './session'

/** What a library of some size takes. */
interface SizeFigures extends SessionFigures {
  size: number
  /** Milliseconds of its import. */
  import: number
  starts: number[]
  /** Bytes of the database on disk, and of the files that were imported. */
  database: number
  files: number
}

const STARTS = 3
/** Ten times the reports may take 10^1.1 times the time: linear work, with room for what larger trees and caches cost. */
const LINEAR = 1.1
/** What does not depend on the number of reports may take half as long again, and what two runs differ by. */
const FLAT = 1.5
const JERKS_LIMIT = 5
/** `design.md` section 9, for the 2,066 reports of the corpus. */
const MEMORY_LIMIT = 700
const MEMORY_FOR = 2_066

const bytesOf = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0)

/** Bytes under the folders of Chromium's databases. */
function databaseBytes(profile: string): number {
  const folders = readdirSync(profile, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isDirectory() && entry.name === 'IndexedDB',
  )
  return bytesOf(folders.flatMap(({ parentPath, name }) => filesUnder(join(parentPath, name))))
}

async function figuresOf(paths: readonly string[], size: number): Promise<SizeFigures> {
  return withProfile(async (profile) => {
    const { ms, imported } = await importInto(profile, paths)
    if (imported < size * 0.98) throw new Error(`${imported} of ${size} reports were imported`)
    const starts: number[] = []
    for (let round = 0; round < STARTS; round++) starts.push(await startOf(profile))
    const session = await sessionOf(profile)
    return { size, import: ms, starts, database: databaseBytes(profile), files: bytesOf(paths), ...session }
  })
}

/** How much faster than the library a figure grows: 1 where it is linear, 0 where it stays. */
const exponent = (from: SizeFigures, to: SizeFigures, figure: (of: SizeFigures) => number): number =>
  Math.log(figure(to) / figure(from)) / Math.log(to.size / from.size)

const limit = (figure: number) => ({ name: 'limit', figures: [figure] })

/** Rows of one size alone. */
function rowsOf(figures: SizeFigures): Row[] {
  const { size, memory } = figures
  const name = `${size.toLocaleString('en')} reports`
  const mib = (bytes: number): number => bytes / 2 ** 20
  return [
    row(`import, ${name}`, 'ms', [figures.import], { name: 'a report', figures: [figures.import / size] }, {}),
    row(`database, ${name}`, 'MiB', [mib(figures.database)], { name: 'the files', figures: [mib(figures.files)] }, {}),
    ...(memory === null
      ? []
      : [row(`memory at rest, ${name}`, 'MiB', [memory], limit(MEMORY_LIMIT), size <= MEMORY_FOR ? { most: 1 } : {})]),
    row(`scroll of the library, ${name}: frames over 25 ms`, '%', [figures.libraryJerks], limit(JERKS_LIMIT), {
      most: 1,
    }),
    row(`scroll of a text, ${name}: frames over 25 ms`, '%', [figures.textJerks], limit(JERKS_LIMIT), { most: 1 }),
  ]
}

/** A figure that must not depend on the library, at the largest size beside the smallest. */
const flat = (name: string, from: SizeFigures, to: SizeFigures, figures: (of: SizeFigures) => number[]): Row =>
  row(
    `${name}, ${to.size.toLocaleString('en')} reports`,
    'ms',
    figures(to),
    { name: `${from.size.toLocaleString('en')} reports`, figures: figures(from) },
    { most: FLAT },
  )

/**
 * How import, start, opening, scrolling, typing, memory and the database grow with the library: real reports as far as
 * they reach, then the same under other names.
 * @param sizes in ascending order, two at least
 * @throws Error where reports are not imported
 */
export async function* growthRows(folder: string, sizes: readonly number[]): AsyncGenerator<Row> {
  const made = mkdtempSync(join(tmpdir(), 'duibiao-many-'))
  try {
    const all: SizeFigures[] = []
    for (const size of sizes) {
      const figures = await figuresOf(manyReports(filesUnder(folder), size, join(made, String(size))), size)
      process.stderr.write(`${JSON.stringify(figures)}\n`)
      all.push(figures)
      yield* rowsOf(figures)
    }
    const [from, to] = [all[0], all.at(-1)]
    if (!from || !to) throw new Error('there are no sizes')
    yield row(
      `import, exponent of growth from ${from.size} to ${to.size}`,
      '',
      [exponent(from, to, (of) => of.import)],
      { name: 'linear', figures: [1] },
      { most: LINEAR },
    )
    yield flat('start', from, to, ({ starts }) => starts)
    yield flat('open a report', from, to, ({ opens }) => opens)
    yield flat('a key in the filter of the library, to the next frame', from, to, ({ keys }) => keys)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
