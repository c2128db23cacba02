import { useTranslation } from 'react-i18next'
import type { ExtractedMatter } from '#shared/model/matter'
import type { ReviewMatter } from '../../../storage'
import { useDictionary } from '../../indicators'
import type { OpenReader } from '../../reader'
import { editCurrent, flipRole } from '../actions'
import { controlOf, firstField, labelKey, linesOf, optionsOf } from '../form/matter-fields'
import { fieldsOfMatter } from '../form/read-matter'
import { nameOfIndicator } from '../indicator-names'
import { matterCertainty } from '../rule-words'
import { Belonging } from './belonging-lists'
import { listedMatter } from './matter-words'

/** Shown elsewhere among the details. */
const ELSEWHERE: ReadonlySet<string> = new Set(['year', 'parent'])

interface Fact {
  name: string
  value: string
}

function useFacts(matter: ExtractedMatter): Fact[] {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const fields = fieldsOfMatter(matter, t('statements.form.own'))
  return linesOf(matter.type)
    .flat()
    .flatMap((name): Fact[] => {
      const value = fields[name] ?? ''
      if (value === '' || ELSEWHERE.has(name)) return []
      const control = controlOf(name)
      if (control === 'indicator') return [{ name, value: nameOfIndicator(dictionary, value, i18n.language) }]
      if (control === 'flag') return [{ name, value: t('matters.review.yes') }]
      const option = optionsOf(name).find((one) => one.value === value)
      return [{ name, value: option ? t(option.labelKey) : value }]
    })
}

/** All that was read of the current matter; every part opens the form at its field. */
export function MatterDetails({ matter, reader }: { matter: ReviewMatter; reader: OpenReader }) {
  const { t, i18n } = useTranslation()
  const { content, orphan } = matter
  const { role, year, type } = content
  const facts = useFacts(content)
  const { name, says } = listedMatter(t, useDictionary(), content, i18n.language)
  const opener = (field: string) => ({
    type: 'button' as const,
    title: t('statements.details.edit', { field: t(labelKey(field)) }),
    onClick: () => editCurrent(field),
  })
  return (
    <section className="db-details" aria-label={t('matters.review.details')}>
      <p className="db-details-head">
        <button {...opener(firstField(type))}>{name}</button>
        <span className="db-details-value db-figures">{says}</span>
      </p>
      <p className="db-details-line">
        <span className="db-type">{t(`matters.review.one.${type}`)}</span>
        <button
          type="button"
          className={`db-role db-role-${role}`}
          title={t('statements.details.flip')}
          onClick={flipRole}
        >
          {t(`statements.role.${role}`)}
        </button>
        <button {...opener('year')} className="db-figures">
          {year || t('statements.row.noYear')}
        </button>
      </p>
      {orphan && <p className="db-details-warning">{t('matters.review.lostHint')}</p>}
      <Belonging matter={matter} reader={reader} />
      <dl>
        {facts.map(({ name: field, value }) => (
          <div key={field}>
            <dt className={`db-part-${controlOf(field) === 'money' ? 'money' : field}`}>{t(labelKey(field))}</dt>
            <dd>
              <button {...opener(field)}>{value}</button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="db-details-rule">{matterCertainty(t, content)}</p>
    </section>
  )
}
