import { Button, Checkbox, Progress, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import type { Ledger } from '#shared/compare/ledger/ledger-types'
import { scoreLedger } from '#shared/compare/ledger/score'
import type { Made } from '../by-place'
import detail from './detail.module.css'
import { FollowPane } from './follow-pane'
import styles from './ledger.module.css'
import type { PlaceChoice } from './lines'
import { ScorePane } from './score-pane'
import { byShare, type ScoreTable, scoreTable } from './scores'
import scored from './scores.module.css'
import { FINEST, ledgerState, MOST_PLACES, SCORES, type ScoreView, useLedgerState } from './state'
import { useLibraryScores } from './use-ledger'
import type { LedgerWords } from './use-words'

interface ScoresTabProps {
  places: readonly PlaceChoice[]
  ledgers: Made<Ledger>
  visible: boolean
  words: LedgerWords
}

/** Which places stand beside the one that is looked at. */
function Beside({ places, words }: Pick<ScoresTabProps, 'places' | 'words'>) {
  const { t } = words
  const place = useLedgerState((state) => state.place)
  const beside = useLedgerState((state) => state.beside)
  return (
    <Select
      mode="multiple"
      allowClear
      className={scored.beside ?? ''}
      aria-label={t('ledgerView.beside')}
      placeholder={t('ledgerView.beside')}
      maxCount={MOST_PLACES - 1}
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={220}
      value={[...beside]}
      options={places
        .filter(({ code }) => code !== place)
        .map(({ code, name }) => ({ value: code, label: name, search: `${name} ${code}` }))}
      onChange={(codes) => ledgerState.setState({ beside: codes.slice(0, MOST_PLACES - 1) })}
    />
  )
}

/** The whole library is made by the worker: how far it is, and a way to end it. */
function Library({ progress, words }: { progress: Made<unknown>['progress']; words: LedgerWords }) {
  const { t } = words
  if (!progress) return <span className={styles.quiet}>{t('ledgerView.score.noVentures')}</span>
  return (
    <span className={scored.making}>
      <Progress
        className={styles.progress ?? ''}
        size="small"
        showInfo={false}
        percent={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
        aria-label={t('ledgerView.score.library')}
      />
      <span className={`${styles.quiet} db-figures`} role="status">
        {t('ledgerView.reading', progress)}
      </span>
      <Button size="small" onClick={() => ledgerState.setState({ library: false })}>
        {t('ledgerView.score.cancel')}
      </Button>
    </span>
  )
}

/** Whether anything has come out at all. */
const isDecided = ({ rows }: ScoreTable): boolean =>
  rows.some(({ cells }) => cells.some((cell) => cell !== null && cell.decided > 0))

/** How promises came out: by place, year, category and wording, apart for the lists, and followed over the years. */
export function ScoresTab({ places, ledgers, visible, words }: ScoresTabProps) {
  const { t } = words
  const view = useLedgerState((state) => state.score)
  const allYears = useLedgerState((state) => state.allYears)
  const library = useLedgerState((state) => state.library)
  const chosenYear = useLedgerState((state) => state.year)
  const beside = useLedgerState((state) => state.beside)
  const year = allYears ? null : chosenYear
  const whole = useLibraryScores(visible && library && view !== 'follow')
  const rows = useMemo(
    () =>
      [...ledgers.places.values()].flatMap((ledger) => ledger.rows).filter((row) => year === null || row.year === year),
    [ledgers.places, year],
  )
  const own = useMemo(() => scoreLedger(rows, FINEST), [rows])
  const table = useMemo(() => {
    if (view === 'follow') return null
    const scores = library ? whole.scores.filter(({ group }) => year === null || group.year === String(year)) : own
    const made = scoreTable(scores, view, !library)
    return library && view === 'place' ? byShare(made, 0) : made
  }, [view, library, whole.scores, own, year])
  const names = useMemo(() => new Map(places.map(({ code, name }) => [code, name])), [places])
  return (
    <div className={scored.scoresTab}>
      <div className={styles.filters}>
        <Segmented<ScoreView>
          aria-label={t('ledgerView.score.view')}
          value={view}
          options={SCORES.map((value) => ({ value, label: t(`ledgerView.score.by.${value}`) }))}
          onChange={(score) => ledgerState.setState({ score })}
        />
        <Beside places={places} words={words} />
        <Checkbox checked={allYears} onChange={({ target }) => ledgerState.setState({ allYears: target.checked })}>
          {t('ledgerView.score.allYears')}
        </Checkbox>
        {view !== 'follow' && (
          <Checkbox checked={library} onChange={({ target }) => ledgerState.setState({ library: target.checked })}>
            {t('ledgerView.score.library')}
          </Checkbox>
        )}
        {library && view !== 'follow' && <Library progress={whole.progress} words={words} />}
      </div>
      {table && view !== 'follow' ? (
        table.rows.length === 0 ? (
          <p className={detail.none}>{t('ledgerView.score.none')}</p>
        ) : (
          <>
            {!isDecided(table) && (
              <p className={styles.notice} role="note">
                {t('ledgerView.score.allLeftOut')}
              </p>
            )}
            <ScorePane
              table={table}
              by={view}
              year={year}
              placeName={(code) => names.get(code) ?? code}
              several={beside.length > 0}
              visible={visible}
              words={words}
            />
          </>
        )
      ) : (
        <FollowPane rows={rows} several={beside.length > 0} visible={visible} words={words} />
      )}
    </div>
  )
}
