import { Button, type InputRef, Segmented } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBox } from '../../ui/filters/filter-box'
import { FilterText } from '../../ui/filters/filter-text'
import styles from './audit.module.css'
import { type AuditFilter, type Choices, NO_FILTER, SEVERITIES } from './lines'
import { filterBy, useAuditState } from './state'

/** Found by its value too: a place by its code. */
const named = <T extends string | number>(value: T, name: string, count?: number) => ({
  ...{ value, name, search: `${value} ${name}` },
  ...(count === undefined ? {} : { count }),
})

const isFiltering = (filter: AuditFilter): boolean =>
  JSON.stringify({ ...filter, state: 'open' }) !== JSON.stringify(NO_FILTER)

/** Which findings are shown. */
export function FilterBar({ choices, boxRef }: { choices: Choices; boxRef: Ref<InputRef> }) {
  const { t } = useTranslation()
  const filter = useAuditState((state) => state.filter)
  return (
    <div className={styles.filters}>
      <FilterText
        label={t('auditView.filter.text')}
        text={filter.text}
        width={200}
        boxRef={boxRef}
        onText={(text) => filterBy({ text })}
      />
      <Segmented<AuditFilter['state']>
        aria-label={t('auditView.filter.state')}
        value={filter.state}
        options={(['open', 'settled', 'all'] as const).map((value) => ({
          value,
          label: t(`auditView.filter.${value}`),
        }))}
        onChange={(state) => filterBy({ state })}
      />
      <FilterBox
        label={t('auditView.filter.severity')}
        value={filter.severities}
        options={SEVERITIES.map((value) => named(value, t(`audit.severity.${value}`)))}
        onChange={(severities) => filterBy({ severities })}
      />
      <FilterBox
        label={t('auditView.filter.rule')}
        value={filter.rules}
        options={choices.rules.map(({ rule, count }) => named(rule, t(`audit.rule.${rule}.name`), count))}
        onChange={(rules) => filterBy({ rules })}
      />
      <FilterBox
        label={t('auditView.filter.place')}
        value={filter.places}
        options={choices.places.map(({ code, name, count }) => named(code, name, count))}
        onChange={(places) => filterBy({ places })}
      />
      <FilterBox
        label={t('auditView.filter.year')}
        value={filter.years}
        options={choices.years.map(({ year, count }) => named(year, String(year), count))}
        onChange={(years) => filterBy({ years })}
      />
      {isFiltering(filter) && (
        <Button size="small" type="text" onClick={() => filterBy({ ...NO_FILTER, state: filter.state })}>
          {t('auditView.filter.clear')}
        </Button>
      )}
    </div>
  )
}
