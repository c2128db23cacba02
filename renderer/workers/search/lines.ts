import { stoodSpan } from './held'
import type { PlacedHit } from './hits'
import type { SearchLine } from './protocol'
import type { SectionsOf, TitledSection } from './sections'

/** Characters before and after a hit. */
const CONTEXT = 60
/** So much of a hit is shown. */
const LONGEST = 200

const LOW = /^[\uDC00-\uDFFF]/
const HIGH = /[\uD800-\uDBFF]$/

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ')

/** The innermost section that holds an offset of the reading's text; its title. */
function titleAt(sections: readonly TitledSection[], offset: number): string {
  let found: TitledSection | null = null
  for (const section of sections)
    if (section.start <= offset && offset < section.end && (!found || section.level >= found.level)) found = section
  return found?.title ?? ''
}

function lineOf({ held, report, start, end }: PlacedHit, sections: readonly TitledSection[]): SearchLine {
  const { text, source, reading, characters, memo, name } = held
  const span = stoodSpan(held, start, end)
  const placed = [report?.place?.short, report?.year].filter((part) => part !== undefined && part !== null)
  return {
    source,
    reading,
    report: report?.id ?? null,
    ...span,
    characters,
    before: onOneLine(text.slice(Math.max(0, start - CONTEXT), start).replace(LOW, '')),
    hit: onOneLine(text.slice(start, Math.min(end, start + LONGEST)).replace(HIGH, '')),
    after: onOneLine(text.slice(end, end + CONTEXT).replace(HIGH, '')),
    label: placed.join(' ') || report?.title || name,
    place: report?.place ?? null,
    year: report?.year ?? null,
    section: memo === null ? titleAt(sections, span.start) : '',
    memo,
  }
}

/** The reports that hits stand in, each once. */
export const reportsOf = (hits: readonly PlacedHit[]): string[] => [
  ...new Set(hits.flatMap(({ report }) => report?.id ?? [])),
]

/** The lines of hits. @param sections those of the hits' reports, at least */
export const linesOf = (hits: readonly PlacedHit[], sections: SectionsOf): SearchLine[] =>
  hits.map((hit) => lineOf(hit, sections.get(hit.report?.id ?? '') ?? []))
