import type { Doubt } from '#shared/model/doubts'
import type { Message } from '#shared/model/identity'

/** What a reason of the kind's group tells of the year: the heading of a section names it. */
const YEAR_BY_HEADING = 'reasons.kind.year'

/** The reasons that speak for one field, in the order of weight. */
export const reasonsFor = (reasons: readonly Message[], field: Doubt): Message[] =>
  reasons.filter(({ key }) => {
    if (key === YEAR_BY_HEADING) return field === 'year'
    return key.startsWith(`reasons.${field}.`)
  })
