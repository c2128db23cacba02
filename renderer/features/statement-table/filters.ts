import { NO_FILTER, type StatementFilter } from '../../workers/statements/protocol'

/** A filter that is in force: its box, and one of the values chosen there. */
export interface Chip {
  box: keyof StatementFilter
  value: string | number
}

const BOXES = [
  'statuses',
  'roles',
  'indicators',
  'places',
  'reportYears',
  'years',
  'kinds',
  'measures',
  'lists',
] as const satisfies readonly (keyof StatementFilter)[]

/** The filters that are in force, one for every value; the text has its own box and is none of them. */
export function chipsOf(filter: StatementFilter): Chip[] {
  const chosen = BOXES.flatMap((box) => filter[box].map((value): Chip => ({ box, value })))
  return [
    ...chosen,
    ...(filter.scope === null ? [] : [{ box: 'scope' as const, value: filter.scope }]),
    ...(filter.below === null ? [] : [{ box: 'below' as const, value: filter.below }]),
  ]
}

/** A filter without one of its values. */
export function withoutChip(filter: StatementFilter, { box, value }: Chip): Partial<StatementFilter> {
  const held = filter[box]
  return { [box]: Array.isArray(held) ? held.filter((other) => other !== value) : NO_FILTER[box] }
}

/** Nothing is filtered but versions, which are a matter of their own. */
export const cleared = ({ mainOnly }: StatementFilter): StatementFilter => ({ ...NO_FILTER, mainOnly })

/** True where something is filtered that `cleared` would let through. */
export const isFiltering = (filter: StatementFilter): boolean => filter.text.trim() !== '' || chipsOf(filter).length > 0
