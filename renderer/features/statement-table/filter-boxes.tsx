import { Checkbox, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Measure, StatementKind, TargetList } from '#shared/model/statement'
import { useSession } from '../../storage'
import { clientOf } from '../../workers/statements/client'
import type { StatementChoices, StatementFilter } from '../../workers/statements/protocol'
import { nameOf, useDictionary } from '../indicators'
import type { TableController } from './controller'
import styles from './filters.module.css'

interface Option<T> {
  value: T
  label: string
  search: string
}

interface BoxProps<T extends string | number> {
  name: string
  value: readonly T[]
  options: readonly Option<T>[]
  onChange: (values: T[]) => void
}

/** Several of many, searched by typing; says how many are chosen. */
function Box<T extends string | number>({ name, value, options, onChange }: BoxProps<T>) {
  const { t } = useTranslation()
  const label = t(`statementTable.filter.${name}`)
  return (
    <Select
      mode="multiple"
      allowClear
      className={styles.box ?? ''}
      aria-label={label}
      placeholder={label}
      maxTagCount={0}
      maxTagPlaceholder={(chosen) => `${label} ${chosen.length}`}
      popupMatchSelectWidth={240}
      showSearch={{ filterOption: (typed, option) => option?.search.includes(typed.toLocaleLowerCase()) ?? false }}
      value={[...value]}
      options={[...options]}
      onChange={onChange}
    />
  )
}

/** What the filters can offer; asked again when the table finds other rows. */
export function useChoices(table: TableController): StatementChoices | null {
  const project = useSession().project.id
  const all = useStore(table.store, (state) => state.result?.all)
  const [choices, setChoices] = useState<StatementChoices | null>(null)
  useEffect(() => {
    if (all === undefined) return
    let wanted = true
    clientOf(project)
      .ask('choices', { report: table.report })
      .then(
        (found) => wanted && setChoices(found),
        // The table itself says what is wrong.
        () => undefined,
      )
    return () => {
      wanted = false
    }
  }, [project, table, all])
  return choices
}

const counted = <T extends string | number>(value: T, name: string, count: number): Option<T> => ({
  value,
  label: `${name}  ${count.toLocaleString('zh-CN')}`,
  search: `${value}\n${name}`.toLocaleLowerCase(),
})

/** The boxes of the filters, opened by a button. */
export function FilterBoxes({ table, choices }: { table: TableController; choices: StatementChoices | null }) {
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const filter = useStore(table.store, (state) => state.filter)
  if (!choices) return null
  const set = (patch: Partial<StatementFilter>) => table.filter(patch)
  const indicatorName = (id: string): string =>
    nameOf(dictionary, id, i18n.language, t) || t('statementTable.unclassified')
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => {
      const name = t(`statementTable.${group}.${value || 'none'}`)
      return { value, label: name, search: name.toLocaleLowerCase() }
    })
  const whole = table.report === null
  return (
    <div className={styles.boxes}>
      <Box
        name="indicators"
        value={filter.indicators}
        options={choices.indicators.map(({ value, count }) => counted(value, indicatorName(value), count))}
        onChange={(indicators) => set({ indicators })}
      />
      {whole && (
        <Box
          name="places"
          value={filter.places}
          options={choices.places.map(({ value, name, count }) =>
            counted(value, name || t('statementTable.without.place'), count),
          )}
          onChange={(places) => set({ places })}
        />
      )}
      {whole && (
        <Box
          name="reportYears"
          value={filter.reportYears}
          options={choices.reportYears.map(({ value, count }) => counted(value, String(value), count))}
          onChange={(reportYears) => set({ reportYears })}
        />
      )}
      <Box
        name="years"
        value={filter.years}
        options={choices.years.map(({ value, count }) =>
          counted(value, value || t('statementTable.without.year'), count),
        )}
        onChange={(years) => set({ years })}
      />
      <Box
        name="kinds"
        value={filter.kinds}
        options={named('kind', StatementKind.options)}
        onChange={(kinds) => set({ kinds: kinds.map((kind) => StatementKind.parse(kind)) })}
      />
      <Box
        name="measures"
        value={filter.measures}
        options={named(
          'measure',
          choices.measures.map(({ value }) => value),
        )}
        onChange={(measures) => set({ measures: measures.map((measure) => Measure.parse(measure)) })}
      />
      <Box
        name="lists"
        value={filter.lists}
        options={named(
          'list',
          choices.lists.map(({ value }) => value),
        )}
        onChange={(lists) => set({ lists: lists.map((list) => TargetList.parse(list)) })}
      />
      <Select
        allowClear
        className={styles.box ?? ''}
        aria-label={t('statementTable.filter.scope')}
        placeholder={t('statementTable.filter.scope')}
        value={filter.scope}
        options={(['own', 'other'] as const).map((value) => ({ value, label: t(`statementTable.scope.${value}`) }))}
        onChange={(scope) => set({ scope: scope ?? null })}
      />
      <InputNumber
        className={styles.below ?? ''}
        aria-label={t('statementTable.filter.below')}
        placeholder={t('statementTable.filter.below')}
        min={1}
        max={100}
        step={5}
        suffix="%"
        value={filter.below === null ? null : Math.round(filter.below * 100)}
        onChange={(percent) => set({ below: percent === null ? null : percent / 100 })}
      />
      {choices.minor > 0 && (
        <Checkbox checked={filter.mainOnly} onChange={({ target }) => set({ mainOnly: target.checked })}>
          <span title={t('statementTable.filter.mainOnlyHint')}>{t('statementTable.filter.mainOnly')}</span>
        </Checkbox>
      )}
    </div>
  )
}
