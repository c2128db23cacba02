import type { LedgerFigure } from '#shared/compare/ledger/ledger-types'
import { spanTexts, type TextSpan, useLive } from '../../storage'

/** The sentences that figures stand in, one span for each; figures that were typed in have none. */
export const spansOf = (figures: readonly LedgerFigure[]): TextSpan[] =>
  figures.flatMap(({ origin }) => (origin ? [{ report: origin.report, ...origin.sentence }] : []))

/** Names a sentence. */
export const spanName = ({ report, start }: Pick<TextSpan, 'report' | 'start'>): string => `${report} ${start}`

/** The words of the sentences that figures stand in, by `spanName`; empty while they are read. */
export function useSentences(figures: readonly LedgerFigure[]): ReadonlyMap<string, string> {
  const spans = spansOf(figures)
  const texts = useLive((db) => spanTexts(db, spans), [spans.map(spanName).join('|')])
  return new Map(spans.map((span, index) => [spanName(span), texts?.[index] ?? '']))
}
