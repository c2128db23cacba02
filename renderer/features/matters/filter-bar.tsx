import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { Search, X } from 'lucide-react'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Role, type StatementStatus } from '#shared/model/statement'
import { nameOf, useDictionary } from '../indicators'
import { type Choices, choicesOf } from './choices'
import type { MattersController } from './controller'
import { type Chip, chipsOf, hasIndicators, isFiltering, NO_FILTER, STATUSES, valuedField, withoutChip } from './filter'
import styles from './matters.module.css'

/** Typing is followed this long after the last key, in milliseconds. */
const TYPING = 200

function TextBox({ table, boxRef }: { table: MattersController; boxRef: Ref<InputRef> }) {
  const { t } = useTranslation()
  const text = useStore(table.store, (state) => state.filter.text)
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === table.store.getState().filter.text) return
    const timer = setTimeout(() => table.filter({ text: typed }), TYPING)
    return () => clearTimeout(timer)
  }, [typed, table])
  return (
    <Input
      ref={boxRef}
      allowClear
      className={styles.textBox ?? ''}
      prefix={<Search size={14} aria-hidden />}
      placeholder={t('matters.grid.filter.text')}
      aria-label={t('matters.grid.filter.text')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

interface Option<T> {
  value: T
  label: ReactNode
  search: string
}

interface BoxProps<T extends string | number> {
  label: string
  value: readonly T[]
  /** Made only when the box is opened: tens of thousands of matters are counted for it. */
  options: () => readonly Option<T>[]
  onChange: (values: T[]) => void
  /** In English its label is longer than others. */
  wide?: true
}

/** Several of many, searched by typing; says how many are chosen. */
function Box<T extends string | number>({ label, value, options, onChange, wide }: BoxProps<T>) {
  const [offered, setOffered] = useState<readonly Option<T>[]>([])
  return (
    <Select
      mode="multiple"
      allowClear
      className={(wide ? styles.wideBox : styles.box) ?? ''}
      aria-label={label}
      placeholder={label}
      maxTagCount={0}
      maxTagPlaceholder={(chosen) => `${label} ${chosen.length}`}
      popupMatchSelectWidth={240}
      showSearch={{ filterOption: (typed, option) => option?.search.includes(typed.toLocaleLowerCase()) ?? false }}
      value={[...value]}
      options={[...offered]}
      onOpenChange={(open) => {
        if (open) setOffered(options())
      }}
      onChange={onChange}
    />
  )
}

function counted<T extends string | number>(value: T, name: string, count: number): Option<T> {
  const label = (
    <span className={styles.option}>
      <span>{name}</span>
      <span className="db-figures">{count}</span>
    </span>
  )
  return { value, label, search: `${value}\n${name}`.toLocaleLowerCase() }
}

const named = <T extends string>(value: T, name: string): Option<T> => ({
  value,
  label: name,
  search: name.toLocaleLowerCase(),
})

/** What values of filters are called. */
function useNames(table: MattersController) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const field = valuedField(useStore(table.store, (state) => state.tab))
  return {
    indicator: (id: string) => nameOf(dictionary, id, i18n.language, t) || t('matters.grid.noIndicator'),
    value: (value: string) => (field ? t(`matters.${field.field}.${value || 'none'}`) : value),
    place: (code: string) => {
      for (const [first] of table.store.getState().known?.byReport.values() ?? [])
        if (first?.place?.code === code) return first.place.name
      return t('matters.grid.noPlace')
    },
  }
}

function Boxes({ table }: { table: MattersController }) {
  const { t } = useTranslation()
  const filter = useStore(table.store, (state) => state.filter)
  const tab = useStore(table.store, (state) => state.tab)
  const field = valuedField(tab)
  const names = useNames(table)
  const choices = (): Choices => choicesOf(table.store.getState().known?.byReport ?? new Map(), tab)
  return (
    <>
      <Box
        label={t('matters.grid.filter.places')}
        value={filter.places}
        options={() =>
          choices().places.map(({ value, name, count }) => counted(value, name || t('matters.grid.noPlace'), count))
        }
        onChange={(places) => table.filter({ places })}
      />
      <Box
        wide
        label={t('matters.grid.filter.years')}
        value={filter.years}
        options={() => choices().years.map(({ value, name, count }) => counted(value, name, count))}
        onChange={(years) => table.filter({ years })}
      />
      {hasIndicators(tab) && (
        <Box
          label={t('matters.grid.filter.indicators')}
          value={filter.indicators}
          options={() => choices().indicators.map(({ value, count }) => counted(value, names.indicator(value), count))}
          onChange={(indicators) => table.filter({ indicators })}
        />
      )}
      {field && (
        <Box
          key={field.field}
          label={t(`matters.grid.filter.${field.field}`)}
          value={filter.values}
          options={() => field.values.map((value) => named(value, names.value(value)))}
          onChange={(values) => table.filter({ values })}
        />
      )}
      <Box<Role>
        label={t('matters.field.role')}
        value={filter.roles}
        options={() => Role.options.map((role) => named(role, t(`statements.role.${role}`)))}
        onChange={(roles) => table.filter({ roles })}
      />
      <Box<StatementStatus>
        label={t('matters.grid.column.status')}
        value={filter.statuses}
        options={() => STATUSES.map((status) => named(status, t(`statements.status.${status}`)))}
        onChange={(statuses) => table.filter({ statuses })}
      />
      <Checkbox checked={filter.mainOnly} onChange={({ target }) => table.filter({ mainOnly: target.checked })}>
        <span title={t('matters.grid.filter.mainOnlyHint')}>{t('matters.grid.filter.mainOnly')}</span>
      </Checkbox>
    </>
  )
}

function useChipName(table: MattersController) {
  const { t } = useTranslation()
  const names = useNames(table)
  return ({ box, value }: Chip): string => {
    const own = String(value)
    switch (box) {
      case 'places':
        return names.place(own)
      case 'roles':
        return t(`statements.role.${own}`)
      case 'statuses':
        return t(`statements.status.${own}`)
      case 'indicators':
        return names.indicator(own)
      case 'values':
        return names.value(own)
      default:
        return own
    }
  }
}

function Chips({ table }: { table: MattersController }) {
  const { t } = useTranslation()
  const filter = useStore(table.store, (state) => state.filter)
  const nameOfChip = useChipName(table)
  if (!isFiltering(filter)) return null
  return (
    <ul className={styles.chips} aria-label={t('matters.grid.filter.inForce')}>
      {chipsOf(filter).map((chip) => {
        const name = nameOfChip(chip)
        return (
          <li key={`${chip.box} ${chip.value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('matters.grid.filter.remove', { name })}
              onClick={() => table.filter(withoutChip(filter, chip))}
            >
              {name}
              <X size={12} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <Button size="small" type="link" onClick={() => table.filter({ ...NO_FILTER, mainOnly: filter.mainOnly })}>
          {t('matters.grid.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

interface FilterBarProps {
  table: MattersController
  boxRef: Ref<InputRef>
  children: ReactNode
}

/** Which matters the table shows, and what is given beside it. */
export function FilterBar({ table, boxRef, children }: FilterBarProps) {
  const { t } = useTranslation()
  return (
    <search className={styles.filters} aria-label={t('matters.grid.filter.label')}>
      <div className={styles.bar}>
        <TextBox table={table} boxRef={boxRef} />
        <Boxes table={table} />
        <div className={styles.tools}>{children}</div>
      </div>
      <Chips table={table} />
    </search>
  )
}
