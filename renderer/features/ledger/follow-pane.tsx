import { type CSSProperties, useMemo } from 'react'
import { type Followed, followLedger } from '#shared/compare/ledger/follow'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { verdictKey } from '#shared/compare/ledger/wording'
import { listVentureLinks, useLive } from '../../storage'
import { CellGrid } from './cell-grid'
import detail from './detail.module.css'
import { figureText, SIGNS, targetText } from './format'
import styles from './ledger.module.css'
import scored from './scores.module.css'
import type { LedgerWords } from './use-words'
import { openFigure, resultOf } from './visit'

const HEIGHT = 40

/** What was promised and what became of it. */
function Step({ rows, words }: { rows: readonly LedgerRow[]; words: LedgerWords }) {
  const { t } = words
  const [row] = rows
  if (!row) return <span className={styles.quiet}>·</span>
  const said = `${t('ledgerView.side.target')} ${targetText(row, t)}, ${t(verdictKey(row))}`
  const result = row.result ? `, ${t('ledgerView.side.result')} ${figureText(row.result, t)}` : ''
  return (
    <span className={scored.step} data-verdict={row.verdict} title={said + result}>
      <span className={`${styles.sign} ${scored.mark}`} role="img" aria-label={t(verdictKey(row))}>
        {SIGNS[row.verdict]}
      </span>
      <span className="db-figures">
        {targetText(row, t)}
        {row.result && ` → ${figureText(row.result, t)}`}
      </span>
    </span>
  )
}

interface FollowPaneProps {
  rows: readonly LedgerRow[]
  /** Whether the name of the place is told. */
  several: boolean
  visible: boolean
  words: LedgerWords
}

const matches = ({ years }: Followed): boolean => years.size > 1

/** Livelihood items and named projects through the years; each step opens its sentence. */
export function FollowPane({ rows, several, visible, words }: FollowPaneProps) {
  const { t } = words
  const links = useLive(listVentureLinks, [])
  const lines = useMemo(() => followLedger(rows, links ?? []), [rows, links])
  const years = useMemo(() => [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b), [rows])
  const again = lines.filter(matches).length
  const rowsAt = (line: number, column: number): readonly LedgerRow[] =>
    lines[line]?.years.get(years[column] ?? 0) ?? []
  if (lines.length === 0) return <p className={detail.none}>{t('ledgerView.follow.none')}</p>
  return (
    <div className={scored.follow}>
      <p className={styles.quiet}>{t('ledgerView.follow.what', { count: lines.length, again })}</p>
      <CellGrid
        label={t('ledgerView.score.by.follow')}
        heads={[t('ledgerView.follow.name'), ...years.map((year) => t('ledgerView.yearOf', { year }))]}
        keys={lines.map(({ key }) => key)}
        name={(line) => {
          const followed = lines[line]
          return (
            <>
              <span title={followed?.name}>{followed?.name}</span>
              <small>
                {t(`ledgerView.list.${followed?.type ?? 'livelihood'}`)}
                {several && ` · ${followed?.place.short}`}
              </small>
            </>
          )
        }}
        cell={(line, column) => <Step rows={rowsAt(line, column)} words={words} />}
        opens={(line, column) => rowsAt(line, column).length > 0}
        onOpen={(line, column, other) => {
          const [row] = rowsAt(line, column)
          if (row) openFigure(other ? row.target : (resultOf(row) ?? row.target))
        }}
        visible={visible}
        height={HEIGHT}
        layout={
          {
            '--cells': `minmax(200px, 1.6fr) repeat(${years.length}, minmax(132px, 1fr))`,
            '--least': `${200 + 132 * years.length}px`,
          } as CSSProperties
        }
      />
    </div>
  )
}
