import { useMemo } from 'react'
import type { PlaceRef } from '#shared/model/place'
import { listReports, useLive } from '../../storage'
import { placesAbove, useGazetteer } from '../places'

/** A place that reports are of, or that holds such places. */
export interface PlaceChoice {
  value: string
  name: string
  search: string
  /** Reports of it and of what lies in it. */
  count: number
}

/** What the filters can offer of the project's reports. */
export interface Choices {
  places: readonly PlaceChoice[]
  /** Report years, the latest first. */
  years: readonly number[]
}

type Known = Pick<PlaceRef, 'code' | 'name' | 'parent'>

/** The places and years of the project's reports; read while the boxes are open. */
export function useChoices(): Choices | undefined {
  const gazetteer = useGazetteer()
  const reports = useLive(listReports, [])
  return useMemo(() => {
    if (!reports) return undefined
    const counts = new Map<string, { place: Known; count: number }>()
    for (const { place } of reports)
      for (const one of place ? [place, ...placesAbove(gazetteer, place)] : []) {
        const known = counts.get(one.code)
        if (known) known.count++
        else counts.set(one.code, { place: one, count: 1 })
      }
    const places = [...counts.values()]
      .sort((a, b) => (a.place.code < b.place.code ? -1 : 1))
      .map(({ place: { code, name }, count }) => ({ value: code, name, search: `${name} ${code}`, count }))
    const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a)
    return { places, years }
  }, [reports, gazetteer])
}
