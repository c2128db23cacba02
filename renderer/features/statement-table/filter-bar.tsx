import { Button, Checkbox, Input } from 'antd'
import { ListFilter, Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Role, StatementStatus } from '#shared/model/statement'
import type { StatementChoices } from '../../workers/statements/protocol'
import { nameOf, useDictionary } from '../indicators'
import type { TableController } from './controller'
import { FilterBoxes, useChoices } from './filter-boxes'
import { type Chip, chipsOf, cleared, isFiltering, withoutChip } from './filters'
import styles from './filters.module.css'
import { openFilters, useRemembered } from './remembered'

/** A letter is searched this long after it, in milliseconds: the next one mostly follows. */
const TYPING = 200

function TextBox({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const { text, sentences } = useStore(table.store, (state) => state.filter)
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === table.store.getState().filter.text) return
    const timer = setTimeout(() => table.filter({ text: typed }), TYPING)
    return () => clearTimeout(timer)
  }, [typed, table])
  return (
    <>
      <Input
        allowClear
        className={styles.text ?? ''}
        prefix={<Search size={14} aria-hidden />}
        placeholder={t('statementTable.filter.text')}
        aria-label={t('statementTable.filter.text')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Checkbox checked={sentences} onChange={({ target }) => table.filter({ sentences: target.checked })}>
        <span title={t('statementTable.filter.sentencesHint')}>{t('statementTable.filter.sentences')}</span>
      </Checkbox>
    </>
  )
}

/** One of a few values as buttons: a click chooses it alone, one more lets all through. */
function StatusButtons({ table }: { table: TableController }) {
  const { t, i18n } = useTranslation()
  const chosen = useStore(table.store, (state) => state.filter.statuses)
  const counts = useStore(table.store, (state) => state.result?.counts)
  const all = counts && StatementStatus.options.reduce((sum, status) => sum + counts[status], 0)
  const figure = (count: number | undefined) => (count === undefined ? '' : count.toLocaleString(i18n.language))
  return (
    <fieldset className={styles.buttons} aria-label={t('statementTable.filter.statuses')}>
      <button type="button" aria-pressed={chosen.length === 0} onClick={() => table.filter({ statuses: [] })}>
        {t('statementTable.status.all')} <span className="db-figures">{figure(all)}</span>
      </button>
      {StatementStatus.options.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen.includes(status)}
          onClick={(event) => table.filter({ statuses: pressed(chosen, status, event.ctrlKey || event.metaKey) })}
        >
          {t(`statementTable.status.${status}`)} <span className="db-figures">{figure(counts?.[status])}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** What is chosen after a press: the value alone, or with Ctrl beside the others. */
export function pressed<T>(chosen: readonly T[], value: T, beside: boolean): T[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value)
  return beside ? [...chosen, value] : [value]
}

function RoleButtons({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const chosen = useStore(table.store, (state) => state.filter.roles)
  return (
    <fieldset className={styles.buttons} aria-label={t('statementTable.filter.roles')}>
      {Role.options.toReversed().map((role) => (
        <button
          key={role}
          type="button"
          data-role={role}
          aria-pressed={chosen.includes(role)}
          onClick={() => table.filter({ roles: pressed(chosen, role, false) })}
        >
          {t(`statementTable.role.${role}`)}
        </button>
      ))}
    </fieldset>
  )
}

function useChipName(choices: StatementChoices | null) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  return ({ box, value }: Chip): string => {
    switch (box) {
      case 'indicators':
        return nameOf(dictionary, String(value), i18n.language, t) || t('statementTable.unclassified')
      case 'places':
        return choices?.places.find((place) => place.value === value)?.name || t('statementTable.without.place')
      case 'reportYears':
        return t('statementTable.chip.reportYear', { year: value })
      case 'years':
        return value === '' ? t('statementTable.without.year') : t('statementTable.chip.year', { year: value })
      case 'below':
        return t('statementTable.chip.below', { percent: Math.round(Number(value) * 100) })
      case 'scope':
        return t(`statementTable.scope.${value}`)
      default:
        return t(`statementTable.${NAMES[box] ?? box}.${value || 'none'}`)
    }
  }
}

const NAMES: Partial<Record<Chip['box'], string>> = {
  statuses: 'status',
  roles: 'role',
  kinds: 'kind',
  measures: 'measure',
  lists: 'list',
}

function Chips({ table, choices }: { table: TableController; choices: StatementChoices | null }) {
  const { t, i18n } = useTranslation()
  const filter = useStore(table.store, (state) => state.filter)
  const total = useStore(table.store, (state) => state.result?.total)
  const nameOf = useChipName(choices)
  if (!isFiltering(filter)) return null
  return (
    <ul className={styles.chips} aria-label={t('statementTable.filter.inForce')}>
      <li>
        <span className={`${styles.count} db-figures`} role="status">
          {total !== undefined && t('statementTable.count', { total: total.toLocaleString(i18n.language) })}
        </span>
      </li>
      {chipsOf(filter).map((chip) => {
        const name = nameOf(chip)
        return (
          <li key={`${chip.box} ${chip.value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('statementTable.filter.remove', { name })}
              onClick={() => table.filter(withoutChip(filter, chip))}
            >
              {name}
              <X size={12} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <Button size="small" type="link" onClick={() => table.filter(cleared(filter))}>
          {t('statementTable.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

/** What the table shows: a text, statuses with their counts, roles, and boxes for the rest. */
export function FilterBar({ table, children }: { table: TableController; children: React.ReactNode }) {
  const { t } = useTranslation()
  const open = useRemembered((state) => state.filters)
  const choices = useChoices(table)
  return (
    <search className={styles.filters} aria-label={t('statementTable.filter.label')}>
      <div className={styles.bar}>
        <TextBox table={table} />
        <StatusButtons table={table} />
        <RoleButtons table={table} />
        <Button
          icon={<ListFilter size={14} aria-hidden />}
          aria-expanded={open}
          onClick={() => openFilters(!open)}
          type={open ? 'primary' : 'default'}
          ghost={open}
        >
          {t('statementTable.filter.more')}
        </Button>
        <div className={styles.tools}>{children}</div>
      </div>
      {open && <FilterBoxes table={table} choices={choices} />}
      <Chips table={table} choices={choices} />
    </search>
  )
}
