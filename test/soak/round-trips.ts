import fc from 'fast-check'
import type { SoakRow } from './row'
import { TRIPS } from './trips'

/** Round trips of each format in a whole soak: about a minute. */
export const ROUNDS = 1_000

/**
 * Random projects through every format and back; nothing may be lost. A failure names the path of the smallest example
 * that fails, with which `fc.assert` finds it again.
 */
export async function tripRows({ seed, rounds = ROUNDS }: { seed: number; rounds?: number }): Promise<SoakRow[]> {
  const rows: SoakRow[] = []
  for (const { name, property } of TRIPS) {
    const ran = await fc.check<unknown>(property as fc.IAsyncProperty<unknown>, { seed, numRuns: rounds })
    const failures = ran.failed
      ? [`path ${ran.counterexamplePath}, ${String(ran.errorInstance)}: ${fc.stringify(ran.counterexample)}`]
      : []
    rows.push({ name: `there and back: ${name}`, rounds: ran.numRuns, failures, seed })
  }
  return rows
}
