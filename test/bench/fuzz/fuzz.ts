import { createHash } from 'node:crypto'
import { Analyser } from '../../../electron/cli/analyser'
import { Problem } from '../../../electron/files/problem'
import { bytesOf, FIXTURES, type FixtureFormat } from '../../fixtures'
import { drawFrom, mutate } from './mutate'

/** Larger fixtures say nothing more and take long. */
const LARGEST = 400_000

/** What damaged files of a format came to. */
export interface FuzzTally {
  format: FixtureFormat
  files: number
  read: number
  /** Refused by a reason, by its key. */
  refused: Map<string, number>
  /** Files that crashed, hung or were refused without a reason: `fixture#number` and the key. */
  broken: string[]
  /** Milliseconds of the slowest file. */
  slowest: number
}

/** A refusal says what is wrong with the file; a crash, a hang and an error that nobody foresaw do not. */
const isClassified = (key: string): boolean => key.startsWith('errors.file.') && key !== 'errors.file.failed'

/**
 * Damages the fixtures of a format in `count` ways and reads each damaged file all the way, as the command line does:
 * in a worker thread under limits of time and memory.
 * @param seed the same seed damages the same way
 */
export async function fuzzFormat(format: FixtureFormat, count: number, seed: number): Promise<FuzzTally> {
  const files = FIXTURES.filter((fixture) => fixture.format === format)
    .map(({ file }) => ({ file, bytes: bytesOf(file) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= LARGEST)
  if (files.length === 0) throw new Error(`no fixture of the format ${format}`)
  const tally: FuzzTally = { format, files: 0, read: 0, refused: new Map(), broken: [], slowest: 0 }
  const analyser = new Analyser()
  try {
    for (let number = 0; number < count; number++) {
      const draw = drawFrom(seed * 1_000_003 + number)
      const chosen = files[draw(files.length)]
      if (!chosen) continue
      await one(analyser, chosen.file, mutate(chosen.bytes, draw), number, tally)
    }
  } finally {
    await analyser.close()
  }
  return tally
}

async function one(
  analyser: Analyser,
  file: string,
  bytes: Uint8Array,
  number: number,
  tally: FuzzTally,
): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const name = file.slice(file.lastIndexOf('/') + 1)
  const before = performance.now()
  tally.files += 1
  try {
    await analyser.analyse({ name, hash, bytes })
    tally.read += 1
  } catch (error) {
    const key = error instanceof Problem ? error.reason.key : String(error)
    if (isClassified(key)) tally.refused.set(key, (tally.refused.get(key) ?? 0) + 1)
    else tally.broken.push(`${file}#${number}: ${key} ${error instanceof Error ? String(error.cause ?? '') : ''}`)
  }
  tally.slowest = Math.max(tally.slowest, performance.now() - before)
}
