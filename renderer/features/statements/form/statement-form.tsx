import { Button, Select } from 'antd'
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtractedStatement } from '#shared/model/statement'
import { Binding, Comparator, Measure, Role, StatementKind, TargetList } from '#shared/model/statement'
import { useDictionary } from '../../indicators'
import { indicatorOptions } from '../indicator-names'
import { Choice } from './choice'
import { type FieldName, fieldsOf, readFields } from './fields'
import './form.css'

interface Props {
  statement: ExtractedStatement
  titleKey: string
  /** The field that has the focus at first. */
  focus: FieldName
  onSave: (statement: ExtractedStatement) => void
  onLeave: () => void
}

const LINES: readonly (readonly FieldName[])[] = [
  ['scope', 'period', 'wording'],
  ['basis', 'subset', 'part_of'],
  ['base', 'rank', 'due'],
]

/** Fields of a few values, with what they can be. */
const SELECTS = { measure: Measure.options, list: TargetList.options, binding: Binding.options } as const

/** Enter saves from a closed list too, which would open otherwise: the arrows and typing open it. */
function saveByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target } = event
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
  if (target.getAttribute('role') !== 'combobox' || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.requestSubmit()
}

/** The fields of a statement; Enter saves. */
export function StatementForm({ statement, titleKey, focus, onSave, onLeave }: Props) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const [fields, setFields] = useState(() => fieldsOf(statement))
  const [wrong, setWrong] = useState<readonly FieldName[]>([])
  const options = useMemo(() => indicatorOptions(dictionary, i18n.language), [dictionary, i18n.language])
  const set = (name: FieldName) => (value: string) => setFields((before) => ({ ...before, [name]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const result = readFields(statement, fields)
    if (result.ok) onSave(result.statement)
    else setWrong(result.wrong)
  }
  const text = (name: FieldName) => (
    <label key={name} className={`db-form-${name}`}>
      <span className="db-form-label">{t(`statements.field.${name}`)}</span>
      <input
        className="db-field"
        name={name}
        // biome-ignore lint/a11y/noAutofocus: the form is opened to be filled in
        autoFocus={name === focus}
        value={fields[name]}
        placeholder={name === 'scope' ? t('statements.form.own') : undefined}
        aria-invalid={wrong.includes(name)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(name)(event.target.value)}
      />
      {wrong.includes(name) && <em role="alert">{t(`statements.invalid.${name}`)}</em>}
    </label>
  )
  const select = (name: keyof typeof SELECTS) => (
    <div className="db-form-select">
      <span className="db-form-label" id={`db-form-${name}`}>
        {t(`statements.field.${name}`)}
      </span>
      <Select
        aria-labelledby={`db-form-${name}`}
        autoFocus={name === focus}
        options={SELECTS[name].map((value) => ({ value, label: t(`statements.${name}.${value || 'none'}`) }))}
        value={fields[name]}
        onChange={set(name)}
      />
    </div>
  )
  return (
    <form className="db-form" aria-label={t(titleKey)} onSubmit={submit} onKeyDownCapture={saveByEnter}>
      <p className="db-form-title">
        {t(titleKey)} <q>{statement.quantity}</q>
      </p>
      <div className="db-form-row db-form-number">
        {text('value')}
        {text('high')}
        {text('unit')}
        {text('year')}
      </div>
      <Choice name="comparator" value={fields.comparator} options={Comparator.options} onChange={set('comparator')} />
      <Choice name="kind" value={fields.kind} options={StatementKind.options} onChange={set('kind')} />
      <Choice name="role" value={fields.role} options={Role.options} onChange={set('role')} />
      <div className="db-form-row">
        {text('indicator')}
        <div className="db-form-select">
          <span className="db-form-label" id="db-form-canonical">
            {t('statements.field.canonical')}
          </span>
          <Select
            aria-labelledby="db-form-canonical"
            autoFocus={focus === 'canonical'}
            allowClear
            showSearch={{
              filterOption: (typed, option) => option?.search.includes(typed.toLocaleLowerCase()) ?? false,
            }}
            options={options}
            placeholder={t('statements.form.noCanonical')}
            value={fields.canonical || null}
            onChange={(value) => set('canonical')(value ?? '')}
          />
        </div>
      </div>
      {LINES.map((names) => (
        <div key={names.join()} className="db-form-row db-form-three">
          {names.map((name) => text(name))}
        </div>
      ))}
      <div className="db-form-row db-form-three">
        {select('measure')}
        {select('list')}
        {select('binding')}
      </div>
      <div className="db-popup-actions">
        <Button onClick={onLeave}>{t('statements.form.leave')}</Button>
        <Button type="primary" htmlType="submit" title="Enter">
          {t('statements.form.save')}
        </Button>
      </div>
    </form>
  )
}
