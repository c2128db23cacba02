import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageSubject } from '#shared/compare/passages'
import { languageOf } from '#shared/locales/translate'
import type { TopicRule } from '#shared/model/topic'
import { topicsWith } from '#shared/text/topics'
import { listTopics, type ReviewStatement, useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { runCommand, takeAsked, tellPosition, type ViewProps } from '../../workbench'
import { nameOf as indicatorNameOf, useDictionary } from '../indicators'
import { Bar, type Focusable } from './bar'
import { beside, firstReports, firstTopic, indicatorsIn, topicsIn } from './choices'
import { Column } from './column'
import { activate } from './commands'
import styles from './passages.module.css'
import { askedIn, type PassagesStore, paramsOf, passagesStoreOf, usePassages } from './state'
import { useAllReports, useReports } from './use-reports'

const NO_RULES: readonly TopicRule[] = []

/** Says what topics and indicators are called. */
function useNames() {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const rules = useLive(listTopics, []) ?? NO_RULES
  const language = languageOf(i18n.language)
  return useMemo(() => {
    const indicator = (id: string): string => indicatorNameOf(dictionary, id, language, t)
    const topic = (id: string): string =>
      rules.find((rule) => rule.id === id)?.name ?? t(`topics.name.${id}`, { defaultValue: id })
    return {
      nameOf: ({ type, id }: PassageSubject): string => (type === 'topic' ? topic(id) : indicator(id)),
      statementName: ({ canonical, indicator: phrase }: ReviewStatement): string =>
        canonical === '' ? phrase : indicator(canonical),
      topics: topicsWith(rules)
        .filter(({ off }) => !off)
        .map(({ id }) => id),
    }
  }, [dictionary, rules, language, t])
}

/** Lets the other columns follow the one that is being read, by how far it is scrolled. */
function useScrolling(store: PassagesStore) {
  const columns = useRef<HTMLDivElement>(null)
  const leader = useRef<string | null>(null)
  const onLead = useCallback((report: string): void => {
    leader.current = report
  }, [])
  const onScroll = useCallback(
    (element: HTMLElement, report: string): void => {
      store.setState((state) => ({ tops: { ...state.tops, [report]: element.scrollTop } }))
      if (!store.getState().linked || leader.current !== report) return
      const share = element.scrollTop / Math.max(1, element.scrollHeight - element.clientHeight)
      for (const other of columns.current?.querySelectorAll<HTMLElement>(`.${styles.text}`) ?? [])
        if (other !== element) other.scrollTop = share * (other.scrollHeight - other.clientHeight)
    },
    [store],
  )
  return { columns, onLead, onScroll }
}

/** 并排看原文: passages of up to six reports on a topic or an indicator, side by side. */
export function PassagesView({ params, visible }: ViewProps) {
  const { t } = useTranslation()
  const store = passagesStoreOf(useSession().project.id)
  const subject = usePassages(store, (state) => state.subject)
  const ids = usePassages(store, (state) => state.reports)
  const all = useAllReports()
  const reports = useReports(ids)
  const { nameOf, statementName, topics } = useNames()
  const { columns, onLead, onScroll } = useScrolling(store)
  const reportsBox = useRef<Focusable>(null)
  const subjectBox = useRef<Focusable>(null)

  useEffect(() => {
    if (takeAsked('passages', '')) store.setState(askedIn(params))
  }, [store, params])
  useEffect(() => tellPosition('passages', '', () => paramsOf(store.getState())), [store])
  // A page that shows nothing yet takes a first look at what the library has.
  useEffect(() => {
    if (!all) return
    const known = new Set(all.map(({ id }) => id))
    const left = store.getState().reports.filter((id) => known.has(id))
    if (left.length > 0 || all.length === 0) return
    store.setState({ reports: firstReports(all) })
  }, [all, store])

  useEffect(() => {
    const first = reports && firstTopic(reports, topics)
    if (first && store.getState().subject.id === '') store.setState({ subject: { type: 'topic', id: first } })
  }, [reports, topics, store])

  const offered = useMemo(
    () => ({ topic: topicsIn(reports ?? [], topics), indicator: indicatorsIn(reports ?? []) }),
    [reports, topics],
  )
  const step = useCallback(
    (by: 1 | -1): void => {
      const { type, id } = store.getState().subject
      const next = beside(offered[type], id, by)
      if (next !== null) store.setState({ subject: { type, id: next }, tops: {}, at: {} })
    },
    [store, offered],
  )
  useEffect(() => {
    if (!visible) return
    return activate({
      step,
      link: () => store.setState(({ linked }) => ({ linked: !linked })),
      chooseReports: () => reportsBox.current?.focus(),
      chooseSubject: () => subjectBox.current?.focus(),
    })
  }, [visible, step, store])

  if (all?.length === 0)
    return (
      <div className={styles.empty}>
        <p>{t('passages.empty')}</p>
        <Button type="primary" onClick={() => runCommand('import.files')}>
          {t('compare.empty.import')}
        </Button>
      </div>
    )
  return (
    <div className={styles.view} data-key-scope="passages" tabIndex={-1} data-focus-first>
      <Bar {...{ store, offered, nameOf, reportsBox, subjectBox }} all={all ?? []} onStep={step} />
      <div className={styles.columns} ref={columns} aria-busy={reports === undefined}>
        {reports?.map((column) => (
          <Column
            key={column.report.id}
            {...{ column, subject, store, visible, onLead, onScroll }}
            indicatorName={statementName}
          />
        ))}
        {reports?.length === 0 && <p className={styles.silent}>{t('passages.choose')}</p>}
      </div>
      <KeyHints text={t('passages.keys')} />
    </div>
  )
}
