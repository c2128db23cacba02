import type { SeriesBreak } from '#shared/model/audit'
import { type Message, message } from '#shared/model/identity'
import type { StatementKind } from '#shared/model/statement'
import { LINEAGE } from '#shared/places/changes'
import { BREAK_ROWS, type BreakRow } from './breaks.data'

/** A break (断点) in the series of a place and an indicator. */
export interface Break {
  /** Id of the user's record, or the name of a built-in one. */
  id: string
  /** The first data year of the new series: the line is interrupted before it. */
  year: number
  cause: SeriesBreak['cause']
  /** What it is, for the footnote: key under `audit.break.*`. */
  label: Message
  /** Set by the user. */
  own: boolean
}

interface Ranged extends Break {
  places: readonly string[]
  indicators: readonly string[]
  kinds: readonly StatementKind[]
}

/** Growth and points are given on one footing, whatever becomes of the levels. */
const LEVELS: readonly StatementKind[] = ['level', 'ratio']

const builtIn = ({ id, year, cause, places, indicators, params = {} }: BreakRow): Ranged => ({
  id,
  year,
  cause,
  places,
  indicators,
  kinds: LEVELS,
  label: message(`audit.break.${id.split('-')[0] ?? id}`, { year, ...params }),
  own: false,
})

/** Divisions that went on under their code with another territory: merged, split or redrawn. */
const ofDivisions: readonly Ranged[] = LINEAGE.filter(({ kind }) => kind !== 'renamed').map((change) => {
  const year = Number(change.date.slice(0, 4))
  const [from, to] = [change.from, change.to].map((divisions) => divisions.map(({ name }) => name).join('、'))
  return {
    id: `division-${change.date}-${change.to[0]?.code ?? ''}`,
    year,
    cause: 'division',
    places: [...change.from, ...change.to].map(({ code }) => code),
    indicators: [],
    kinds: LEVELS,
    label: message('audit.break.division', { year, from: from ?? '', to: to ?? '' }),
    own: false,
  }
})

const BUILT_IN: readonly Ranged[] = [...BREAK_ROWS.map(builtIn), ...ofDivisions]

const byUser = ({ id, year, cause, places, indicators, note }: SeriesBreak): Ranged => ({
  id,
  year,
  cause,
  places,
  indicators,
  kinds: ['level', 'growth', 'ratio', 'points'],
  label: message(note === '' ? `audit.break.cause.${cause}` : 'audit.break.own', { year, note }),
  own: true,
})

const takes = (listed: readonly string[], one: string): boolean => listed.length === 0 || listed.includes(one)

/**
 * The breaks of a series between its first and its last year: points p < q of a line are not joined where one has
 * p < `year` ≤ q.
 * @param place code of the place, null where it is not known
 * @param indicator its id, or the phrase
 * @param years data years in any order, `2021` or `2016-2021`; '' counts for nothing
 * @param own the user's breaks
 * @param kind built-in breaks are those of levels and shares; growth is interrupted only by the user's
 * @returns ascending by year; the same for any order of `years` and `own`
 */
export function breaksFor(
  place: string | null,
  indicator: string,
  years: readonly string[],
  own: readonly SeriesBreak[],
  kind: StatementKind = 'level',
): Break[] {
  const ends = years
    .flatMap((year) => year.split('-'))
    .filter((year) => year !== '')
    .map(Number)
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return [...BUILT_IN, ...own.map(byUser)]
    .filter(({ year, kinds }) => first < year && year <= last && kinds.includes(kind))
    .filter(({ places, indicators }) => takes(indicators, indicator) && takes(places, place ?? ''))
    .sort((a, b) => a.year - b.year || Number(b.own) - Number(a.own) || (a.id < b.id ? -1 : 1))
    .map(({ id, year, cause, label, own: set }) => ({ id, year, cause, label, own: set }))
}
