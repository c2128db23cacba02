import { Role } from '#shared/model/statement'
import type { ViewParams } from '../../workbench'
import { currentRow } from './choosing'
import { COLUMNS, type ColumnId } from './columns'
import { FIRST_SHOWN, type MattersController, type Shown } from './controller'
import { type MatterFilter, NO_FILTER, STATUSES } from './filter'
import { groupingsOf } from './groups'
import { rowKey, TABS } from './tabs'

/** How the table is shown, as a parameter. */
const written = ({ tab, filter, order, group }: Shown): string => JSON.stringify({ tab, filter, order, group })

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function readFilter(value: unknown): MatterFilter {
  const { text, places, years, roles, statuses, indicators, values, mainOnly } = record(value)
  return {
    text: typeof text === 'string' ? text : '',
    places: strings(places),
    years: Array.isArray(years) ? years.filter((year): year is number => Number.isInteger(year)) : [],
    roles: Role.options.filter((role) => strings(roles).includes(role)),
    statuses: STATUSES.filter((status) => strings(statuses).includes(status)),
    indicators: strings(indicators),
    values: strings(values),
    mainOnly: mainOnly !== false,
  }
}

/** Reads what `written` has written; what is not of its form is left out. */
function readShown(text: string): Shown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // A layout that was edited by hand: the table as it is at first.
    return FIRST_SHOWN
  }
  const { tab: wanted, filter, order, group } = record(value)
  const tab = TABS.find((one) => one === wanted) ?? FIRST_SHOWN.tab
  const column = (Object.keys(COLUMNS) as ColumnId[]).find((one) => one === record(order).column)
  return {
    tab,
    filter: readFilter(filter),
    order: column ? { column, down: record(order).down === true } : FIRST_SHOWN.order,
    group: groupingsOf(tab).find((one) => one === group) ?? null,
  }
}

/**
 * What parameters ask for: `shown` is how a visited table was shown; `tab`, `place`, `year` preset it.
 * @returns null where nothing is asked for
 */
export function shownIn({ shown, tab, place, year }: ViewParams): Shown | null {
  if (typeof shown === 'string') return readShown(shown)
  const asked = TABS.find((one) => one === tab)
  const places = typeof place === 'string' ? [place] : []
  const years = /^\d{4}$/.test(String(year)) ? [Number(year)] : []
  if (!asked && places.length + years.length === 0) return null
  return { ...FIRST_SHOWN, tab: asked ?? FIRST_SHOWN.tab, filter: { ...NO_FILTER, places, years } }
}

/** Does what parameters ask for. */
export function follow(table: MattersController, params: ViewParams): void {
  const shown = shownIn(params)
  if (shown && written(shown) !== written(table.store.getState())) table.change(shown)
  if (typeof params.row === 'string') table.goTo(params.row)
}

/** Where the user is in the table, for going back. */
export function positionIn(table: MattersController): ViewParams {
  const row = currentRow(table)
  return { shown: written(table.store.getState()), ...(row ? { row: rowKey(row) } : {}) }
}
