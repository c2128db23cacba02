/** What a part of the soak came to. */
export interface SoakRow {
  name: string
  /** Kills, payloads or round trips. */
  rounds: number
  /** A line for each thing that was not as it should be, with what is needed to repeat it. */
  failures: string[]
  /** With which the same randomness comes again. */
  seed?: number
  note?: string
}

/** The rows as a table for the terminal, and below it what failed. */
export function table(rows: readonly SoakRow[]): string {
  const head = ['part', 'rounds', 'failures', 'seed', 'note']
  const lines = rows.map(({ name, rounds, failures, seed, note }) => [
    name,
    String(rounds),
    String(failures.length),
    seed === undefined ? '' : String(seed),
    note ?? '',
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)))
  const drawn = [head, ...lines].map((line) =>
    line
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...drawn, ...rows.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`))].join(
    '\n',
  )
}
