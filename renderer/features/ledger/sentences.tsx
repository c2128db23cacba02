import { BookOpen } from 'lucide-react'
import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import detail from './detail.module.css'
import { figureText, sourceText } from './format'
import { spanName, useSentences } from './use-sentences'
import type { LedgerWords } from './use-words'
import { openFigure } from './visit'

type Side = 'target' | 'result' | 'claim'

interface SentenceProps {
  side: Side
  figure: LedgerFigure
  text: string
  words: LedgerWords
}

/** A sentence with its figure marked; opens in the reader. */
function Sentence({ side, figure, text, words }: SentenceProps) {
  const { t } = words
  const { origin } = figure
  const head = (
    <span className={`${detail.where} db-figures`}>
      <strong>{t(`ledgerView.side.${side}`)}</strong>
      {origin && side === 'target' ? t('ledgerView.report', { year: origin.reportYear }) : sourceText(figure, t)}
      {origin && <BookOpen size={13} aria-hidden />}
    </span>
  )
  if (!origin)
    return (
      <div className={detail.sentence} data-side={side}>
        {head}
        <span>
          {words.name(figure)} <mark>{figureText(figure, t)}</mark>
        </span>
      </div>
    )
  const [from, to] = [origin.start - origin.sentence.start, origin.end - origin.sentence.start]
  return (
    <button type="button" className={detail.sentence} data-side={side} onClick={() => openFigure(figure)}>
      {head}
      <span>
        {text.slice(0, from)}
        <mark>{text.slice(from, to)}</mark>
        {text.slice(to)}
      </span>
    </button>
  )
}

/** Both sentences of a row at once, and those that its verdict was computed from or that cover it. */
export function Sentences({ row, words }: { row: LedgerRow; words: LedgerWords }) {
  const { target, result, supporting, coveredBy } = row
  const shown: { side: Side; figure: LedgerFigure }[] = [
    { side: 'target', figure: target },
    ...[...(result ? [result] : []), ...supporting].map((figure) => ({ side: 'result' as const, figure })),
    ...(coveredBy && !result ? [{ side: 'claim' as const, figure: coveredBy.figure }] : []),
  ]
  const texts = useSentences(shown.map(({ figure }) => figure))
  return (
    <div className={detail.sentences}>
      {shown.map(({ side, figure }) => (
        <Sentence
          key={`${side} ${figure.ref.report} ${figure.ref.key}`}
          side={side}
          figure={figure}
          text={
            figure.origin
              ? (texts.get(spanName({ report: figure.origin.report, start: figure.origin.sentence.start })) ?? '')
              : ''
          }
          words={words}
        />
      ))}
      {!result && !coveredBy && <p className={detail.none}>{words.say(row.why)}</p>}
    </div>
  )
}
