import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { positionsOf } from '#shared/search/tracking/where'
import { ChartFigure, yearBars } from '../../charts'
import { listTopics, useLive } from '../../storage'
import { openHit } from './open-hit'
import type { PaneProps } from './overview-pane'
import styles from './phrases.module.css'
import { usePhrasesAnswer } from './use-answer'

/** 出现位置: in which part of the reports, and in sections of which topic, a wording stands. */
export function WherePane({ tracker, tracked, use, term }: PaneProps) {
  const { t } = useTranslation()
  const topics = useLive(listTopics, [])
  const name = tracked.terms[term]?.name ?? ''
  const label = t('phrases.where.label', { name })
  const found = useMemo(() => positionsOf(use, term), [use, term])
  const question = useMemo(
    () => ({ ask: 'sections' as const, spots: found.hits.map(({ report, start }) => ({ report, start })) }),
    [found],
  )
  const { answer, isAsking, failed } = usePhrasesAnswer<'sections'>(found.hits.length > 0 ? question : null)
  const plan = useMemo(
    () =>
      yearBars({
        items: found.tenths.map((value, at) => ({
          label: t('phrases.where.tenth', { from: at * 10, to: at * 10 + 10 }),
          value,
        })),
        ...{ format: String, label, missing: '' },
      }),
    [found, label, t],
  )
  const open = (tenth: number): void => {
    const hit = found.byTenth[tenth]
    if (hit) openHit(tracker, hit, 'where')
  }
  const topicName = (id: string | null): string =>
    id === null
      ? t('phrases.where.noTopic')
      : (topics?.find((topic) => topic.id === id)?.name ?? t(`topics.name.${id}`, { defaultValue: id }))
  if (found.hits.length === 0) return <p className={styles.nothing}>{t('phrases.unused')}</p>
  return (
    <div className={styles.split}>
      <div className={styles.chart} data-return="where">
        <ChartFigure
          plan={plan}
          label={label}
          describe={(tenth) => [
            t('phrases.where.tenth', { from: tenth * 10, to: tenth * 10 + 10 }),
            t('phrases.where.hits', { count: found.tenths[tenth] ?? 0 }),
          ]}
          onOpen={open}
        >
          <span className={styles.quiet}>{t('phrases.where.hint', { left: found.left })}</span>
        </ChartFigure>
      </div>
      {isAsking && (
        <p className={styles.note} role="status">
          {t('phrases.where.asking')}
        </p>
      )}
      {failed && (
        <p className={styles.note} role="alert">
          {t(failed.key, failed.params)}
        </p>
      )}
      {answer && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <section className={styles.tableFrame} tabIndex={0} aria-label={t('phrases.where.sections')}>
          <table className={styles.table}>
            <caption className={styles.unseen}>{t('phrases.where.sections')}</caption>
            <thead>
              <tr>
                {['topic', 'outlook', 'hits', 'share'].map((head) => (
                  <th key={head} scope="col">
                    {t(`phrases.column.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.map(({ topic, outlook, hits }) => (
                <tr key={`${topic} ${outlook}`}>
                  <th scope="row">{topicName(topic)}</th>
                  <td>{t(`phrases.outlook.${outlook}`)}</td>
                  <td className="db-figures">{hits}</td>
                  <td className="db-figures">{Math.round((100 * hits) / found.hits.length)}%</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
