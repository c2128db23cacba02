import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { readTyped, type TypedFigure } from '#shared/compare/ledger/typed'
import { isIndicatorId } from '#shared/compare/offer'
import type { CitedFigure, Genre } from '#shared/model/ledger'
import type { StatementKind } from '#shared/model/statement'
import type { CitedFigureDraft } from '../../storage'

/** A cited figure while it is typed in. */
export interface CitedDraft {
  /** Of one that is changed. */
  id?: string
  place: string
  year: string
  indicator: string
  /** As it was typed: 4.3%. */
  typed: string
  kind: StatementKind
  /** Whether the user has chosen the kind: then the words do not. */
  kindChosen: boolean
  genre: Genre
  citation: string
  basis: string
  subset: string
}

/** A figure of a place and year that nothing is known of yet. */
export const emptyDraft = (place: string, year: number): CitedDraft => ({
  place,
  year: String(year),
  indicator: '',
  typed: '',
  kind: 'level',
  kindChosen: false,
  genre: 'bulletin',
  citation: '',
  basis: '',
  subset: '',
})

/** A result for a row that has none: all but the figure and its citation is known. */
export function draftFor({ target, dueYear, place }: LedgerRow): CitedDraft {
  const { indicator, kind, subset, basis, year } = target
  return {
    ...emptyDraft(place.code, dueYear),
    year: year || String(dueYear),
    indicator,
    kind,
    kindChosen: true,
    subset,
    basis,
  }
}

/** A figure that was typed in before, to be changed. */
export function draftOf(figure: CitedFigure): CitedDraft {
  const { id, place, year, indicator, kind, genre, citation, basis, subset, value, high, unit, comparator } = figure
  const sign = { eq: '', ge: '超过', le: '不超过', approx: '约', range: '' }[comparator]
  const typed = `${sign}${value}${high === null ? '' : `—${high}`}${unit}`
  return { id, place, year, indicator, typed, kind, kindChosen: true, genre, citation, basis, subset }
}

const canonicalOf = (indicator: string): string => (isIndicatorId(indicator) ? indicator : '')

/** What was typed as a figure; null where it is none. */
export function readDraft({ typed, indicator, kind, kindChosen }: CitedDraft): TypedFigure | null {
  const read = readTyped(typed, canonicalOf(indicator))
  return read && (kindChosen ? { ...read, kind } : read)
}

/** What is missing before it can be saved, by its field. */
export function missingOf(draft: CitedDraft): ('place' | 'year' | 'indicator' | 'typed' | 'citation')[] {
  return [
    ...(draft.place === '' ? (['place'] as const) : []),
    ...(/^\d{4}(-\d{4})?$/.test(draft.year.trim()) ? [] : (['year'] as const)),
    ...(draft.indicator.trim() === '' ? (['indicator'] as const) : []),
    ...(readDraft(draft) === null ? (['typed'] as const) : []),
    ...(draft.citation.trim() === '' ? (['citation'] as const) : []),
  ]
}

/** The figure to be saved; null while something is missing. */
export function savedOf(draft: CitedDraft): CitedFigureDraft | null {
  const read = readDraft(draft)
  if (!read || missingOf(draft).length > 0) return null
  const { id, place, genre } = draft
  return {
    ...(id === undefined ? {} : { id }),
    ...read,
    place,
    genre,
    year: draft.year.trim(),
    indicator: draft.indicator.trim(),
    basis: draft.basis.trim(),
    subset: draft.subset.trim(),
    citation: draft.citation.trim(),
  }
}
