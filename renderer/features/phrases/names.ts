import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import type { LagBound } from '#shared/search/tracking/above'
import type { UseEnds } from '#shared/search/tracking/ends'
import type { UseHit } from '#shared/search/tracking/use'
import { useGazetteer } from '../places'

/** A figure to one place behind the point, whole numbers without. */
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1))

/** The name of a place by its code: one at hand, else from the table of divisions, else the code. */
export function usePlaceName(places: readonly { code: string; name: string }[]): (code: string) => string {
  const gazetteer = useGazetteer()
  return useCallback(
    (code) => places.find((place) => place.code === code)?.name ?? gazetteer?.placeByCode(code)?.name ?? code,
    [places, gazetteer],
  )
}

/** A year with its place: 2021 瀍河. */
export const hitText = ({ year, place }: UseHit): string => `${year} ${place.short}`

/** The year of a first use, as surely as it is known. */
export function firstText({ first, silentBefore }: UseEnds, t: TFunction): string {
  if (silentBefore === null) return t('phrases.first.orEarlier', { year: first.year })
  return silentBefore === first.year - 1
    ? String(first.year)
    : t('phrases.first.between', { from: silentBefore + 1, to: first.year })
}

/** The year of a last use, and whether it has ended. */
export const lastText = ({ last, silentAfter }: UseEnds, t: TFunction): string =>
  silentAfter === null ? String(last.year) : t('phrases.last.ended', { year: last.year, next: silentAfter })

/** How many years the lower level came after the upper one. */
export function lagText(lag: number, bound: LagBound, t: TFunction): string {
  if (bound === 'open') return t('phrases.lag.open')
  const years =
    lag === 0
      ? t('phrases.lag.same')
      : t(lag > 0 ? 'phrases.lag.later' : 'phrases.lag.earlier', { count: Math.abs(lag) })
  return bound === 'exact' ? years : t(`phrases.lag.${bound}`, { years })
}
