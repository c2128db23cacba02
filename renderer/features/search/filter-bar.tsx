import { Button, Checkbox, InputNumber } from 'antd'
import { X } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceLevel } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { Role } from '#shared/model/statement'
import { topicsWith } from '#shared/text/topics'
import { listCodes, listTopics, useLive } from '../../storage'
import { FilterBox } from '../../ui/filters/filter-box'
import { nameIn, useDictionary } from '../indicators'
import { useChoices } from './choices'
import type { SearchController } from './controller'
import { type Box, chipsOf, chosenIn, cleared, valuesIn, withoutChip } from './question'
import styles from './search.module.css'
import { useNames, useSearch } from './use-search'

type Option = { value: string; name: string; search?: string; count?: number }

interface BoxesProps {
  controller: SearchController
}

/** The boxes of the filters, opened by a button. */
export const FilterBoxes = memo(function FilterBoxes({ controller }: BoxesProps) {
  const { t, i18n } = useTranslation()
  const filters = useSearch(controller, (state) => state.question.filters)
  const choices = useChoices()
  const codes = useLive(listCodes, []) ?? []
  const topics = useLive(listTopics, []) ?? []
  const dictionary = useDictionary()
  const nameOf = useNames(controller)
  const options: Record<Box, readonly Option[]> = {
    places: choices?.places ?? [],
    levels: PlaceLevel.options.map((value) => ({ value, name: nameOf({ box: 'levels', value }) })),
    kinds: ReportKind.options.map((value) => ({ value, name: nameOf({ box: 'kinds', value }) })),
    topics: topicsWith(topics)
      .filter(({ off }) => !off)
      .map(({ id: value }) => ({ value, name: nameOf({ box: 'topics', value }) })),
    codes: codes.map(({ id: value }) => ({ value, name: nameOf({ box: 'codes', value }) })),
    indicators: dictionary.indicators.map((one) => ({
      value: one.id,
      name: nameIn(one, i18n.language),
      search: [one.name, one.english, ...one.aliases].join(' '),
    })),
  }
  const box = (name: Box) => (
    <FilterBox
      key={name}
      label={t(`search.filter.${name}`)}
      value={valuesIn(filters, name)}
      options={options[name]}
      onChange={(values) => controller.filter(chosenIn(name, values))}
    />
  )
  return (
    <div className={styles.boxes}>
      {box('places')}
      {box('levels')}
      <Years controller={controller} years={choices?.years ?? []} />
      {box('kinds')}
      {box('topics')}
      {box('codes')}
      {box('indicators')}
      <fieldset className={styles.buttons} aria-label={t('search.filter.role')}>
        {Role.options.toReversed().map((role) => (
          <button
            key={role}
            type="button"
            data-role={role}
            aria-pressed={filters.role === role}
            onClick={() => controller.filter({ role: filters.role === role ? null : role })}
          >
            {t(`statementTable.role.${role}`)}
          </button>
        ))}
      </fieldset>
      <Checkbox checked={filters.mainOnly} onChange={({ target }) => controller.filter({ mainOnly: target.checked })}>
        <span title={t('search.filter.mainOnlyHint')}>{t('search.filter.mainOnly')}</span>
      </Checkbox>
      <Checkbox
        checked={filters.reportsOnly}
        onChange={({ target }) => controller.filter({ reportsOnly: target.checked })}
      >
        <span title={t('search.filter.reportsOnlyHint')}>{t('search.filter.reportsOnly')}</span>
      </Checkbox>
    </div>
  )
})

/** The first and the last report year that are looked through. */
function Years({ controller, years }: BoxesProps & { years: readonly number[] }) {
  const { t } = useTranslation()
  const chosen = useSearch(controller, (state) => state.question.filters.years)
  const [last, first] = [years[0] ?? 2100, years.at(-1) ?? 1949]
  const set = (from: number | null, to: number | null) =>
    controller.filter({ years: from === null && to === null ? null : { from: from ?? first, to: to ?? last } })
  const field = (end: 'from' | 'to', change: (year: number | null) => void) => (
    <InputNumber
      className={styles.year ?? ''}
      aria-label={t(`search.filter.${end}`)}
      placeholder={t(`search.filter.${end}`)}
      min={1949}
      max={2100}
      precision={0}
      changeOnWheel={false}
      value={chosen?.[end] ?? null}
      onChange={(year) => change(typeof year === 'number' ? year : null)}
    />
  )
  return (
    <span className={styles.years}>
      {field('from', (year) => set(year, chosen?.to ?? null))}
      <span aria-hidden>–</span>
      {field('to', (year) => set(chosen?.from ?? null, year))}
    </span>
  )
}

/** The filters in force, each with what takes it off. */
export function Chips({ controller }: BoxesProps) {
  const { t } = useTranslation()
  const filters = useSearch(controller, (state) => state.question.filters)
  const nameOf = useNames(controller)
  const chips = chipsOf(filters)
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('search.filter.inForce')}>
      {chips.map((chip) => {
        const name = nameOf(chip)
        return (
          <li key={`${chip.box} ${chip.value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('search.filter.remove', { name })}
              onClick={() => controller.filter(withoutChip(filters, chip))}
            >
              {name}
              <X size={12} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <Button size="small" type="link" onClick={() => controller.filter(cleared(filters))}>
          {t('search.filter.clear')}
        </Button>
      </li>
    </ul>
  )
}
