import { type CSSProperties, useMemo } from 'react'
import type { LedgerScore } from '#shared/compare/ledger/ledger-types'
import type { Verdict } from '#shared/model/ledger'
import { ChartFigure, heatGrid } from '../../charts'
import { CellGrid } from './cell-grid'
import { SIGNS } from './format'
import styles from './ledger.module.css'
import { percent, type ScoreBy, type ScoreTable } from './scores'
import scored from './scores.module.css'
import { showRows } from './state'
import type { LedgerWords } from './use-words'

const DECIDED: readonly Verdict[] = ['met', 'nearly', 'partly', 'missed']
const OPEN: readonly Verdict[] = ['silent', 'pending', 'incomparable']
const HEIGHT = 56

/** A score in words, for the tooltip and for screen readers. */
function scoreWords({ verdicts, decided, share, leftOut, covered }: LedgerScore, { t }: LedgerWords): string {
  const counts = [...DECIDED, ...OPEN].flatMap((verdict) =>
    verdicts[verdict] > 0 ? [`${t(`ledger.verdict.${verdict}`)} ${verdicts[verdict]}`] : [],
  )
  return [
    share === null ? t('ledgerView.score.nothing') : t('ledgerView.score.of', { share: percent(share), decided }),
    ...counts,
    ...(covered > 0 ? [t('ledgerView.score.covered', { count: covered })] : []),
    ...(leftOut > 0 ? [t('ledgerView.score.leftOut', { count: leftOut })] : []),
  ].join(t('ledgerView.between'))
}

/** The share met, of how many, and what is not decided. */
function Score({ score, words }: { score: LedgerScore | null; words: LedgerWords }) {
  const { t } = words
  if (!score) return <span className={styles.quiet}>–</span>
  const { verdicts, decided, share, leftOut } = score
  const rest = OPEN.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  return (
    <span className={scored.score} title={scoreWords(score, words)}>
      <span className="db-figures">
        <strong>{share === null ? '–' : percent(share)}</strong> <span className={styles.quiet}>n = {decided}</span>
      </span>
      {decided > 0 && (
        <span className={scored.bar} aria-hidden>
          {DECIDED.map(
            (verdict) =>
              verdicts[verdict] > 0 && (
                <span key={verdict} data-verdict={verdict} style={{ flexGrow: verdicts[verdict] }}>
                  {verdicts[verdict] / decided > 0.15 && SIGNS[verdict]}
                </span>
              ),
          )}
        </span>
      )}
      <small className="db-figures">
        {[
          rest > 0 ? t('ledgerView.score.open', { count: rest }) : '',
          leftOut > 0 ? t('ledgerView.score.leftOut', { count: leftOut }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </span>
  )
}

interface ScorePaneProps {
  table: ScoreTable
  by: ScoreBy
  /** Year that the scores are of; null for all. */
  year: number | null
  /** Name of a place. */
  placeName: (code: string) => string
  /** Whether more than one place stands in the table. */
  several: boolean
  visible: boolean
  words: LedgerWords
}

/** What a row of scores is called. */
function rowName({ place, value }: ScoreTable['rows'][number], props: ScorePaneProps): string {
  const { by, placeName, several, words } = props
  const { t } = words
  if (by === 'place') return placeName(value)
  const name = {
    year: () => t('ledgerView.yearOf', { year: value }),
    category: () => t(value === '' ? 'ledgerView.noCategory' : `indicators.category.${value}`),
    wording: () => value || t('ledgerView.noWording'),
  }[by]()
  return several && place !== null ? `${name} · ${placeName(place)}` : name
}

/** Scores as a table and as a chart beside it; each leads to the rows behind it. */
export function ScorePane(props: ScorePaneProps) {
  const { table, by, year, visible, words } = props
  const { t } = words
  const { lists, rows } = table
  const names = rows.map((row) => rowName(row, props))
  const open = (at: number, column: number): void => {
    const row = rows[at]
    const list = lists[column]
    if (!row?.place || !list) return
    showRows({
      place: row.place,
      year: by === 'year' ? Number(row.value) : year,
      filter: {
        lists: [list],
        ...(by === 'category' ? { categories: [row.value] } : {}),
        ...(by === 'wording' ? { wordings: [row.value] } : {}),
      },
    })
  }
  const label = t('ledgerView.score.label', { by: t(`ledgerView.score.by.${by}`) })
  const namesKey = names.join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are made anew each time
  const plan = useMemo(
    () =>
      heatGrid({
        rows: names,
        columns: lists.map((list) => t(`ledgerView.list.${list}`)),
        values: rows.map(({ cells }) => cells.map((cell) => cell?.share ?? null)),
        format: percent,
        colour: 'sequential',
        label,
        missing: t('ledgerView.score.nothing'),
      }),
    [table, namesKey, label, t],
  )
  const describe = ({ row, column }: { row: number; column: number }): string[] => {
    const score = rows[row]?.cells[column]
    return [
      `${names[row] ?? ''} · ${t(`ledgerView.list.${lists[column]}`)}`,
      ...(score ? scoreWords(score, words).split(t('ledgerView.between')) : []),
    ]
  }
  return (
    <div className={scored.scores}>
      <CellGrid
        label={label}
        heads={[t(`ledgerView.score.by.${by}`), ...lists.map((list) => t(`ledgerView.list.${list}`))]}
        keys={rows.map(({ key }) => key)}
        name={(row) => names[row]}
        cell={(row, column) => <Score score={rows[row]?.cells[column] ?? null} words={words} />}
        opens={(row, column) => rows[row]?.place != null && rows[row]?.cells[column] != null}
        onOpen={open}
        visible={visible}
        height={HEIGHT}
        layout={{ '--cells': `minmax(120px, 1.2fr) repeat(${lists.length}, minmax(104px, 1fr))` } as CSSProperties}
      />
      {rows.some(({ cells }) => cells.some((cell) => cell?.share != null)) && (
        <div className={scored.chart}>
          <ChartFigure
            key={by}
            plan={plan}
            label={label}
            describe={describe}
            onOpen={({ row, column }) => open(row, column)}
          >
            <span className={styles.quiet}>{t('ledgerView.score.hint')}</span>
          </ChartFigure>
        </div>
      )}
    </div>
  )
}
