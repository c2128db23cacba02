import type { Section } from '#shared/model/section'

/** A line of the outline: a section with its depth below the report. */
export interface OutlineRow {
  /** Index in the report's sections. */
  index: number
  title: string
  /** From 0. */
  depth: number
  /** Offset of the heading, UTF-16 code units. */
  start: number
  end: number
  /** Id of its topic, and the words that decided on it. */
  topic: string | null
  topicWords: readonly string[]
  annotations: number
  statements: number
}

/** How many of the sorted offsets lie in [start, end). */
export function countWithin(sorted: readonly number[], start: number, end: number): number {
  return lowerBound(sorted, end) - lowerBound(sorted, start)
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The outline of a report.
 * @param annotations sorted starts of its annotations
 * @param statements sorted starts of its statements
 */
export function outlineRows(
  sections: readonly Section[],
  annotations: readonly number[],
  statements: readonly number[],
): OutlineRow[] {
  const top = Math.min(...sections.map(({ level }) => level))
  return sections.map(({ title, level, start, end, topic, topicWords }, index) => ({
    index,
    title,
    depth: level - top,
    start,
    end,
    topic,
    topicWords,
    annotations: countWithin(annotations, start, end),
    statements: countWithin(statements, start, end),
  }))
}
