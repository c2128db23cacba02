import type { Span } from '#shared/model/anchor'
import type { PlaceRef } from '#shared/model/place'
import { type Finder, phraseFinder } from '#shared/search/find'
import { type Spans, union } from '#shared/search/spans'
import { UsePacker } from '#shared/search/tracking/term-spans'
import { areaOf, type Stretch } from './area'
import { type HeldReport, type HeldText, readAt, stoodAt, stoodSpan } from './held'
import { Passages } from './passages'
import type { TrackedReport, Tracking, TrackQuestion } from './protocol'
import { charactersIn, type Scope, type Where } from './scope'
import type { Telling } from './search'

/** A stretch of a report with the report's place and year, which a use is told by. */
type Placed = HeldReport & { place: NonNullable<HeldReport['place']>; year: number }

const isPlaced = (report: HeldReport): report is Placed => report.place !== null && report.year !== null

/** Of hits that overlap the one that begins first counts, and of those the longest. */
function apart(hits: Spans): Span[] {
  const kept: Span[] = []
  for (let place = 0; place < hits.length; place++) {
    const [start, end] = [hits.start(place), hits.end(place)]
    const last = kept.at(-1)
    if (last && last.start === start) last.end = end
    else if (!last || start >= last.end) kept.push({ start, end })
  }
  return kept
}

/** Where the terms stand in a text, each variant of one counting as it. */
type TermFinder = (text: string) => Span[]

const termFinder =
  (variants: readonly Finder[]): TermFinder =>
  (text) =>
    variants.length === 0 ? [] : apart(union(variants.map((find) => find(text))))

/** What of a text is looked through. */
interface Looked {
  area: readonly Stretch[]
  wheres: readonly Where[] | null
}

/** How many characters of a report are looked through. */
const charactersOf = (report: HeldReport, { area, wheres }: Looked): number =>
  area.reduce((sum, one) => sum + (one.report === report ? charactersIn(one.start, one.end, wheres) : 0), 0)

/** Those of the places found in a text that count in a report, as they stand in the reading's text. */
function standing(held: HeldText, report: Placed, looked: Looked, found: readonly Span[][]): Span[][] {
  const { area, wheres } = looked
  const own = area.filter((stretch) => stretch.report === report)
  const passages = new Passages(own.flatMap(({ start, end }) => [start, end]))
  const counts = ({ start, end }: Span): boolean =>
    passages.holds(start, end) && (!wheres || wheres.every((where) => where.passes(start, end)))
  return found.map((term) => term.filter(counts).map(({ start, end }) => stoodSpan(held, start, end)))
}

/** @param places the one object of each place: what is sent to another thread has it once then */
function trackedReport(held: HeldText, report: Placed, looked: Looked, places: Map<string, PlaceRef>): TrackedReport {
  const { place } = report
  if (!places.has(place.code)) places.set(place.code, place)
  return {
    report: report.id,
    source: held.source,
    place: places.get(place.code) ?? place,
    year: report.year,
    kind: report.kind,
    characters: charactersOf(report, looked),
    span: { start: stoodAt(held, report.start), end: stoodAt(held, report.end) },
  }
}

/**
 * Where terms stand in each report that has a place and a year, and how many reports have not.
 * @returns null where nobody waits for it any more
 */
export async function track(
  texts: readonly HeldText[],
  { terms, folds, filters }: TrackQuestion,
  { wanted, wheres: wheresOf }: Scope,
  { pause, due }: Pick<Telling, 'due' | 'pause'>,
): Promise<Tracking | null> {
  const finders = terms.map(({ variants }) =>
    termFinder(variants.filter((variant) => variant !== '').map((variant) => phraseFinder(variant, folds))),
  )
  const [reports, packer, places]: [TrackedReport[], UsePacker, Map<string, PlaceRef>] = [
    [],
    new UsePacker(),
    new Map(),
  ]
  let unplaced = 0
  for (const [done, held] of texts.entries()) {
    if (due() && !(await pause(done, texts.length))) return null
    const area = areaOf(held, wanted, filters.reportsOnly)
    const wheres = wheresOf(held, (offset) => readAt(held, held.text.length, offset))
    const looked = { area, wheres }
    // As for counts: what has no character that is looked through is not looked through.
    const present = [...new Set(area.flatMap(({ report }) => report ?? []))].filter(
      (report) => charactersOf(report, looked) > 0,
    )
    const placed = present.filter(isPlaced)
    unplaced += present.length - placed.length
    if (placed.length === 0) continue
    const found = finders.map((find) => find(held.text))
    for (const report of placed) {
      reports.push(trackedReport(held, report, looked, places))
      packer.add(standing(held, report, looked, found))
    }
  }
  return { reports, at: packer.packed(), unplaced }
}
