import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Direction, type Indicator, UnitFamily, type UserIndicator } from '#shared/model/indicator'
import { INDICATORS } from '#shared/statements/indicators'
import { fieldsOf, type IndicatorFields, isOwn, isSame, readFields, sharedNames, type WrongField } from './draft'
import styles from './indicators.module.css'
import { nameIn } from './use-dictionary'

interface IndicatorFormProps {
  id: string
  /** The indicator as it is; null for one that is being added. */
  indicator: Indicator | UserIndicator | null
  /** True where the user has changed a built-in one. */
  changed: boolean
  /** What was typed before and not saved. */
  draft: IndicatorFields | null
  /** The indicators whose names the form looks up. */
  others: readonly Indicator[]
  /** Keeps what is typed; null where it is what is stored. */
  onDraft: (fields: IndicatorFields | null) => void
  onSave: (indicator: UserIndicator) => void
  /** Takes the user's word back: an own indicator goes, a built-in one is as it was. */
  onRemove: () => void
}

const CATEGORIES = [...new Set(INDICATORS.map(({ category }) => category))]

/** One indicator: its names, what it is measured in, and which phrases are and are not it. */
export function IndicatorForm(props: IndicatorFormProps) {
  const { id, indicator, changed, draft, others, onDraft, onSave, onRemove } = props
  const { t, i18n } = useTranslation()
  const key = useId()
  const stored = fieldsOf(indicator)
  const [fields, setFields] = useState<IndicatorFields>(draft ?? stored)
  const [wrong, setWrong] = useState<readonly WrongField[]>([])
  const set = (patch: Partial<IndicatorFields>) => {
    const next = { ...fields, ...patch }
    setFields(next)
    onDraft(isSame(next, stored) ? null : next)
  }
  const shared = sharedNames(id, fields, stored, others)
  const own = isOwn(id)
  const dirty = indicator === null || !isSame(fields, stored)
  const save = () => {
    const result = readFields(id, fields)
    if (result.ok) onSave(result.indicator)
    else setWrong(result.wrong)
  }
  const complaint = (field: WrongField) =>
    wrong.includes(field) && (
      <p role="alert" className={styles.wrong}>
        {t(`indicatorTable.wrong.${field}`)}
      </p>
    )
  return (
    <form
      className={styles.form}
      aria-label={t('indicatorTable.form')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={`${key}-name`}>{t('indicatorTable.name')}</label>
      <div>
        <Input
          id={`${key}-name`}
          maxLength={60}
          autoFocus={indicator === null}
          value={fields.name}
          status={wrong.includes('name') ? 'error' : ''}
          onChange={({ target }) => set({ name: target.value })}
        />
        {complaint('name')}
      </div>
      <label htmlFor={`${key}-english`}>{t('indicatorTable.english')}</label>
      <Input
        id={`${key}-english`}
        maxLength={120}
        value={fields.english}
        onChange={({ target }) => set({ english: target.value })}
      />
      <label htmlFor={`${key}-category`}>{t('indicatorTable.category')}</label>
      <Select
        id={`${key}-category`}
        value={fields.category}
        options={CATEGORIES.map((value) => ({ value, label: t(`indicators.categories.${value}`) }))}
        onChange={(category) => set({ category })}
      />
      <label htmlFor={`${key}-units`}>{t('indicatorTable.units')}</label>
      <div>
        <Select
          id={`${key}-units`}
          mode="multiple"
          style={{ width: '100%' }}
          status={wrong.includes('units') ? 'error' : ''}
          value={[...fields.units]}
          options={UnitFamily.options.map((value) => ({ value, label: t(`indicatorTable.family.${value}`) }))}
          onChange={(units: UnitFamily[]) => set({ units })}
        />
        {complaint('units')}
      </div>
      <label htmlFor={`${key}-direction`}>{t('indicatorTable.direction')}</label>
      <Select
        id={`${key}-direction`}
        value={fields.direction}
        options={Direction.options.map((value) => ({ value, label: t(`indicatorTable.directions.${value}`) }))}
        onChange={(direction) => set({ direction })}
      />
      <label htmlFor={`${key}-aliases`} className={styles.top}>
        {t('indicatorTable.aliases')}
      </label>
      <div>
        <Input.TextArea
          id={`${key}-aliases`}
          autoSize={{ minRows: 4, maxRows: 12 }}
          value={fields.aliases}
          aria-describedby={`${key}-aliases-hint`}
          onChange={({ target }) => set({ aliases: target.value })}
        />
        <p id={`${key}-aliases-hint`} className={styles.quiet}>
          {t('indicatorTable.aliasesHint')}
        </p>
        {shared.map(({ name, other }) => (
          <p key={name} className={styles.note}>
            {t('indicatorTable.shared', { name, other: nameIn(other, i18n.language) })}
          </p>
        ))}
      </div>
      <label htmlFor={`${key}-excluded`} className={styles.top}>
        {t('indicatorTable.excluded')}
      </label>
      <div>
        <Input.TextArea
          id={`${key}-excluded`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={fields.excluded}
          aria-describedby={`${key}-excluded-hint`}
          onChange={({ target }) => set({ excluded: target.value })}
        />
        <p id={`${key}-excluded-hint`} className={styles.quiet}>
          {t('indicatorTable.excludedHint')}
        </p>
      </div>
      {(indicator?.warnings ?? []).length > 0 && (
        <>
          <span className={styles.top}>{t('indicatorTable.warnings')}</span>
          <ul className={styles.warnings}>
            {indicator?.warnings.map((warning) => (
              <li key={warning}>{t(warning)}</li>
            ))}
          </ul>
        </>
      )}
      <span />
      <span className={styles.inline}>
        <Button type="primary" htmlType="submit" disabled={!dirty}>
          {t('indicatorTable.save')}
        </Button>
        <Button disabled={!dirty} onClick={() => set(stored)}>
          {t('indicatorTable.discard')}
        </Button>
        {indicator !== null && (own || changed) && (
          <Button onClick={onRemove}>{t(own ? 'indicatorTable.remove' : 'indicatorTable.restore')}</Button>
        )}
        <span className={styles.quiet}>{t(dirty ? 'indicatorTable.unsaved' : 'indicatorTable.again')}</span>
      </span>
    </form>
  )
}
