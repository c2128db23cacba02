import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'
import { displayKeys } from '../../workbench'
import { askToChange, changeChosen, STEP, stopChange, unselect, VERBS } from './actions'
import styles from './bulk-bar.module.css'
import type { TableController } from './controller'
import { fieldFrom, OPTIONS, searchOption, useIndicatorOptions } from './editor'
import { sizeOf } from './ranges'
import type { EditableField } from './table-columns'

const KEYS = { accept: 'a', reject: 'r', reset: 'u' } as const

/** Fields that many statements can be given at once, and the names of their columns. */
const SETTABLE = {
  role: 'role',
  year: 'year',
  canonical: 'indicator',
  kind: 'kind',
  measure: 'measure',
  basis: 'basis',
  subset: 'subset',
  scope: 'scope',
  list: 'list',
  period: 'period',
  base: 'base',
  wording: 'wording',
  unit: 'unit',
} as const satisfies Partial<Record<EditableField, string>>
type Settable = keyof typeof SETTABLE

function ValueBox({ field, value, onChange }: { field: Settable; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const indicators = useIndicatorOptions()
  const label = t('statementTable.set.value')
  if (field === 'canonical')
    return (
      <Select
        className={styles.setValue ?? ''}
        aria-label={label}
        showSearch={{ filterOption: searchOption }}
        popupMatchSelectWidth={260}
        options={indicators}
        value={value}
        onChange={onChange}
      />
    )
  if (field in OPTIONS)
    return (
      <Select
        className={styles.setValue ?? ''}
        aria-label={label}
        options={OPTIONS[field as keyof typeof OPTIONS].map((option) => ({
          value: option as string,
          label: t(`statementTable.${field}.${option || 'none'}`),
        }))}
        value={value}
        onChange={onChange}
      />
    )
  return (
    <input
      className={styles.setInput}
      aria-label={label}
      placeholder={t(`statementTable.set.${field === 'scope' ? 'own' : 'empty'}`)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** The first value of a field: one that it can have. */
const firstOf = (field: Settable): string => (field in OPTIONS ? (OPTIONS[field as keyof typeof OPTIONS][0] ?? '') : '')

function SetField({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const session = useSession()
  const [field, setField] = useState<Settable>('role')
  const [value, setValue] = useState(firstOf('role'))
  const patch = fieldFrom(field, value)
  return (
    <form
      className={styles.set}
      onSubmit={(event) => {
        event.preventDefault()
        if (patch) void askToChange(session, table, { type: 'set', patch })
      }}
    >
      <Select<Settable>
        className={styles.setField ?? ''}
        aria-label={t('statementTable.set.field')}
        value={field}
        options={(Object.keys(SETTABLE) as Settable[]).map((one) => ({
          value: one,
          label: t(`statementTable.column.${SETTABLE[one]}`),
        }))}
        onChange={(next) => {
          setField(next)
          setValue(firstOf(next))
        }}
      />
      <ValueBox key={field} field={field} value={value} onChange={setValue} />
      <Button htmlType="submit" disabled={!patch}>
        {t('statementTable.set.apply')}
      </Button>
    </form>
  )
}

/** Asks before many rows are changed. */
function Question({ table, count }: { table: TableController; count: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const asking = useStore(table.store, (state) => state.asking)
  const steps = useStore(table.store, (state) => Math.ceil(sizeOf(state.selection) / STEP))
  if (!asking) return null
  return (
    <Modal
      open
      title={t(`statementTable.ask.${asking.type}`, { count })}
      okText={t(`statementTable.verb.${asking.type}`)}
      cancelText={t('statementTable.ask.cancel')}
      onOk={() => void changeChosen(session, table, asking)}
      onCancel={() => table.store.setState({ asking: null })}
    >
      {t(`statementTable.ask.${steps > 1 ? 'steps' : 'once'}`, { steps })}
    </Modal>
  )
}

/** What can be done with the chosen rows, under the table. */
export function BulkBar({ table }: { table: TableController }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const selection = useStore(table.store, (state) => state.selection)
  const working = useStore(table.store, (state) => state.working)
  const count = sizeOf(selection)
  if (count === 0) return null
  return (
    <section className={styles.bulk} aria-label={t('statementTable.bulk.label')}>
      <span className={`${styles.chosen} db-figures`} role="status">
        {t('statementTable.bulk.count', { count: count.toLocaleString(i18n.language) })}
      </span>
      <Question table={table} count={count.toLocaleString(i18n.language)} />
      {working ? (
        <>
          <progress
            max={working.total}
            // The one step of a smaller set tells nothing before its end.
            {...(working.total > STEP ? { value: working.done } : {})}
            aria-label={t('statementTable.bulk.working')}
          />
          {working.total > STEP && (
            <Button disabled={working.stopped} onClick={() => stopChange(table)}>
              {t('statementTable.bulk.stop')}
            </Button>
          )}
        </>
      ) : (
        <>
          {VERBS.map((verb) => (
            <Button
              key={verb}
              title={displayKeys(KEYS[verb])}
              onClick={() => void askToChange(session, table, { type: verb })}
            >
              {t(`statementTable.verb.${verb}`)}
            </Button>
          ))}
          <SetField table={table} />
          <Button type="text" title="Esc" onClick={() => unselect(table)}>
            {t('statementTable.bulk.clear')}
          </Button>
        </>
      )}
    </section>
  )
}
