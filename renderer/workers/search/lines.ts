import type { Section } from '#shared/model/section'
import type { ProjectDatabase } from '../../storage/search-worker'
import { stoodSpan } from './held'
import type { PlacedHit } from './hits'
import type { SearchLine } from './protocol'

/** Characters before and after a hit. */
const CONTEXT = 60
/** So much of a hit is shown. */
const LONGEST = 200

const LOW = /^[\uDC00-\uDFFF]/
const HIGH = /[\uD800-\uDBFF]$/

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ')

/** The innermost section that holds an offset of the reading's text; its title. */
function titleAt(sections: readonly Section[], offset: number): string {
  let found: Section | null = null
  for (const section of sections)
    if (section.start <= offset && offset < section.end && (!found || section.level >= found.level)) found = section
  return found?.title ?? ''
}

function lineOf({ held, report, start, end }: PlacedHit, sections: readonly Section[]): SearchLine {
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

/** The lines of hits; the sections that they stand in are read for them. */
export async function linesOf(db: ProjectDatabase, hits: readonly PlacedHit[]): Promise<SearchLine[]> {
  const ids = [...new Set(hits.flatMap(({ report }) => report?.id ?? []))]
  const read = await db.sections.bulkGet(ids)
  const sectionsOf = new Map(read.flatMap((one) => (one ? [[one.report, one.sections] as const] : [])))
  return hits.map((hit) => lineOf(hit, sectionsOf.get(hit.report?.id ?? '') ?? []))
}
