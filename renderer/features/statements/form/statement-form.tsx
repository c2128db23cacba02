import { Button } from 'antd'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtractedStatement } from '#shared/model/statement'
import { Binding, Comparator, Measure, Role, StatementKind, TargetList } from '#shared/model/statement'
import { useDictionary } from '../../indicators'
import { indicatorOptions } from '../indicator-names'
import { Choice } from './choice'
import { IndicatorControl, SelectControl, TextControl } from './controls'
import { type FieldName, fieldsOf, readFields } from './fields'
import { saveByEnter } from './save-by-enter'
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
  const common = (name: FieldName) => ({
    name,
    label: t(`statements.field.${name}`),
    value: fields[name],
    first: name === focus,
    onChange: set(name),
  })
  const text = (name: FieldName) => (
    <TextControl
      key={name}
      {...common(name)}
      placeholder={name === 'scope' ? t('statements.form.own') : undefined}
      wrong={wrong.includes(name) ? t(`statements.invalid.${name}`) : null}
    />
  )
  const select = (name: keyof typeof SELECTS) => (
    <SelectControl
      {...common(name)}
      options={SELECTS[name].map((value) => ({ value, label: t(`statements.${name}.${value || 'none'}`) }))}
    />
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
        <IndicatorControl {...common('canonical')} options={options} placeholder={t('statements.form.noCanonical')} />
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
