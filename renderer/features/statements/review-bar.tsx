import { ArrowDownWideNarrow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Role, StatementStatus } from '#shared/model/statement'
import { reorder } from './current'
import { ITEM_TYPES, type ItemType } from './item'
import type { ReviewCounts } from './review'
import { setFilter, useReview } from './review-state'

interface Props {
  counts: ReviewCounts
  /** How many there are of each type. */
  types: ReadonlyMap<ItemType, number>
}

/** Progress of the review, and what the list shows. */
export function ReviewBar({ counts, types }: Props) {
  const { t } = useTranslation()
  const filter = useReview((state) => state.filter)
  const all = [...types.values()].reduce((sum, count) => sum + count, 0)
  return (
    <header className="db-review-bar">
      <div className="db-review-progress">
        <progress max={Math.max(counts.all, 1)} value={counts.reviewed} aria-label={t('statements.progress.label')} />
        <span className="db-figures">{t('statements.progress.of', { done: counts.reviewed, all: counts.all })}</span>
      </div>
      <fieldset className="db-filter db-filter-type" aria-label={t('matters.review.filter')}>
        {[null, ...ITEM_TYPES.filter((type) => types.has(type) || filter.type === type)].map((type) => (
          <button
            key={type ?? 'all'}
            type="button"
            aria-pressed={filter.type === type}
            onClick={() => setFilter({ type })}
          >
            {t(type ? `matters.review.one.${type}` : 'matters.review.all')}{' '}
            <span className="db-figures">{type ? (types.get(type) ?? 0) : all}</span>
          </button>
        ))}
      </fieldset>
      <fieldset className="db-filter db-filter-status" aria-label={t('statements.filter.status')}>
        {[null, ...StatementStatus.options].map((status) => (
          <button
            key={status ?? 'all'}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => setFilter({ status })}
          >
            {t(`statements.status.${status ?? 'all'}`)} <span className="db-figures">{counts[status ?? 'all']}</span>
          </button>
        ))}
      </fieldset>
      <div className="db-filter-line">
        <fieldset className="db-filter" aria-label={t('statements.filter.role')}>
          {[null, ...Role.options].map((role) => (
            <button
              key={role ?? 'all'}
              type="button"
              aria-pressed={filter.role === role}
              onClick={() => setFilter({ role })}
            >
              {t(`statements.role.${role ?? 'both'}`)}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="db-filter-toggle"
          aria-pressed={filter.order === 'attention'}
          title={t('statements.filter.attentionHint')}
          onClick={reorder}
        >
          <ArrowDownWideNarrow size={13} aria-hidden="true" /> {t('statements.filter.attention')}
        </button>
        <button
          type="button"
          className="db-filter-toggle"
          aria-pressed={filter.known}
          title={t('statements.filter.knownHint')}
          onClick={() => setFilter({ known: !filter.known })}
        >
          {t('statements.filter.known')}
        </button>
      </div>
    </header>
  )
}
