import { Button } from 'antd'
import { Columns2, FileInput } from 'lucide-react'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { displayKeys, runCommand } from '../../workbench'
import { type Candidate, Candidates } from './candidates'
import detail from './detail.module.css'
import { figureText, gapText } from './format'
import styles from './ledger.module.css'
import { Sentences } from './sentences'
import { ledgerState } from './state'
import type { LedgerWords } from './use-words'
import { VerdictChip } from './verdict-chip'
import { Word } from './word'

interface DetailProps {
  row: LedgerRow
  /** All rows of the place and year. */
  rows: readonly LedgerRow[]
  candidates: readonly Candidate[]
  words: LedgerWords
  onLeave: () => void
}

/** Rows that this one is made up of, or that it says again; each is one click away. */
function Related({ row, rows, words }: Pick<DetailProps, 'row' | 'rows' | 'words'>) {
  const { t } = words
  const byId = new Map(rows.map((one) => [one.id, one]))
  const parts = row.parts.flatMap((id) => byId.get(id) ?? [])
  const repeats = row.repeats === null ? undefined : byId.get(row.repeats)
  if (parts.length === 0 && !repeats) return null
  const link = (one: LedgerRow) => (
    <li key={one.id}>
      <button type="button" className={detail.link} onClick={() => ledgerState.setState({ selected: one.id })}>
        {words.name(one.target)} <span className="db-figures">{figureText(one.target, t)}</span>{' '}
        <VerdictChip row={one} words={words} />
      </button>
    </li>
  )
  return (
    <section className={detail.part} aria-label={t('ledgerView.related')}>
      <h3>{t(repeats ? 'ledgerView.repeats' : 'ledgerView.parts', { count: parts.length })}</h3>
      <ul className={detail.plain}>{repeats ? link(repeats) : parts.map(link)}</ul>
    </section>
  )
}

/** A row in full: both sentences, how the verdict came about, caveats in words, other results, the user's word. */
export function Detail({ row, rows, candidates, words, onLeave }: DetailProps) {
  const { t, say } = words
  const gap = gapText(row.gap, words.language)
  return (
    <section className={detail.detail} aria-label={t('ledgerView.detail')}>
      <header className={detail.detailHead}>
        <h2 className={styles.heading}>{words.name(row.target)}</h2>
        <p>
          <VerdictChip row={row} words={words} /> <span className="db-figures">{gap}</span>
        </p>
      </header>
      <Sentences row={row} words={words} />
      <p className={styles.buttons}>
        <Button
          size="small"
          icon={<Columns2 size={13} aria-hidden />}
          title={displayKeys('b')}
          onClick={() => runCommand('ledger.openBoth')}
        >
          {t('ledgerView.openBoth')} <kbd>B</kbd>
        </Button>
        {!row.result && (
          <Button
            size="small"
            icon={<FileInput size={13} aria-hidden />}
            title={displayKeys('c')}
            onClick={() => runCommand('ledger.cite')}
          >
            {t('ledgerView.cited.forRow')} <kbd>C</kbd>
          </Button>
        )}
      </p>
      <section className={detail.part} aria-label={t('ledgerView.why')}>
        <h3>{t('ledgerView.why')}</h3>
        <ul className={detail.notes}>
          {(row.result || row.coveredBy) && <li>{say(row.why)}</li>}
          {row.coveredBy && <li>{t('ledgerView.coveredBy', { covers: row.coveredBy.covers })}</li>}
          {row.caveats.map((caveat, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the caveats of a row never move
            <li key={index}>{say(caveat)}</li>
          ))}
          {row.leftOut && <li>{t('ledgerView.leftOut', { why: say(row.leftOut) })}</li>}
        </ul>
      </section>
      <Related row={row} rows={rows} words={words} />
      <Candidates row={row} candidates={candidates} words={words} />
      <Word row={row} words={words} onLeave={onLeave} />
    </section>
  )
}
