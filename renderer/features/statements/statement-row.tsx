import { Check, CircleDashed, type LucideIcon, Pencil, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StatementStatus } from '#shared/model/statement'
import { formatQuantity } from '#shared/statements/format'
import type { ReviewStatement } from '../../storage'
import { useDictionary } from '../indicators'
import { listedName } from './indicator-names'
import { certaintyWords } from './rule-words'

const ICONS: Record<StatementStatus, LucideIcon> = {
  suggested: CircleDashed,
  accepted: Check,
  edited: Pencil,
  rejected: X,
}

/** Three steps are enough to see at a glance. */
const level = (confidence: number): string => (confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low')

/** One statement of the list. */
export function StatementRow({ statement }: { statement: ReviewStatement }) {
  const { t, i18n } = useTranslation()
  const { status, role, confidence, year, kind, scope } = statement
  const Icon = ICONS[status]
  const name = listedName(useDictionary(), statement, i18n.language)
  const certainty = certaintyWords(t, statement)
  return (
    <>
      <span className={`db-status db-status-${status}`} title={t(`statements.status.${status}`)}>
        <Icon size={14} aria-label={t(`statements.status.${status}`)} />
      </span>
      <span className="db-row-name" title={name === statement.indicator ? name : `${name} · ${statement.indicator}`}>
        {name}
        {scope !== 'own' && scope !== '' && <small> · {scope}</small>}
      </span>
      <span className="db-row-value db-figures">{formatQuantity(statement)}</span>
      <span className="db-row-facts">
        <span className={`db-role db-role-${role}`}>{t(`statements.role.${role}`)}</span>
        {t(`statements.kind.${kind}`)}
      </span>
      <span className="db-row-when db-figures">
        {year || t('statements.row.noYear')}
        <i className={`db-dot db-dot-${level(confidence)}`} role="img" title={certainty} aria-label={certainty} />
      </span>
    </>
  )
}
