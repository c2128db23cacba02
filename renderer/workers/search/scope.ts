import { withBelow } from '#shared/coding/code-tree'
import type { Annotation } from '#shared/model/annotation'
import { groupBy, type ProjectDatabase, rowsInParts } from '../../storage/search-worker'
import { type WantedReport, wantedReports } from './area'
import type { Facts, Marked } from './facts'
import { merged, Passages, shared } from './passages'
import type { SearchFilters, SearchQuestion } from './protocol'

/** What a hit must lie in, beside the report that it stands in. */
export interface Where {
  passes(start: number, end: number): boolean
  /** What is looked through: starts and ends in turn, in order, disjoint. */
  spans: readonly number[]
}

/** A text whose spans are asked for. */
interface Placed {
  reading: string
  reports: readonly { id: string }[]
}

/** What a question looks through. */
export interface Scope {
  wanted: WantedReport
  /**
   * What hits in a text must lie in beside: all of it; null for nothing.
   * @param place where an offset of the reading's text is in the text that is looked through
   */
  wheres(text: Placed, place: (offset: number) => number): readonly Where[] | null
}

/** How a hit must lie to a passage. */
type How = 'inside' | 'touching' | 'beginning'

function whereOf(
  marked: readonly Pick<Marked<unknown>, 'start' | 'end'>[],
  how: How,
  place: (at: number) => number,
): Where {
  const spans = marked
    .map(({ start, end }) => [place(start), place(end)] as const)
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0])
    .flat()
  const passages = new Passages(spans)
  const passes = {
    inside: (start: number, end: number) => passages.holds(start, end),
    touching: (start: number, end: number) => passages.touches(start, end),
    beginning: (start: number) => passages.touches(start, start + 1),
  }[how]
  return { passes, spans: merged(spans) }
}

const hasStatements = ({ indicators, role }: SearchFilters): boolean => indicators !== null || role !== null

type Coded = Pick<Annotation, 'reading' | 'codes'> & { start: number; end: number }

/** The annotations that stand in the text, by reading. */
async function passagesByReading(db: ProjectDatabase): Promise<Map<string, Coded[]>> {
  const found: Coded[] = []
  for await (const part of rowsInParts(db.annotations))
    for (const { reading, codes, anchor, orphan } of part)
      if (!orphan) found.push({ reading, codes, start: anchor.start, end: anchor.end })
  return groupBy(found, ({ reading }) => reading)
}

const none = new Map<string, Coded[]>()
const noFacts: ReadonlyMap<string, never[]> = new Map()

/**
 * What a question looks through, read from the project.
 * @param reports ids of the reports that are looked through, for the filters that need them
 * @returns null where nobody waits for it any more
 */
export async function scopeOf(
  db: ProjectDatabase,
  facts: Facts,
  { over, filters }: Pick<SearchQuestion, 'over' | 'filters'>,
  reports: () => readonly string[],
  going: () => boolean,
): Promise<Scope | null> {
  const { topics, codes, indicators, role } = filters
  const stated = over === 'statements' || hasStatements(filters)
  // Held for as long as the question is: what is forgotten meanwhile is read for the next one.
  const statements = stated ? await facts.statements.load(reports(), going) : noFacts
  const sections = topics ? await facts.topics.load(reports(), going) : noFacts
  if (!statements || !sections) return null
  const coded = over === 'annotations' || codes ? await passagesByReading(db) : none
  const chosen = codes && withBelow(await db.codes.toArray(), codes)
  const own = filters.places ? await db.places.toArray() : []
  const wanted = wantedReports(filters, new Map(own.map(({ code, parent }) => [code, parent])))

  const says = ({ is }: Marked<{ indicator: string; role: string }>): boolean =>
    (indicators === null || indicators.includes(is.indicator)) && (role === null || is.role === role)
  const isAnywhere = over !== 'annotations' && !chosen && !topics && !stated
  const wheres: Scope['wheres'] = ({ reading, reports: present }, place) => {
    if (isAnywhere) return null
    const passages = coded.get(reading) ?? []
    const made: Where[] = []
    if (over === 'annotations') made.push(whereOf(passages, 'inside', place))
    if (chosen) {
      const own = passages.filter((passage) => passage.codes.some((code) => chosen.has(code)))
      made.push(whereOf(own, 'touching', place))
    }
    if (topics) {
      const own = present.flatMap(({ id }) => (sections.get(id) ?? []).filter(({ is }) => topics.includes(is)))
      made.push(whereOf(own, 'inside', place))
    }
    if (stated) {
      const own = present.flatMap(({ id }) => (statements.get(id) ?? []).filter(says))
      made.push(whereOf(own, 'beginning', place))
    }
    return made.length > 0 ? made : null
  }
  return { wanted, wheres }
}

/** Characters of a stretch that are looked through. */
export function charactersIn(start: number, end: number, wheres: readonly Where[] | null): number {
  if (!wheres) return end - start
  const spans = wheres.reduce<readonly number[]>((left, where) => shared(left, where.spans), [start, end])
  return spans.reduce((sum, at, place) => (place % 2 === 0 ? sum - at : sum + at), 0)
}
