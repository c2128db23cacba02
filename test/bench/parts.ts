import { stripVTControlCharacters } from 'node:util'
import type { Row } from './row'

/** A part of the bench that is measured by itself; its rows come one by one as they are measured. */
export interface Part {
  name: string
  rows: () => AsyncIterable<Row>
}

/** A part that did not come to its end, and the error that ended it. */
export interface Failure {
  name: string
  error: string
}

/** What a run of the bench came to. */
export interface Measured {
  rows: readonly Row[]
  failures: readonly Failure[]
}

/** A part whose rows come all together. */
export function part(name: string, measure: () => Promise<readonly Row[]>): Part {
  return {
    name,
    async *rows() {
      yield* await measure()
    },
  }
}

/**
 * Measures parts one after the other. A part that fails is told of, and costs neither the rows before it nor the parts
 * behind it: a corpus takes many minutes.
 * @param keep told after each row and each failure all that there is until then, for whoever is ended before the end
 */
export async function measure(parts: readonly Part[], keep: (measured: Measured) => void): Promise<Measured> {
  const rows: Row[] = []
  const failures: Failure[] = []
  const all = { rows, failures }
  for (const { name, rows: measured } of parts) {
    try {
      for await (const row of measured()) {
        rows.push(row)
        keep(all)
      }
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      failures.push({ name, error: error instanceof Error ? error.message : String(error) })
      keep(all)
    }
  }
  return all
}

/** True where every part came to its end and every budget is held; nothing measured holds nothing. */
export const isHeld = ({ rows, failures }: Measured): boolean =>
  rows.length > 0 && failures.length === 0 && rows.every(({ held }) => held)

/** The line that names a part which failed, and why. */
export const failureLine = ({ name, error }: Failure): string =>
  `FAILED  ${name}: ${stripVTControlCharacters(error).replace(/\s+/gu, ' ').trim()}`
