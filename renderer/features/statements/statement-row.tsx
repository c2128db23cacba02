import { useTranslation } from 'react-i18next'
import { formatQuantity } from '#shared/statements/format'
import type { ReviewStatement } from '../../storage'
import { useDictionary } from '../indicators'
import { listedName } from './indicator-names'
import { certaintyWords } from './rule-words'
import { ConfidenceDot, StatusIcon } from './status-icon'

/** One statement of the list. */
export function StatementRow({ statement }: { statement: ReviewStatement }) {
  const { t, i18n } = useTranslation()
  const { status, role, confidence, year, kind, scope } = statement
  const name = listedName(useDictionary(), statement, i18n.language)
  return (
    <>
      <StatusIcon status={status} />
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
        <ConfidenceDot confidence={confidence} words={certaintyWords(t, statement)} />
      </span>
    </>
  )
}
