/** A work that takes more than so many times its kept ratio has lost more than half of its speed. */
const MOST = 2

/** How a ratio stands beside the one that was kept. */
export interface Judged {
  name: string
  /** Null where a kept work was not measured. */
  ratio: number | null
  /** Null where none was kept. */
  kept: number | null
  held: boolean
}

/** Holds measured ratios against the kept ones, both by the names of works; a name that only one side has is not held. */
export function judge(measured: Readonly<Record<string, number>>, kept: Readonly<Record<string, number>>): Judged[] {
  const names = [...new Set([...Object.keys(measured), ...Object.keys(kept)])]
  return names.map((name) => {
    const ratio = measured[name] ?? null
    const before = kept[name] ?? null
    return { name, ratio, kept: before, held: ratio !== null && before !== null && ratio <= before * MOST }
  })
}

/** A line for the terminal. */
export const lineOf = ({ name, ratio, kept, held }: Judged): string =>
  `${name}: ${ratio === null ? 'not measured' : `${ratio} scans`}, kept ${kept ?? 'none'}${held ? '' : ' – NOT HELD'}`
