import type { Doubt } from '#shared/model/doubts'
import type { Message } from '#shared/model/identity'
import type { Report } from '#shared/model/report'

/** What a reason of the kind's group tells of the year: the heading of a section names it. */
const YEAR_BY_HEADING = 'reasons.kind.year'

/** Why a name was taken for a misread one. */
export const REPAIR = 'reasons.place.repaired'

/** The reasons that speak for one field, in the order of weight. */
export const reasonsFor = (reasons: readonly Message[], field: Doubt): Message[] =>
  reasons.filter(({ key }) => {
    if (key === YEAR_BY_HEADING) return field === 'year'
    return key.startsWith(`reasons.${field}.`)
  })

/** The name in the text that no place has, as far as it was read; null where the place is known. */
export function unknownName(report: Pick<Report, 'place' | 'reasons'>): string | null {
  const name = report.reasons.find(({ key }) => key === 'reasons.place.unknown')?.params.name
  return report.place === null && typeof name === 'string' ? name : null
}
