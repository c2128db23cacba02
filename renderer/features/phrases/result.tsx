import { Button, Progress, Segmented, Select } from 'antd'
import { FileDown } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhraseGroup } from '#shared/model/phrase-group'
import { PlaceLevel } from '#shared/model/place'
import { ofPlaces } from '#shared/search/tracking/use'
import { displayKeys, runCommand } from '../../workbench'
import { AbovePane } from './above-pane'
import { EndedPane } from './ended-pane'
import { OverviewPane, type PaneProps } from './overview-pane'
import styles from './phrases.module.css'
import { TABS, type Tab, type Tracked, type Tracker, usePhrases } from './tracker'
import { WherePane } from './where-pane'
import { YearsPane } from './years-pane'

const PANES = {
  overview: OverviewPane,
  years: YearsPane,
  above: AbovePane,
  where: WherePane,
  ended: EndedPane,
} satisfies Record<Tab, (props: PaneProps) => React.ReactNode>

/** How far the looking is, above what was found before. */
function UnderWay({ tracker }: { tracker: Tracker }) {
  const { t } = useTranslation()
  const [isAsking, progress] = [
    usePhrases(tracker, (state) => state.isAsking),
    usePhrases(tracker, (state) => state.progress),
  ]
  if (!isAsking) return null
  const { step = 'filling', done = 0, total = 0 } = progress ?? {}
  const label = t(`phrases.progress.${step}`, { done, total })
  return (
    <div className={styles.working} role="status">
      <span className="db-figures">{label}</span>
      <Progress
        className={styles.progress ?? ''}
        percent={total > 0 ? Math.round((100 * done) / total) : 0}
        showInfo={false}
        aria-label={label}
      />
      <Button size="small" onClick={() => tracker.stop()}>
        {t('phrases.stop')}
      </Button>
    </div>
  )
}

interface ResultProps {
  group: PhraseGroup
  tracker: Tracker
  visible: boolean
}

function Found({ tracked, tracker, visible }: { tracked: Tracked; tracker: Tracker; visible: boolean }) {
  const { t } = useTranslation()
  const [tab, level, wanted] = [
    usePhrases(tracker, (state) => state.tab),
    usePhrases(tracker, (state) => state.level),
    usePhrases(tracker, (state) => state.term),
  ]
  const { terms, use, unplaced } = tracked
  const shown = useMemo(() => (level === '' ? use : ofPlaces(use, (place) => place.level === level)), [use, level])
  const levels = useMemo(
    () => PlaceLevel.options.filter((one) => use.places.some((place) => place.level === one)),
    [use],
  )
  const term = Math.max(
    0,
    terms.findIndex(({ id }) => id === wanted),
  )
  const Pane = PANES[tab]
  return (
    <>
      <div className={styles.bar}>
        <Segmented<Tab>
          size="small"
          aria-label={t('phrases.pages')}
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`phrases.tab.${value}`) }))}
          onChange={(value) => tracker.store.setState({ tab: value })}
        />
        <Select
          size="small"
          className={styles.wide ?? ''}
          aria-label={t('phrases.chosenTerm')}
          title={displayKeys(']')}
          value={terms[term]?.id ?? null}
          options={terms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => tracker.choose({ term: id })}
        />
        <Select<PlaceLevel | ''>
          size="small"
          className={styles.level ?? ''}
          aria-label={t('phrases.level.name')}
          value={level}
          options={[
            { value: '', label: t('phrases.level.all') },
            ...levels.map((value) => ({ value, label: t(`phrases.level.${value}`) })),
          ]}
          onChange={(value) => tracker.store.setState({ level: value })}
        />
        <span className={styles.tools}>
          {(['csv', 'xlsx'] as const).map((type) => (
            <Button
              key={type}
              size="small"
              icon={<FileDown size={14} aria-hidden />}
              onClick={() => runCommand(`phrases.${type}`)}
            >
              {t(`phrases.export.${type}`)}
            </Button>
          ))}
        </span>
      </div>
      {use.places.length === 0 ? (
        <p className={styles.nothing}>{t('phrases.noReports')}</p>
      ) : (
        <Pane tracker={tracker} tracked={tracked} use={shown} term={term} visible={visible} />
      )}
      {unplaced > 0 && <p className={styles.note}>{t('phrases.unplaced', { count: unplaced })}</p>}
    </>
  )
}

/** What was found of a group: figures, and the sentences behind them. */
export function Result({ group, tracker, visible }: ResultProps) {
  const { t } = useTranslation()
  const [tracked, failed, stopped] = [
    usePhrases(tracker, (state) => state.tracked),
    usePhrases(tracker, (state) => state.failed),
    usePhrases(tracker, (state) => state.stopped),
  ]
  const again = (label: string) => (
    <Button size="small" onClick={() => tracker.again()}>
      {label}
    </Button>
  )
  if (group.terms.length === 0) return <p className={styles.nothing}>{t('phrases.noTerms')}</p>
  return (
    <section className={styles.result} aria-label={t('phrases.result')}>
      <UnderWay tracker={tracker} />
      {failed && (
        <p className={styles.nothing} role="alert">
          {t('phrases.failed', { message: t(failed.key, failed.params) })} {again(t('phrases.again'))}
        </p>
      )}
      {stopped && (
        <p className={styles.nothing} role="status">
          {t(tracked ? 'phrases.stoppedOld' : 'phrases.stopped')} {again(t('phrases.lookAgain'))}
        </p>
      )}
      {tracked && tracked.terms.length > 0 && <Found tracked={tracked} tracker={tracker} visible={visible} />}
    </section>
  )
}
