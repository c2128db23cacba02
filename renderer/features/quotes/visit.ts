import { ReportKind } from '#shared/model/report'
import { noteLocation, type ViewParams } from '../../workbench'
import { FIRST_SHOWN, type QuotesController, type Shown } from './controller'
import { NO_FILTER, type QuoteFilter } from './filter'
import { COLUMNS, GROUPINGS } from './order'

/** How the list is shown, as a parameter. */
const written = ({ filter, order, group, each }: Shown): string => JSON.stringify({ filter, order, group, each })

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function readFilter(value: unknown): QuoteFilter {
  const { text, codes, places, years, kinds, authors, made, memo, report } = record(value)
  return {
    text: typeof text === 'string' ? text : '',
    codes: strings(codes),
    places: strings(places),
    years: Array.isArray(years) ? years.filter((year): year is number => Number.isInteger(year)) : [],
    kinds: strings(kinds).flatMap((kind) => ReportKind.safeParse(kind).data ?? []),
    authors: strings(authors),
    made: made === 'hand' || made === 'rule' ? made : null,
    memo: memo === true,
    report: typeof report === 'string' ? report : null,
  }
}

/** Reads what `written` has written; what is not of its form is left out. */
function readShown(text: string): Shown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // A layout that was edited by hand: the list as it is at first.
    return FIRST_SHOWN
  }
  const { filter, order, group, each } = record(value)
  const column = COLUMNS.find((one) => one === record(order).column)
  return {
    filter: readFilter(filter),
    order: column ? { column, down: record(order).down === true } : FIRST_SHOWN.order,
    group: GROUPINGS.find((one) => one === group) ?? null,
    each: each === true,
  }
}

/**
 * What parameters ask for: `shown` is how a visited list was shown; `code` (with what is below it), `place`, `year` and
 * `report` preset the filters of the list.
 * @returns null where nothing is asked for
 */
export function shownIn({ shown, code, place, year, report }: ViewParams): Partial<Shown> | null {
  if (typeof shown === 'string') return readShown(shown)
  const filter: QuoteFilter = {
    ...NO_FILTER,
    codes: typeof code === 'string' ? [code] : [],
    places: typeof place === 'string' ? [place] : [],
    years: /^\d{4}$/.test(String(year)) ? [Number(year)] : [],
    report: typeof report === 'string' ? report : null,
  }
  const asked = filter.codes.length + filter.places.length + filter.years.length > 0 || filter.report !== null
  return asked ? { filter } : null
}

/** Does what parameters ask for. */
export function follow(list: QuotesController, params: ViewParams): void {
  const shown = shownIn(params)
  if (shown && written({ ...list.store.getState(), ...shown }) !== written(list.store.getState())) list.change(shown)
  if (typeof params.row === 'string') list.goTo(params.row)
}

/** Notes the list as it is and the quote that is left for its text: going back comes to both. */
export const noteVisit = (list: QuotesController, quote: string): void =>
  noteLocation({ type: 'quotes', key: '', params: { shown: written(list.store.getState()), row: quote } })
