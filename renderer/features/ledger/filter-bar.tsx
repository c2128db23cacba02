import { Button, Checkbox, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import type { Verdict } from '#shared/model/ledger'
import { FilterBox } from '../../ui/filters/filter-box'
import { FilterText } from '../../ui/filters/filter-text'
import { displayKeys } from '../../workbench'
import { SIGNS } from './format'
import styles from './ledger.module.css'
import { type Choices, GROUPINGS, type Grouping, NO_FILTER, ORDERS, type Order, VERDICTS } from './lines'
import { filterBy, ledgerState, useLedgerState } from './state'
import type { LedgerWords } from './use-words'

/** How many rows came out how; each is a switch that shows only those. */
export function VerdictStrip({ choices, words }: { choices: Choices; words: LedgerWords }) {
  const { t } = words
  const chosen = useLedgerState((state) => state.filter.verdicts)
  const toggle = (verdict: Verdict) =>
    filterBy({ verdicts: VERDICTS.filter((one) => chosen.includes(one) !== (one === verdict)) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, these are switches
    <div role="group" className={styles.strip} aria-label={t('ledgerView.filter.verdict')}>
      {VERDICTS.map((verdict) => {
        const count = choices.verdicts.get(verdict) ?? 0
        return (
          <button
            key={verdict}
            type="button"
            className={styles.tally}
            data-verdict={verdict}
            aria-pressed={chosen.includes(verdict)}
            disabled={count === 0 && !chosen.includes(verdict)}
            onClick={() => toggle(verdict)}
          >
            <span aria-hidden>{SIGNS[verdict]}</span> {t(`ledger.verdict.${verdict}`)}{' '}
            <strong className="db-figures">{count}</strong>
          </button>
        )
      })}
    </div>
  )
}

/** Which rows are shown, in what order, in what groups. */
export function FilterBar({ choices, words, boxRef }: { choices: Choices; words: LedgerWords; boxRef: Ref<InputRef> }) {
  const { t } = words
  const filter = useLedgerState((state) => state.filter)
  const order = useLedgerState((state) => state.order)
  const group = useLedgerState((state) => state.group)
  const category = (value: string): string => t(value === '' ? 'ledgerView.noCategory' : `indicators.category.${value}`)
  return (
    <div className={styles.filters}>
      <VerdictStrip choices={choices} words={words} />
      <FilterText
        label={t('ledgerView.filter.text')}
        text={filter.text}
        width={168}
        boxRef={boxRef}
        onText={(text) => filterBy({ text })}
      />
      <FilterBox
        label={t('ledgerView.filter.list')}
        value={filter.lists}
        options={choices.lists.map(({ value, count }) => ({ value, count, name: t(`ledgerView.list.${value}`) }))}
        onChange={(lists) => filterBy({ lists })}
      />
      <FilterBox
        label={t('ledgerView.filter.category')}
        value={filter.categories}
        options={choices.categories.map(({ value, count }) => ({ value, count, name: category(value) }))}
        onChange={(categories) => filterBy({ categories })}
      />
      <FilterBox
        label={t('ledgerView.filter.wording')}
        value={filter.wordings}
        options={choices.wordings.map(({ value, count }) => ({
          value,
          count,
          name: value || t('ledgerView.noWording'),
        }))}
        onChange={(wordings) => filterBy({ wordings })}
      />
      <Select<Grouping>
        className={styles.box ?? ''}
        aria-label={t('ledgerView.group.label')}
        title={displayKeys('g')}
        value={group}
        options={GROUPINGS.map((value) => ({ value, label: t(`ledgerView.group.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(value) => ledgerState.setState({ group: value, folded: new Set() })}
      />
      <Select<Order>
        className={styles.box ?? ''}
        aria-label={t('ledgerView.order.label')}
        title={displayKeys('Shift+O')}
        value={order}
        options={ORDERS.map((value) => ({ value, label: t(`ledgerView.order.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(value) => ledgerState.setState({ order: value })}
      />
      <Checkbox checked={filter.scored} onChange={({ target }) => filterBy({ scored: target.checked })}>
        {t('ledgerView.filter.scored')}
      </Checkbox>
      <Checkbox checked={filter.untargeted} onChange={({ target }) => filterBy({ untargeted: target.checked })}>
        {t('ledgerView.filter.untargeted')}
      </Checkbox>
      {JSON.stringify(filter) !== JSON.stringify(NO_FILTER) && (
        <Button size="small" type="text" onClick={() => ledgerState.setState({ filter: NO_FILTER })}>
          {t('ledgerView.filter.clear')}
        </Button>
      )}
    </div>
  )
}
