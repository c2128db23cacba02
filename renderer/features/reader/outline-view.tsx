import type { TFunction } from 'i18next'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicRule } from '#shared/model/topic'
import { listTopics, useLive } from '../../storage'
import { openView } from '../../workbench'
import { type OpenReader, useActiveReader, useAnnotations, useReaders } from './active'
import { shortTitle } from './labels'
import { currentRow, type OutlineRow, outlineRows } from './outline'
import './outline.css'

/** Reports and sections of the source in front; a click goes there. */
export function OutlineView() {
  const { t } = useTranslation()
  const reader = useActiveReader()
  if (!reader) return <p className="db-outline-empty">{t('reader.outline.empty')}</p>
  return (
    <nav className="db-outline" aria-label={t('reader.outline.title')}>
      {reader.bundle.reports.length === 0 && <p className="db-outline-empty">{t('reader.outline.none')}</p>}
      {reader.bundle.reports.map(({ report }) => (
        <ReportOutline key={report.id} reader={reader} id={report.id} />
      ))}
    </nav>
  )
}

const NO_TOPICS: readonly TopicRule[] = []

const goTo = (reader: OpenReader, report: string, start: number) =>
  openView({ type: 'reader', key: reader.hash, params: { report, start, end: null, statement: null } })

const sorted = (offsets: readonly number[]): number[] => offsets.toSorted((a, b) => a - b)

function useRows(reader: OpenReader, id: string): OutlineRow[] {
  const { bundle, statements } = reader
  const annotations = useDeferredValue(useAnnotations(reader))
  const sections = bundle.reports.find(({ report }) => report.id === id)?.sections
  return useMemo(() => {
    const marked = sorted(annotations.filter(({ orphan }) => !orphan).map(({ anchor }) => anchor.start))
    const kept = statements.filter(({ report, status }) => report === id && status !== 'rejected')
    return outlineRows(sections ?? [], marked, sorted(kept.map(({ start }) => start)))
  }, [sections, annotations, statements, id])
}

function ReportOutline({ reader, id }: { reader: OpenReader; id: string }) {
  const { t } = useTranslation()
  const top = useReaders((state) => state.top)
  const rows = useRows(reader, id)
  const topics = useLive(listTopics, []) ?? NO_TOPICS
  const report = reader.bundle.reports.find((one) => one.report.id === id)?.report
  const current = currentRow(rows, top)
  if (!report) return null
  return (
    <section>
      <button type="button" className="db-outline-report" onClick={() => goTo(reader, id, report.start)}>
        {shortTitle(report, reader.bundle.source)}
      </button>
      {rows.length === 0 && <p className="db-outline-empty">{t('reader.outline.noSections')}</p>}
      <ul>
        {rows.map((row, i) => (
          <Row
            key={row.index}
            row={row}
            topics={topics}
            current={i === current}
            onClick={() => goTo(reader, id, row.start)}
          />
        ))}
      </ul>
    </section>
  )
}

/** What a topic is called: as the user calls it, else as the interface does. */
function topicName(id: string, topics: readonly TopicRule[], t: TFunction): string {
  return topics.find((rule) => rule.id === id)?.name ?? t(`topics.name.${id}`, { defaultValue: id })
}

interface RowProps {
  row: OutlineRow
  topics: readonly TopicRule[]
  current: boolean
  onClick: () => void
}

function Row({ row, topics, current, onClick }: RowProps) {
  const { t } = useTranslation()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { annotations, statements, topic, topicWords } = row
  const name = topic === null ? null : topicName(topic, topics, t)
  return (
    <li ref={item}>
      <button
        type="button"
        className="db-outline-row"
        aria-current={current ? 'location' : undefined}
        style={{ paddingInlineStart: 20 + row.depth * 14 }}
        title={row.title}
        onClick={onClick}
      >
        <span>{row.title}</span>
        {name !== null && (
          <em
            className="db-outline-topic"
            title={
              topicWords.length > 0
                ? t('reader.outline.topicBecause', { topic: name, words: topicWords.join(t('reader.outline.and')) })
                : t('reader.outline.topicAbove', { topic: name })
            }
          >
            {name}
          </em>
        )}
        {/* There also without a count, so that the topics stand below each other. */}
        <small
          className="db-figures"
          title={annotations + statements > 0 ? t('reader.outline.counts', { annotations, statements }) : undefined}
        >
          {annotations > 0 && <b>{annotations}</b>}
          {statements > 0 && <i>{statements}</i>}
        </small>
      </button>
    </li>
  )
}
