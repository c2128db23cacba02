import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentName, type OpenReader, reportInFront, shortTitle, useActiveReader, useReaders } from '../reader'
import { isMatter, itemsOf, typeOf } from './item'
import { MatterDetails } from './matters/matter-details'
import { ALL, countItems, countTypes, filterItems, indexOf } from './review'
import { ReviewBar } from './review-bar'
import { ReviewList } from './review-list'
import { setFilter, useReview } from './review-state'
import { StatementDetails } from './statement-details'
import './matters/matters.css'
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
  ['G', 'matter'],
  ['F', 'order'],
  ['⇧F', 'type'],
  ['U', 'reset'],
  ['⇧A', 'section'],
] as const

function Keys() {
  const { t } = useTranslation()
  return (
    <ul className="db-review-keys" aria-label={t('statements.keys.label')}>
      {KEYS.map(([key, name]) => (
        <li key={key}>
          <kbd>{key}</kbd>{' '}
          {t(name === 'matter' || name === 'type' ? `matters.review.key.${name}` : `statements.keys.${name}`)}
        </li>
      ))}
    </ul>
  )
}

function Review({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const id = useReaders(reportInFront)
  const filter = useReview((state) => state.filter)
  const { statements, matters, bundle } = reader
  const all = useMemo(() => {
    const isIn = ({ report }: { report: string }) => report === id
    return itemsOf(statements.filter(isIn), matters.filter(isIn))
  }, [statements, matters, id])
  const shown = useMemo(() => filterItems(all, filter), [all, filter])
  const types = useMemo(() => countTypes(all), [all])
  const { type } = filter
  const counts = useMemo(() => countItems(type ? all.filter((item) => typeOf(item) === type) : all), [all, type])
  const name = useReaders(currentName)
  const current = all[indexOf(all, name)]
  const report = bundle.reports.find((one) => one.report.id === id)?.report ?? null
  return (
    <>
      <h2 className="db-review-title">{shortTitle(report, bundle.source)}</h2>
      {report && <YearOffer report={report.id} year={report.year} />}
      <ReviewBar counts={counts} types={types} />
      {shown.length > 0 && <ReviewList items={shown} />}
      {all.length === 0 && <p className="db-review-empty">{t('statements.none')}</p>}
      {all.length > 0 && shown.length === 0 && (
        <p className="db-review-empty">
          {t('statements.filtered')}{' '}
          <button type="button" className="db-link" onClick={() => setFilter(ALL)}>
            {t('statements.showAll')}
          </button>
        </p>
      )}
      {current && isMatter(current) && <MatterDetails matter={current} reader={reader} />}
      {current && !isMatter(current) && <StatementDetails statement={current} reader={reader} />}
      <Keys />
    </>
  )
}
