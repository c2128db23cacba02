import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { relationText, verdictKey } from '#shared/compare/ledger/wording'
import { type Language, translate } from '#shared/locales/translate'
import type { DocumentCell, Tone } from './document'

const SIGNS = { eq: '', ge: '≥', le: '≤', approx: '≈', range: '' } as const

/** A report's own mark of a list's item is no part of its name. */
const BULLET = /^[●•·▪■◆○★☆\-–—*\s]+/u

/** What a figure is of, as a table names it. */
export const figureName = ({ canonical, phrase }: LedgerFigure, indicatorName: (id: string) => string): string =>
  canonical === '' ? phrase.replace(BULLET, '') : indicatorName(canonical)

/**
 * A figure as a table has it: its comparator, number and unit; a relative target as it is written. A target that has
 * neither is told by its name alone.
 */
export function figureText(figure: LedgerFigure | null, language: Language): string {
  if (!figure) return '—'
  const { value, high, unit, comparator, relation } = figure
  if (value === null) {
    if (!relation) return figure.role === 'target' ? '' : figure.phrase.replace(BULLET, '')
    return relationText(relation, (key) => translate(language, key))
  }
  const end = high === null ? '' : `–${high}`
  return `${SIGNS[comparator]}${value}${end}${unit}`
}

/** A figure as a cell; its number stays one in a sheet. */
export function figureCell(figure: LedgerFigure | null, language: Language): DocumentCell {
  const text = figureText(figure, language)
  if (!figure || figure.value === null || figure.high !== null) return { text }
  const { value, unit, comparator } = figure
  return { text, number: { value, decimals: null, before: SIGNS[comparator], after: unit } }
}

/** The verdict in words, as the window has it: 超额完成, 未提及（总括完成）, 未到期. */
export const verdictText = (row: LedgerRow, language: Language): string => translate(language, verdictKey(row))

/** How a verdict is coloured; it is never told by colour alone. */
export const verdictTone = ({ verdict }: LedgerRow): Tone =>
  verdict === 'met' || verdict === 'nearly' ? 'good' : verdict === 'missed' ? 'bad' : 'quiet'

/** Digits of a margin: all that were printed, none that binary fractions make. */
const DIGITS = 10

/** The margin with its sign and unit; '' where there is none. */
export function gapText({ gap }: LedgerRow, language: Language): string {
  if (!gap) return ''
  const unit = gap.unit === '个百分点' ? translate(language, 'tables.points') : gap.unit
  const rounded = Number(gap.absolute.toPrecision(DIGITS))
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)}${unit}`
}
