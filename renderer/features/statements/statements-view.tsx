import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type OpenReader, reportInFront, shortTitle, useActiveReader, useReaders } from '../reader'
import { ALL, countStatements, filterStatements, indexOf } from './review'
import { ReviewBar } from './review-bar'
import { ReviewList } from './review-list'
import { setFilter, useReview } from './review-state'
import { StatementDetails } from './statement-details'
import './statements.css'
import { YearOffer } from './year-offer'

/** The review list of the report in front. */
export function StatementsView() {
  const { t } = useTranslation()
  const reader = useActiveReader()
  return (
    <section className="db-review" data-key-scope="statements" aria-label={t('statements.title')}>
      {reader ? <Review reader={reader} /> : <p className="db-review-empty">{t('statements.empty')}</p>}
    </section>
  )
}

/** The single keys, and what they do. */
const KEYS = [
  ['J K', 'move'],
  ['A', 'accept'],
  ['R', 'reject'],
  ['E', 'edit'],
  ['I', 'indicator'],
  ['O', 'role'],
  ['T', 'tag'],
  ['F', 'order'],
  ['U', 'reset'],
  ['⇧A', 'section'],
] as const

function Keys() {
  const { t } = useTranslation()
  return (
    <ul className="db-review-keys" aria-label={t('statements.keys.label')}>
      {KEYS.map(([key, name]) => (
        <li key={key}>
          <kbd>{key}</kbd> {t(`statements.keys.${name}`)}
        </li>
      ))}
    </ul>
  )
}

function Review({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const id = useReaders(reportInFront)
  const filter = useReview((state) => state.filter)
  const { statements, bundle } = reader
  const all = useMemo(() => statements.filter(({ report }) => report === id), [statements, id])
  const shown = useMemo(() => filterStatements(all, filter), [all, filter])
  const counts = useMemo(() => countStatements(all), [all])
  const name = useReaders((state) => state.statement)
  const current = all[indexOf(all, name)]
  const report = bundle.reports.find((one) => one.report.id === id)?.report ?? null
  return (
    <>
      <h2 className="db-review-title">{shortTitle(report, bundle.source)}</h2>
      {report && <YearOffer report={report.id} year={report.year} />}
      <ReviewBar counts={counts} />
      {shown.length > 0 && <ReviewList statements={shown} />}
      {all.length === 0 && <p className="db-review-empty">{t('statements.none')}</p>}
      {all.length > 0 && shown.length === 0 && (
        <p className="db-review-empty">
          {t('statements.filtered')}{' '}
          <button type="button" className="db-link" onClick={() => setFilter(ALL)}>
            {t('statements.showAll')}
          </button>
        </p>
      )}
      {current && <StatementDetails statement={current} />}
      <Keys />
    </>
  )
}
