import { type AlignedReport, partAt, type SectionAlignment } from '#shared/compare/alignment'
import type { SharedSentence } from '#shared/compare/shared-sentences'
import type { Section } from '#shared/model/section'
import type { ListOrder, ParallelState } from './state'

/** A line of the list: a shared sentence with where it stands. */
export interface SharedRow {
  /** Its place in what was found. */
  index: number
  pair: SharedSentence
  /** The deepest sections around it on either side; null outside all. */
  sectionA: Section | null
  sectionB: Section | null
}

function sectionAt(parts: SectionAlignment['a'], { sections }: AlignedReport, offset: number): Section | null {
  const section = parts[partAt(parts, offset)]?.section ?? null
  return section === null ? null : (sections[section] ?? null)
}

/** All shared sentences with their sections. */
export function rowsOf(
  pairs: readonly SharedSentence[],
  alignment: SectionAlignment,
  a: AlignedReport,
  b: AlignedReport,
): SharedRow[] {
  return pairs.map((pair, index) => ({
    index,
    pair,
    sectionA: sectionAt(alignment.a, a, pair.a.start),
    sectionB: sectionAt(alignment.b, b, pair.b.start),
  }))
}

/** What is shown of a pair. */
export type Shown = Pick<ParallelState, 'kinds' | 'formulae'>

/** True for a pair that is marked in the texts. */
export const isMarked = ({ kind, formula }: SharedSentence, { kinds, formulae }: Shown): boolean =>
  kinds.includes(kind) && (formulae || !formula)

const isAbout = ({ sectionA, sectionB }: SharedRow, topic: string): boolean =>
  sectionA?.topic === topic || sectionB?.topic === topic

const COMPARE: Readonly<Record<ListOrder, (x: SharedRow, y: SharedRow) => number>> = {
  text: (x, y) => x.index - y.index,
  likeness: (x, y) => y.pair.likeness - x.pair.likeness || y.pair.length - x.pair.length || x.index - y.index,
  length: (x, y) => y.pair.length - x.pair.length || x.index - y.index,
}

/** The lines that are listed, in their order. */
export function listed(
  rows: readonly SharedRow[],
  state: Pick<ParallelState, 'kinds' | 'formulae' | 'topic' | 'order'>,
): SharedRow[] {
  const { topic } = state
  return rows
    .filter((row) => isMarked(row.pair, state) && (topic === null || isAbout(row, topic)))
    .sort(COMPARE[state.order])
}
