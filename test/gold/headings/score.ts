/** One heading of a report: offsets in the text, level from 1. */
export interface Heading {
  start: number
  end: number
  level: number
}

/** What matched: `levels` of the `matched` are at the same level too. */
export interface HeadingTally {
  gold: number
  found: number
  matched: number
  levels: number
}

/** Precision, recall and F1 of a tally, unrounded. */
export interface Shares {
  precision: number
  recall: number
  f1: number
}

/** A finding for people. */
export type HeadingReport = (kind: 'missed' | 'spurious' | 'level', gold: Heading | null, found: Heading | null) => void

/** How far apart two starts may be, in characters behind the marks. */
const NEAR = 3
/** Blanks and marks before a heading's first word or number: an engine may count them to it or not. */
const MARKS = /[\s\u3000\uFEFF#*●○◆■▲★◇□\-+>—]*/uy

/** Where the words of a heading begin. */
function inkOf(text: string, start: number): number {
  MARKS.lastIndex = start
  MARKS.test(text)
  return Math.max(start, MARKS.lastIndex)
}

/** Two headings are the same when they begin in the same line within three characters of each other. */
function isSame(text: string, gold: Heading, found: Heading): boolean {
  const [a, b] = [inkOf(text, gold.start), inkOf(text, found.start)]
  return Math.abs(a - b) <= NEAR && !text.slice(Math.min(a, b), Math.max(a, b)).includes('\n')
}

/** Compares labelled with found headings of one text, each used once, in reading order. */
export function headingTally(
  text: string,
  gold: readonly Heading[],
  found: readonly Heading[],
  report: HeadingReport = () => undefined,
): HeadingTally {
  const free = new Set(found)
  const tally = { gold: gold.length, found: found.length, matched: 0, levels: 0 }
  for (const label of gold) {
    const ours = [...free].find((candidate) => isSame(text, label, candidate))
    if (!ours) {
      report('missed', label, null)
      continue
    }
    free.delete(ours)
    tally.matched++
    if (ours.level === label.level) tally.levels++
    else report('level', label, ours)
  }
  for (const ours of free) report('spurious', null, ours)
  return tally
}

/** Adds tallies up, to score reports pooled. */
export function poolHeadings(tallies: readonly HeadingTally[]): HeadingTally {
  const sum = { gold: 0, found: 0, matched: 0, levels: 0 }
  for (const t of tallies) {
    sum.gold += t.gold
    sum.found += t.found
    sum.matched += t.matched
    sum.levels += t.levels
  }
  return sum
}

const ratio = (a: number, b: number): number => (b === 0 ? 1 : a / b)

/** The shares for the heading alone, or for heading and level together. */
export function sharesOf(t: HeadingTally, what: 'heading' | 'level'): Shares {
  const right = what === 'heading' ? t.matched : t.levels
  return {
    precision: ratio(right, t.found),
    recall: ratio(right, t.gold),
    f1: ratio(2 * right, t.found + t.gold),
  }
}
