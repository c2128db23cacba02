import type { OutlineRow } from './outline'

/** A report of the outline with its sections. */
export interface OutlineReport {
  id: string
  title: string
  start: number
  end: number
  rows: readonly OutlineRow[]
  annotations: number
  statements: number
}

/** A line of the outline as a tree shows it: a report (`row` null) or a section. */
export interface TreeLine {
  /** Names it among all lines. */
  key: string
  report: OutlineReport
  row: OutlineRow | null
  /** From 1: a report, 2: its topmost sections. */
  level: number
  /** Whether something stands below it, and whether that is shown. */
  branch: boolean
  open: boolean
  /** False for one that is only there because of what stands below it. */
  meant: boolean
}

export const reportKey = (report: string): string => report
export const sectionKey = (report: string, index: number): string => `${report}/${index}`

const isBranch = (rows: readonly OutlineRow[], i: number): boolean => (rows[i + 1]?.depth ?? 0) > (rows[i]?.depth ?? 0)

/** The rows that have a wanted topic, and those above them. */
function kept(rows: readonly OutlineRow[], topics: ReadonlySet<string>): Set<number> {
  const found = new Set<number>()
  rows.forEach((row, i) => {
    if (row.topic === null || !topics.has(row.topic)) return
    found.add(i)
    let depth = row.depth
    for (let above = i - 1; above >= 0 && depth > 0; above--) {
      const other = rows[above]
      if (!other || other.depth >= depth) continue
      found.add(above)
      depth = other.depth
    }
  })
  return found
}

/**
 * The lines that the outline shows.
 * @param folded keys of what is folded; not heeded while topics are asked for
 * @param topics only sections with one of these, and what stands above them; empty: all
 */
export function treeLines(
  reports: readonly OutlineReport[],
  folded: ReadonlySet<string>,
  topics: ReadonlySet<string>,
): TreeLine[] {
  return reports.flatMap((report) => {
    const filtered = topics.size > 0
    const wanted = filtered ? kept(report.rows, topics) : null
    if (wanted?.size === 0) return []
    const open = filtered || !folded.has(reportKey(report.id))
    const head: TreeLine = {
      key: reportKey(report.id),
      report,
      row: null,
      level: 1,
      branch: report.rows.length > 0,
      open,
      meant: true,
    }
    return open ? [head, ...sectionLines(report, folded, wanted, topics)] : [head]
  })
}

function sectionLines(
  report: OutlineReport,
  folded: ReadonlySet<string>,
  wanted: ReadonlySet<number> | null,
  topics: ReadonlySet<string>,
): TreeLine[] {
  const lines: TreeLine[] = []
  /** What is deeper than this is folded away. */
  let hidden = Number.POSITIVE_INFINITY
  report.rows.forEach((row, i) => {
    if (row.depth <= hidden) hidden = Number.POSITIVE_INFINITY
    if (row.depth > hidden || wanted?.has(i) === false) return
    const key = sectionKey(report.id, row.index)
    const branch = isBranch(report.rows, i)
    const open = wanted !== null || !folded.has(key)
    if (branch && !open) hidden = row.depth
    const meant = wanted === null || (row.topic !== null && topics.has(row.topic))
    lines.push({ key, report, row, level: row.depth + 2, branch, open, meant })
  })
  return lines
}

/** The key of the line that an offset stands in: the deepest one shown; null outside all reports. */
export function currentLine(lines: readonly TreeLine[], offset: number): string | null {
  let report: OutlineReport | null = null
  let found: string | null = null
  // Asked at every frame of a scroll: one round, and nothing made for it.
  for (const { key, report: one, row } of lines) {
    if (report !== null && one !== report) break
    const { start, end } = row ?? one
    if (offset < start || end <= offset) continue
    if (row === null) report = one
    if (report !== null) found = key
  }
  return found
}

/** The topics of some reports, the most frequent first, each with the number of its sections. */
export function topicsOf(reports: readonly OutlineReport[]): { topic: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { rows } of reports)
    for (const { topic } of rows) if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts].map(([topic, count]) => ({ topic, count })).sort((a, b) => b.count - a.count)
}

/**
 * What is folded when the tree is open down to a level.
 * @param level 1: reports only, 2: their topmost sections too
 */
export function foldedBelow(reports: readonly OutlineReport[], level: number): Set<string> {
  const folded = new Set<string>()
  for (const { id, rows } of reports) {
    if (level <= 1) folded.add(reportKey(id))
    rows.forEach((row, i) => {
      if (isBranch(rows, i) && row.depth + 2 >= level) folded.add(sectionKey(id, row.index))
    })
  }
  return folded
}

/** The deepest level that is open everywhere, and the deepest there is. */
export function levelsOf(
  reports: readonly OutlineReport[],
  folded: ReadonlySet<string>,
): { open: number; deepest: number } {
  let deepest = 1
  let open = Number.POSITIVE_INFINITY
  for (const { id, rows } of reports) {
    if (rows.length > 0 && folded.has(reportKey(id))) open = 1
    for (const row of rows) {
      deepest = Math.max(deepest, row.depth + 2)
      if (folded.has(sectionKey(id, row.index))) open = Math.min(open, row.depth + 2)
    }
  }
  return { open: Math.min(open, deepest), deepest }
}
