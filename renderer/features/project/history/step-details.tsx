import { useTranslation } from 'react-i18next'
import { entryAt, listCodes, useLive } from '../../../storage'
import { openView } from '../../../workbench'
import { type ChangeLine, describeChange, type FieldChange, type RecordPlace } from './describe'
import styles from './history.module.css'

/** Changes that are told; a step of thousands says how many more there are. */
const SHOWN = 50

const open = ({ source, report, start, end }: RecordPlace): void =>
  openView({ type: 'reader', key: source, params: { report, start, end, statement: null } })

function useValue(codes: ReadonlyMap<string, string>): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation()
  const word = (field: string, value: string): string => {
    const keys = ['history.word', 'matters', 'statements'].map((group) => `${group}.${field}.${value}`)
    const known = keys.find((key) => i18n.exists(key))
    return known === undefined ? value : t(known)
  }
  const said = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === '') return t('history.value.none')
    if (typeof value === 'boolean') return t(`history.value.${value}`)
    if (Array.isArray(value))
      return value.length === 0 ? t('history.value.none') : value.map((one) => said(field, one)).join('、')
    if (typeof value === 'object' && 'quantity' in value) return String(value.quantity)
    if (typeof value === 'object')
      return Object.values(value)
        .filter((one) => typeof one === 'string' && one !== '')
        .join(' ')
    const text = String(value)
    return codes.get(text) ?? word(field, text)
  }
  return said
}

function Field({ change, value }: { change: FieldChange; value: (field: string, value: unknown) => string }) {
  const { t } = useTranslation()
  const { field, labelKey, before, after } = change
  return (
    <li className={styles.field}>
      {t(labelKey)} <del className={styles.before}>{value(field, before)}</del> →{' '}
      <ins className={styles.after}>{value(field, after)}</ins>
    </li>
  )
}

function Line({ line, value }: { line: ChangeLine; value: (field: string, value: unknown) => string }) {
  const { t } = useTranslation()
  const { place } = line
  const name = line.name === '' ? t(`history.table.${line.table}`) : line.name
  return (
    <li className={styles.change}>
      <p className={styles.changed}>
        {t(`history.change.${line.what}`, { table: t(`history.table.${line.table}`) })}{' '}
        {place ? (
          <button type="button" className={styles.link} onClick={() => open(place)}>
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
      </p>
      {line.fields.length > 0 && (
        <ul className={styles.fields}>
          {line.fields.map((change) => (
            <Field key={change.field} change={change} value={value} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** What a step changed: its records by name, with a way to their place, and the fields that became others. */
export function StepDetails({ sequence }: { sequence: number }) {
  const { t } = useTranslation()
  const entry = useLive((db) => entryAt(db, sequence), [sequence])
  const codes = useLive(listCodes, [])
  const value = useValue(new Map((codes ?? []).map(({ id, name }) => [id, name])))
  if (!entry) return null
  const lines = entry.changes.slice(0, SHOWN).map(describeChange)
  const rest = entry.changes.length - lines.length
  return (
    <section
      className={styles.details}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={t('history.details')}
    >
      <ul className={styles.changes}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes, and a record may stand in it twice
          <Line key={index} line={line} value={value} />
        ))}
      </ul>
      {rest > 0 && <p className={styles.rest}>{t('history.more', { count: rest })}</p>}
    </section>
  )
}
