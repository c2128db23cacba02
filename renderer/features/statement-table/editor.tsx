import { Select } from 'antd'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Binding,
  Comparator,
  ExtractedStatement,
  Measure,
  Role,
  StatementKind,
  TargetList,
} from '#shared/model/statement'
import { parseNumber } from '#shared/text/typed-number'
import type { StatementRow } from '../../workers/statements/protocol'
import { nameIn, useDictionary } from '../indicators'
import styles from './editor.module.css'
import { type ColumnId, columnOf, type EditableField } from './table-columns'

/** How an edit ends: with a change of fields or none, and where the keyboard goes on. */
export type EditorEnd = (patch: Partial<ExtractedStatement> | null, then: 'stay' | 'next' | 'previous') => void

interface EditorProps {
  row: StatementRow
  end: EditorEnd
}

/** What a field of few values can hold, and the words that name them. */
export const OPTIONS = {
  kind: StatementKind.options,
  role: Role.options,
  measure: Measure.options,
  list: TargetList.options,
  binding: Binding.options,
} as const

/** The value that a field takes from what was typed, null where it can't be. */
export function fieldFrom(field: EditableField, typed: string): Partial<ExtractedStatement> | null {
  const text = typed.trim()
  const value = field === 'scope' && text === '' ? 'own' : text
  if (field === 'indicator' && value === '') return null
  const parsed = ExtractedStatement.shape[field].safeParse(value)
  return parsed.success ? { [field]: parsed.data } : null
}

/** Enter and Tab keep what was typed, Esc leaves it; no key goes on to the table. */
function keysOf(end: EditorEnd, read: () => Partial<ExtractedStatement> | null, wrong: () => void) {
  return (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      end(null, 'stay')
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    event.preventDefault()
    const patch = read()
    if (patch === null) return wrong()
    end(patch, event.key === 'Enter' ? 'stay' : event.shiftKey ? 'previous' : 'next')
  }
}

function TextEditor({ row, field, name, end }: EditorProps & { field: EditableField; name: string }) {
  const stored = row[field]
  const [text, setText] = useState(field === 'scope' && stored === 'own' ? '' : String(stored ?? ''))
  const [invalid, setInvalid] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const read = () => fieldFrom(field, text)
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={name}
      aria-invalid={invalid}
      // The edit was asked for, so its field takes the keyboard.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        setInvalid(false)
      }}
      onKeyDown={keysOf(end, read, () => setInvalid(true))}
      onBlur={() => end(read(), 'stay')}
    />
  )
}

function ChoiceEditor({ row, field, name, end }: EditorProps & { field: keyof typeof OPTIONS; name: string }) {
  const { t } = useTranslation()
  const [value, setValue] = useState<string>(row[field])
  const read = () => fieldFrom(field, value)
  return (
    <select
      className={styles.input}
      aria-label={name}
      // biome-ignore lint/a11y/noAutofocus: the edit was asked for
      autoFocus
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={keysOf(end, read, () => undefined)}
      onBlur={() => end(read(), 'stay')}
    >
      {OPTIONS[field].map((option) => (
        <option key={option} value={option}>
          {t(`statementTable.${field}.${option || 'none'}`)}
        </option>
      ))}
    </select>
  )
}

/** Indicators to choose from, found by any of their names. */
export function useIndicatorOptions() {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  return useMemo(
    () => [
      { value: '', label: t('statementTable.unclassified'), search: '' },
      ...dictionary.indicators.map((indicator) => ({
        value: indicator.id,
        label: nameIn(indicator, i18n.language),
        search: [indicator.id, indicator.name, indicator.english, ...indicator.aliases].join('\n').toLocaleLowerCase(),
      })),
    ],
    [dictionary, i18n.language, t],
  )
}

/** Lets an option through that holds what was typed. */
export const searchOption = (typed: string, option: { search: string } | undefined): boolean =>
  option?.search.includes(typed.toLocaleLowerCase()) ?? false

function IndicatorEditor({ row, name, end: finish }: EditorProps & { name: string }) {
  const options = useIndicatorOptions()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the box inside are kept from the table
    <div
      className={styles.picker}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(null, 'stay')
        if (event.key !== 'Tab') return
        event.preventDefault()
        finish(null, event.shiftKey ? 'previous' : 'next')
      }}
    >
      <Select
        autoFocus
        defaultOpen
        showSearch={{ filterOption: searchOption }}
        popupMatchSelectWidth={260}
        size="small"
        aria-label={name}
        options={options}
        value={row.canonical}
        onChange={(canonical) => finish({ canonical }, 'stay')}
        onBlur={() => finish(null, 'stay')}
      />
    </div>
  )
}

function QuantityEditor({ row, name, end }: EditorProps & { name: string }) {
  const { t } = useTranslation()
  const [fields, setFields] = useState({
    comparator: row.comparator as string,
    value: String(row.value),
    high: row.high === null ? '' : String(row.high),
    unit: row.unit,
  })
  const [invalid, setInvalid] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const read = (): Partial<ExtractedStatement> | null => {
    const value = parseNumber(fields.value)
    const high = fields.high.trim() === '' ? null : parseNumber(fields.high)
    if (value === null || (fields.high.trim() !== '' && (high === null || high < value))) return null
    const comparator = high === null ? Comparator.parse(fields.comparator) : 'range'
    if (comparator === 'range' && high === null) return null
    return { value, high, unit: fields.unit.replace(/\s/gu, ''), comparator }
  }
  const set = (patch: Partial<typeof fields>) => {
    setFields({ ...fields, ...patch })
    setInvalid(false)
  }
  const input = (field: 'value' | 'high' | 'unit', wide: boolean) => (
    <input
      className={wide ? styles.input : styles.short}
      aria-label={`${name}: ${t(`statementTable.quantity.${field}`)}`}
      placeholder={t(`statementTable.quantity.${field}`)}
      aria-invalid={invalid}
      // biome-ignore lint/a11y/noAutofocus: the edit was asked for
      autoFocus={field === 'value'}
      value={fields[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  )
  const done = keysOf(end, read, () => setInvalid(true))
  return (
    <fieldset
      ref={box}
      className={styles.quantity}
      aria-label={name}
      onKeyDown={(event) => {
        // Tab goes through the four fields first.
        const fields = [...(box.current?.querySelectorAll('select, input') ?? [])]
        const last = event.shiftKey ? fields[0] : fields.at(-1)
        if (event.key === 'Tab' && event.target !== last) event.stopPropagation()
        else done(event)
      }}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) end(read(), 'stay')
      }}
    >
      <select
        className={styles.short}
        aria-label={t('statementTable.quantity.comparator')}
        value={fields.comparator}
        onChange={(event) => set({ comparator: event.target.value })}
      >
        {Comparator.options.map((option) => (
          <option key={option} value={option}>
            {t(`statementTable.comparator.${option}`)}
          </option>
        ))}
      </select>
      {input('value', false)}
      {input('high', false)}
      {input('unit', false)}
    </fieldset>
  )
}

/** The control that edits a cell in place. */
export function CellEditor({ column, row, end }: EditorProps & { column: ColumnId }) {
  const { t } = useTranslation()
  const ended = useRef(false)
  const props: EditorProps = {
    row,
    // What is taken away loses the focus, which would end it once more.
    end: (patch, then) => {
      if (ended.current) return
      ended.current = true
      end(patch, then)
    },
  }
  const { editor, field } = columnOf(column)
  const name = t(`statementTable.column.${column}`)
  if (editor === 'indicator') return <IndicatorEditor {...props} name={name} />
  if (editor === 'quantity') return <QuantityEditor {...props} name={name} />
  if (editor === 'choice' && field && field in OPTIONS)
    return <ChoiceEditor {...props} name={name} field={field as keyof typeof OPTIONS} />
  return field ? <TextEditor {...props} name={name} field={field} /> : null
}
