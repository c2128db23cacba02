import type { Gap, LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { relationText } from '#shared/compare/ledger/wording'
import type { Verdict } from '#shared/model/ledger'

type Say = (key: string, params?: Record<string, string | number>) => string

/** A sign for each verdict, so that colour is never alone. */
export const SIGNS: Readonly<Record<Verdict, string>> = {
  met: '✓',
  nearly: '≈',
  partly: '◐',
  missed: '✗',
  silent: '–',
  pending: '…',
  incomparable: '≠',
}

/** Digits behind the point: as reports print them, none that only the arithmetic made. */
const number = (language: string, value: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(Math.abs(value))

const signed = (language: string, value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(language, value)}`

/** How far a result is from its target, and the same in percent of the target: +11.1亿元, +27.75%. */
export function gapParts(gap: Gap | null, language: string): string[] {
  if (!gap) return []
  const absolute = signed(language, gap.absolute) + gap.unit
  return gap.percent === null || gap.absolute === 0 ? [absolute] : [absolute, `${signed(language, gap.percent)}%`]
}

/** The same in one line: +11.1亿元 (+27.75%), −3.7个百分点. */
export function gapText(gap: Gap | null, language: string): string {
  const [absolute = '', percent] = gapParts(gap, language)
  return percent === undefined ? absolute : `${absolute} (${percent})`
}

/** A figure as written, with what limits it: ≥ 40亿元, 约3万户; what a target without a number says. */
export function figureText(figure: LedgerFigure, t: Say): string {
  const { value, high, unit, quantity, comparator, relation, stage, type } = figure
  if (value !== null) {
    const written = quantity || `${value}${high === null ? '' : `–${high}`}${unit}`
    const sign = t(`compare.comparator.${comparator}`)
    return sign === '' ? written : `${sign} ${written}`
  }
  if (relation) return relationText(relation, t)
  if (type === 'venture') return t(`matters.stage.${stage || 'none'}`)
  return type === 'list_item' ? t('ledgerView.item') : ''
}

/** What stands under a target: its kind, its wording, what it is a part of, when it is due. */
export function targetNotes(figure: LedgerFigure, t: Say): string[] {
  const { kind, value, subset, basis, measure, due } = figure
  return [
    value !== null && kind !== 'level' ? t(`compare.kind.${kind}`) : '',
    measure === '' ? '' : t(`compare.measure.${measure}`),
    subset,
    basis,
    due,
  ].filter((note) => note !== '')
}

/** What a row promises: its figure; of an item of a list how many figures it holds. */
export const targetText = ({ target, parts }: LedgerRow, t: Say): string =>
  parts.length > 0 ? t('ledgerView.parts', { count: parts.length }) : figureText(target, t)

/** Where a result comes from, without what the caveats tell: 2023年报告, 统计公报. */
export const shortSource = (figure: LedgerFigure, t: Say): string => {
  if (figure.genre !== 'report' || !figure.origin) return t(`ledgerView.genre.${figure.genre}`)
  return t('ledgerView.report', { year: figure.origin.reportYear })
}

/** Where a result comes from: 2023年报告, 统计公报 with its title, what was typed in. */
export function sourceText({ origin, genre, citation }: LedgerFigure, t: Say): string {
  const named = genre === 'report' ? '' : t(`ledgerView.genre.${genre}`)
  if (!origin) return `${named} ${citation}`
  if (genre !== 'report') return `${named} ${origin.reportYear}`
  const { reportYear, reportKind } = origin
  if (reportKind === 'full') return t('ledgerView.report', { year: reportYear })
  return t('ledgerView.reportOfKind', { year: reportYear, kind: t(`compare.reportKind.${reportKind}`) })
}
