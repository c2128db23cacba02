import { useTranslation } from 'react-i18next'
import { settle } from '#shared/compare/cells'
import { formatNormal, formatQuantity } from '#shared/statements/format'
import { unitOf } from '#shared/statements/units'
import type { ReviewStatement } from '../../storage'
import { useDictionary } from '../indicators'
import type { OpenReader } from '../reader'
import { editCurrent, flipRole } from './actions'
import type { FieldName } from './form/fields'
import { listedName } from './indicator-names'
import { BelongsTo } from './matters/belonging-lists'
import { certaintyWords } from './rule-words'

/** Fields in words that are shown when the text tells them. */
const WORDED = ['period', 'wording', 'base', 'rank', 'part_of', 'basis', 'subset', 'due'] as const
/** Fields of a few values, shown when they are known. */
const NAMED = ['measure', 'list', 'binding'] as const

interface Fact {
  field: FieldName
  value: string
}

function useFacts(statement: ReviewStatement): Fact[] {
  const { t } = useTranslation()
  const facts: Fact[] = [{ field: 'indicator', value: statement.indicator }]
  for (const field of WORDED) if (statement[field] !== '') facts.push({ field, value: statement[field] })
  for (const field of NAMED)
    if (statement[field] !== '') facts.push({ field, value: t(`statements.${field}.${statement[field]}`) })
  if (statement.scope !== 'own') facts.push({ field: 'scope', value: statement.scope })
  return facts
}

/** The number in the base unit of its family, where that is another than the one written: 16,000,000,000 元. */
function normalised({ value, high, unit }: ReviewStatement): string {
  const { base, factor } = unitOf(unit)
  if (base === unit || (factor === 1 && base !== '%')) return ''
  return formatNormal({
    normal: settle(value * factor),
    normalHigh: high === null ? null : settle(high * factor),
    normalUnit: base,
  })
}

/** All that was read of the current statement; every part opens the form at its field. */
export function StatementDetails({ statement, reader }: { statement: ReviewStatement; reader: OpenReader }) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const facts = useFacts(statement)
  const { role, kind, year, canonical } = statement
  const normal = normalised(statement)
  const warnings = dictionary.byId(canonical)?.warnings ?? []
  const opener = (field: FieldName) => ({
    type: 'button' as const,
    title: t('statements.details.edit', { field: t(`statements.field.${field}`) }),
    onClick: () => editCurrent(field),
  })
  return (
    <section className="db-details" aria-label={t('statements.details.label')}>
      <p className="db-details-head">
        <button {...opener('canonical')}>{listedName(dictionary, statement, i18n.language)}</button>
        <button {...opener('value')} className="db-details-value db-figures">
          {formatQuantity(statement)}
        </button>
      </p>
      <p className="db-details-line">
        <button
          type="button"
          className={`db-role db-role-${role}`}
          title={t('statements.details.flip')}
          onClick={flipRole}
        >
          {t(`statements.role.${role}`)}
        </button>
        <button {...opener('kind')}>{t(`statements.kind.${kind}`)}</button>
        <button {...opener('year')} className="db-figures">
          {year || t('statements.row.noYear')}
        </button>
        {normal !== '' && (
          <span className="db-figures" title={t('statements.details.normalHint')}>
            = {normal}
          </span>
        )}
      </p>
      <BelongsTo statement={statement} reader={reader} />
      <dl>
        {facts.map(({ field, value }) => (
          <div key={field}>
            <dt className={`db-part-${field}`}>{t(`statements.field.${field}`)}</dt>
            <dd>
              <button {...opener(field)}>{value}</button>
            </dd>
          </div>
        ))}
      </dl>
      {warnings.map((key) => (
        <p key={key} className="db-details-warning">
          {t(key)}
        </p>
      ))}
      <p className="db-details-rule">{certaintyWords(t, statement)}</p>
    </section>
  )
}
