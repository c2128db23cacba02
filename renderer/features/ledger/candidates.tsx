import { Button } from 'antd'
import { BookOpen } from 'lucide-react'
import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { Message } from '#shared/model/identity'
import { useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import detail from './detail.module.css'
import { figureText, gapText, sourceText } from './format'
import styles from './ledger.module.css'
import { pair } from './ruling'
import type { LedgerWords } from './use-words'
import { openFigure } from './visit'

/** A result that can be chosen for a row, with the key that does it. */
export interface Candidate {
  figure: LedgerFigure
  /** Why it was not taken; null for the one that the rules would take. */
  why: Message | null
  /** What it would have said. */
  says: string
}

const same = (a: LedgerFigure, b: LedgerFigure | null): boolean =>
  b !== null && a.ref.report === b.ref.report && a.ref.key === b.ref.key

/** More candidates have no key of their own. */
export const KEYED = 9

/** The other results that a row could have: the rules' own where it was overruled, then the nearest ones. */
export function candidatesOf(row: LedgerRow, words: LedgerWords): Candidate[] {
  const { others, rules, result } = row
  const first =
    rules.result && !same(rules.result, result)
      ? [{ figure: rules.result, why: null, says: words.t(`ledger.verdict.${rules.verdict}`) }]
      : []
  const rest = others
    .filter(({ figure }) => !same(figure, result) && !same(figure, rules.result))
    .map(({ figure, why, judgement }) => ({
      figure,
      why,
      says: judgement
        ? `${words.t(`ledger.verdict.${judgement.verdict}`)} ${gapText(judgement.gap, words.language)}`.trim()
        : '',
    }))
  return [...first, ...rest]
}

interface CandidatesProps {
  row: LedgerRow
  candidates: readonly Candidate[]
  words: LedgerWords
}

/** The other results: one click or key pairs a row with one by hand, with none, or leaves it to the rules again. */
export function Candidates({ row, candidates, words }: CandidatesProps) {
  const { t } = words
  const session = useSession()
  const pairing = row.ruling?.pairing ?? 'auto'
  return (
    <section className={detail.part} aria-label={t('ledgerView.candidates')}>
      <h3>{t('ledgerView.candidates')}</h3>
      {candidates.length === 0 && <p className={styles.quiet}>{t('ledgerView.noCandidates')}</p>}
      <ul className={detail.candidates}>
        {candidates.map(({ figure, why, says }, index) => (
          <li key={`${figure.ref.report} ${figure.ref.key}`}>
            <button
              type="button"
              className={detail.candidate}
              title={t('ledgerView.take')}
              onClick={() => void pair(session, row, figure.ref)}
            >
              {index < KEYED && <kbd>{index + 1}</kbd>}
              <span className={`${styles.two} ${detail.wraps}`}>
                <span>
                  {words.name(figure)} <strong className="db-figures">{figureText(figure, t)}</strong>{' '}
                  <span className={styles.quiet}>{sourceText(figure, t)}</span>
                </span>
                <small>
                  {[why ? words.say(why) : t('ledgerView.byRules'), says && t('ledgerView.wouldSay', { says })]
                    .filter(Boolean)
                    .join(t('ledgerView.between'))}
                </small>
              </span>
            </button>
            {figure.origin && (
              <IconButton
                icon={BookOpen}
                size={14}
                label={t('ledgerView.openSentence', { name: words.name(figure) })}
                onClick={() => openFigure(figure)}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={styles.buttons}>
        {row.result && (
          <Button size="small" onClick={() => void pair(session, row, 'none')}>
            {t('ledgerView.pairNone')} <kbd>0</kbd>
          </Button>
        )}
        {pairing !== 'auto' && (
          <Button size="small" onClick={() => void pair(session, row, 'auto')}>
            {t('ledgerView.pairAuto')} <kbd>A</kbd>
          </Button>
        )}
      </p>
    </section>
  )
}
