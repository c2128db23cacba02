import { Button, Progress, Segmented, Select } from 'antd'
import { ChevronLeft, ChevronRight, FileInput, SlidersHorizontal } from 'lucide-react'
import { IconButton } from '../../ui/icon-button'
import { displayKeys, runCommand } from '../../workbench'
import type { Made } from '../by-place'
import styles from './ledger.module.css'
import { bestYear, type PlaceChoice } from './lines'
import { choose, ledgerState, type Shown, useLedgerState } from './state'
import type { LedgerWords } from './use-words'

interface HeadProps {
  places: readonly PlaceChoice[]
  made: Made<unknown>
  words: LedgerWords
  /** How many rows there are, and are shown. */
  counts: { rows: number; shown: number }
}

/** Which place. */
function PlaceSelect({ places, words }: Pick<HeadProps, 'places' | 'words'>) {
  const place = useLedgerState((state) => state.place)
  return (
    <Select
      data-ledger-place
      className={styles.place ?? ''}
      aria-label={words.t('ledgerView.place')}
      value={place}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={260}
      options={places.map(({ code, name, years }) => ({
        value: code,
        search: `${name} ${code}`,
        label: (
          <span className={styles.option}>
            <span>{name}</span>
            <span className="db-figures">{words.t('ledgerView.reports', { count: years.length })}</span>
          </span>
        ),
      }))}
      labelRender={({ value }) => places.find(({ code }) => code === value)?.name ?? ''}
      onChange={(code: string) => {
        const years = places.find((one) => one.code === code)?.years ?? []
        const { year } = ledgerState.getState()
        choose(code, year === null || years.includes(year) ? year : bestYear(years))
      }}
    />
  )
}

/** No report is of this year. */
const ALL_YEARS = 0

/** Which year's promises; of each it is said whether the report that answers for it is there. */
function YearSelect({ years, words }: { years: readonly number[]; words: LedgerWords }) {
  const { t } = words
  const year = useLedgerState((state) => state.year)
  return (
    <span className={styles.year}>
      <IconButton
        icon={ChevronLeft}
        label={t('ledgerView.command.earlier')}
        keys={displayKeys('[')}
        size={14}
        onClick={() => runCommand('ledger.earlier')}
      />
      <Select
        aria-label={t('ledgerView.year')}
        className={styles.yearBox ?? ''}
        value={year ?? ALL_YEARS}
        popupMatchSelectWidth={220}
        options={[
          ...years.map((value) => ({
            value,
            label: (
              <span className={styles.option}>
                <span className="db-figures">{t('ledgerView.yearOf', { year: value })}</span>
                <span>{t(years.includes(value + 1) ? 'ledgerView.answered' : 'ledgerView.unanswered')}</span>
              </span>
            ),
          })),
          { value: ALL_YEARS, label: t('ledgerView.allYears') },
        ]}
        labelRender={({ value }) =>
          value === ALL_YEARS ? t('ledgerView.allYears') : t('ledgerView.yearOf', { year: Number(value) })
        }
        onChange={(value: number) => ledgerState.setState({ year: value === ALL_YEARS ? null : value, selected: null })}
      />
      <IconButton
        icon={ChevronRight}
        label={t('ledgerView.command.later')}
        keys={displayKeys(']')}
        size={14}
        onClick={() => runCommand('ledger.later')}
      />
    </span>
  )
}

/** What is looked at: place, year, rows or scores, and what can be done with it. */
export function Head({ places, made, words, counts }: HeadProps) {
  const { t } = words
  const tab = useLedgerState((state) => state.tab)
  const place = useLedgerState((state) => state.place)
  const years = places.find(({ code }) => code === place)?.years ?? []
  const { progress } = made
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('ledgerView.title')}</h1>
      <PlaceSelect places={places} words={words} />
      <YearSelect years={years} words={words} />
      <Segmented<Shown['tab']>
        aria-label={t('ledgerView.tab.label')}
        value={tab}
        options={(['rows', 'scores'] as const).map((value) => ({ value, label: t(`ledgerView.tab.${value}`) }))}
        onChange={(value) => ledgerState.setState({ tab: value })}
      />
      <span className={`${styles.quiet} db-figures`} role="status">
        {progress
          ? t('ledgerView.reading', progress)
          : tab === 'rows'
            ? t('ledgerView.counts', { rows: counts.rows, shown: counts.shown })
            : ''}
      </span>
      {progress && progress.total > 1 && (
        <Progress
          className={styles.progress ?? ''}
          size="small"
          showInfo={false}
          percent={(100 * progress.done) / progress.total}
          aria-label={t('ledgerView.title')}
        />
      )}
      <span className={styles.tools}>
        <Button
          size="small"
          icon={<FileInput size={14} aria-hidden />}
          title={displayKeys('Mod+Alt+Y')}
          onClick={() => runCommand('ledger.cited')}
        >
          {t('ledgerView.cited.button')}
        </Button>
        <Button
          size="small"
          icon={<SlidersHorizontal size={14} aria-hidden />}
          title={displayKeys('Mod+Alt+U')}
          onClick={() => runCommand('ledger.settings')}
        >
          {t('ledgerView.settings.button')}
        </Button>
        <Button size="small" title={displayKeys('Mod+E')} onClick={() => runCommand('ledger.exportXlsx')}>
          {t('ledgerView.export.xlsx')}
        </Button>
      </span>
    </header>
  )
}
