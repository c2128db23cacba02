/** Something that is reviewed, by its key inside its report. */
export interface NameInReport {
  report: string
  key: string
}

/** Reports of which something is changed together: the keys of that by report. */
export type Part = ReadonlyMap<string, ReadonlySet<string>>

/** How many reports are read at once, and how many records are changed at once: the window is free in between. */
const REPORTS = 25
const NAMES = 200

/** Names by their reports, in the order in which they are named, each once, parted. */
export function partsOf(names: readonly NameInReport[]): Part[] {
  const reports = new Map<string, Set<string>>()
  for (const { report, key } of names) {
    const keys = reports.get(report)
    if (keys) keys.add(key)
    else reports.set(report, new Set([key]))
  }
  const parts: Map<string, Set<string>>[] = []
  let count = 0
  for (const [report, keys] of reports) {
    const last = parts.at(-1)
    if (last && last.size < REPORTS && count + keys.size <= NAMES) last.set(report, keys)
    else {
      parts.push(new Map([[report, keys]]))
      count = 0
    }
    count += keys.size
  }
  return parts
}
