import type { UseHit, WordingUse } from './use'

/** How many parts a report is cut into. */
const PARTS = 10

/** Where a wording stands. */
export interface UsePositions {
  /** How often in each tenth of a whole report, from its beginning. */
  tenths: number[]
  /** The first place in each tenth, null where none is. */
  byTenth: (UseHit | null)[]
  /** How often in digests and parts of reports: where it stands in them says nothing of the report. */
  left: number
  /** All places, also those in digests, in the order of place and year. */
  hits: UseHit[]
}

/** Where a wording stands in the reports that count. */
export function positionsOf({ places, years, cells }: WordingUse, term: number): UsePositions {
  const tenths = Array.from({ length: PARTS }, () => 0)
  const byTenth: (UseHit | null)[] = tenths.map(() => null)
  const hits: UseHit[] = []
  let left = 0
  for (const { code } of places)
    for (const year of years)
      for (const { at, span, kind, report, source, place } of cells.get(code)?.get(year)?.reports ?? [])
        for (let nth = 0; nth < at.count(term); nth++) {
          const hit = at.at(term, nth)
          if (!hit) continue
          const found = { report, source, place, year, ...hit }
          hits.push(found)
          const part = Math.floor(((hit.start - span.start) / Math.max(1, span.end - span.start)) * PARTS)
          if (kind !== 'full') left++
          else if (part >= 0 && part < PARTS) {
            tenths[part] = (tenths[part] ?? 0) + 1
            byTenth[part] ??= found
          }
        }
  return { tenths, byTenth, left, hits }
}
