import { Button } from 'antd'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExtractedMatter } from '#shared/model/matter'
import { Role } from '#shared/model/statement'
import type { ReviewMatter } from '../../../storage'
import { useDictionary } from '../../indicators'
import { indicatorOptions } from '../indicator-names'
import { Choice } from './choice'
import { FlagControl, IndicatorControl, SelectControl, TextControl } from './controls'
import { controlOf, labelKey, linesOf, optionsOf } from './matter-fields'
import { fieldsOfMatter, readMatter } from './read-matter'
import { saveByEnter } from './save-by-enter'
import './form.css'

interface Props {
  matter: ExtractedMatter
  /** The reading's text: amounts are looked up in it. */
  text: string
  /** The lists of its report: an item stands in one of them. */
  lists: readonly ReviewMatter[]
  titleKey: string
  /** The field that has the focus at first. */
  focus: string
  onSave: (matter: ExtractedMatter) => void
  onLeave: () => void
}

/** So many characters of its words the form shows. */
const SHOWN = 28

/** Marks of Markdown, which stand back in the text and would stand out here. */
const MARKS = /\*\*|__|^[ \t]*(?:[-*+]|#{1,6}) /gm

/** The first words of a matter, as they are read. */
function firstWords(text: string, { start, end }: ExtractedMatter): string {
  // Twice as much as is shown: marks go out of it, and no item is copied whole.
  const words = text.slice(start, Math.min(end, start + 2 * SHOWN)).replace(MARKS, '')
  return end - start > 2 * SHOWN || words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
}

/** What is wrong with a field, as a locale key. */
function invalidKey(name: string): string {
  const control = controlOf(name)
  if (control === 'number' || control === 'money') return `matters.review.invalid.${control}`
  return `matters.review.invalid.${name === 'year' ? 'year' : 'words'}`
}

/** The fields of a matter of any type; Enter saves. */
export function MatterForm({ matter, text, lists, titleKey, focus, onSave, onLeave }: Props) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const own = t('statements.form.own')
  const [fields, setFields] = useState(() => fieldsOfMatter(matter, own))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const indicators = useMemo(() => indicatorOptions(dictionary, i18n.language), [dictionary, i18n.language])
  const set = (name: string) => (value: string) => setFields((before) => ({ ...before, [name]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const result = readMatter({ text, own }, matter, fields)
    if (result.ok) onSave(result.matter)
    else setWrong(result.wrong)
  }
  const parents = () => [
    { value: '', label: t('matters.review.form.noList') },
    ...lists.flatMap(({ key, content }) => (content.type === 'list' ? [{ value: key, label: content.heading }] : [])),
  ]
  const control = (name: string): ReactNode => {
    const common = {
      ...{ name, label: t(labelKey(name)), value: fields[name] ?? '', first: name === focus, onChange: set(name) },
    }
    switch (controlOf(name)) {
      case 'flag':
        return <FlagControl key={name} {...common} />
      case 'select': {
        const options = optionsOf(name).map(({ value, labelKey: key }) => ({ value, label: t(key) }))
        return <SelectControl key={name} {...common} options={options} />
      }
      case 'list':
        return <SelectControl key={name} {...common} options={parents()} />
      case 'indicator':
        return (
          <IndicatorControl
            key={name}
            {...common}
            options={indicators}
            placeholder={t('statements.form.noCanonical')}
          />
        )
      default:
        return (
          <TextControl
            key={name}
            {...common}
            placeholder={name === 'scope' ? own : undefined}
            wrong={wrong.includes(name) ? t(invalidKey(name)) : null}
          />
        )
    }
  }
  return (
    <form className="db-form" aria-label={t(titleKey)} onSubmit={submit} onKeyDownCapture={saveByEnter}>
      <p className="db-form-title">
        {t(titleKey)} <span className="db-type">{t(`matters.review.one.${matter.type}`)}</span>{' '}
        <q>{firstWords(text, matter)}</q>
      </p>
      <Choice name="role" value={fields.role ?? ''} options={Role.options} onChange={set('role')} />
      {linesOf(matter.type).map((names) => (
        <div key={names.join()} className={`db-form-row db-form-of-${names.length}`}>
          {names.map(control)}
        </div>
      ))}
      <div className="db-popup-actions">
        <Button onClick={onLeave}>{t('statements.form.leave')}</Button>
        <Button type="primary" htmlType="submit" title="Enter">
          {t('statements.form.save')}
        </Button>
      </div>
    </form>
  )
}
