import { Button, Segmented, Select } from 'antd'
import { type ReactElement, useMemo } from 'react'
import { isIndicatorId, offerOf } from '#shared/compare/offer'
import type { Comparison } from '#shared/model/comparison'
import styles from './compare.module.css'
import type { WorkingComparison } from './use-comparison'
import type { Words } from './words'

interface Option {
  value: string
  /** With counts, in the list. */
  label: string
  /** Without, on the tag of a chosen one. */
  name: string
  /** What is searched: name, code, id. */
  search: string
}

interface PickerProps {
  label: string
  placeholder: string
  value: readonly string[]
  options: readonly Option[] | readonly { label: string; options: readonly Option[] }[]
  all: readonly string[]
  words: Words
  className?: string | undefined
  onChange: (values: string[]) => void
}

/** Several of many: searched by typing, with all and none at one click. */
function Picker({ label, placeholder, value, options, all, words, className, onChange }: PickerProps) {
  const popup = (menu: ReactElement) => (
    <>
      <div className={styles.popupHead}>
        <Button
          size="small"
          type="text"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange([...all])}
        >
          {words.t('compare.pick.all')}
        </Button>
        <Button size="small" type="text" onMouseDown={(event) => event.preventDefault()} onClick={() => onChange([])}>
          {words.t('compare.pick.none')}
        </Button>
      </div>
      {menu}
    </>
  )
  return (
    <div className={`${styles.picker} ${className ?? ''}`}>
      <span className={styles.pickerLabel}>{label}</span>
      <Select
        mode="multiple"
        className={styles.pickerSelect ?? ''}
        aria-label={label}
        placeholder={placeholder}
        value={[...value]}
        options={options as Option[]}
        optionLabelProp="name"
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'search' }}
        popupMatchSelectWidth={false}
        popupRender={popup}
        onChange={onChange}
      />
    </div>
  )
}

const inOrder = (values: readonly string[], order: readonly string[]): string[] => {
  const wanted = new Set(values)
  return [...order.filter((value) => wanted.has(value)), ...values.filter((value) => !order.includes(value))]
}

/** What stands beside what: places, years, indicators, role, kind and view. */
export function Pickers({ working, words }: { working: WorkingComparison; words: Words }) {
  const { comparison, records, change } = working
  const { places, years, indicators, role, kind } = comparison
  const { t } = words
  const offer = useMemo(() => offerOf(records, { places, role, kind }), [records, places, role, kind])
  const placeCodes = offer.places.map(({ place }) => place.code)
  const yearNames = offer.years.map(({ year }) => year)
  const option = ({ id, places, cells }: (typeof offer.indicators)[number]): Option => ({
    value: id,
    label: t('compare.pick.indicatorOption', { indicator: words.indicator(id), places, cells }),
    name: words.indicator(id),
    search: `${words.indicator(id)} ${id}`,
  })
  const named = offer.indicators.filter(({ id }) => isIndicatorId(id)).map(option)
  const others = offer.indicators.filter(({ id }) => !isIndicatorId(id)).map(option)
  const offered = new Set(offer.indicators.map(({ id }) => id))
  const kept = indicators.filter((id) => !offered.has(id)).map((id) => option({ id, places: 0, cells: 0 }))
  const segments = <T extends string>(group: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`compare.${group}.${value}`) }))
  return (
    <div className={styles.pickers}>
      <Picker
        label={t('compare.pick.places')}
        placeholder={t('compare.pick.searchPlaces')}
        value={places}
        all={placeCodes}
        words={words}
        options={offer.places.map(({ place, reports }) => ({
          value: place.code,
          label: t('compare.pick.placeOption', { place: place.name, reports }),
          name: place.name,
          search: `${place.name} ${place.code}`,
        }))}
        onChange={(values) => change({ places: inOrder(values, placeCodes) })}
      />
      <Picker
        label={t('compare.pick.years')}
        placeholder={t('compare.pick.searchYears')}
        value={years}
        all={yearNames}
        words={words}
        options={inOrder([...yearNames, ...years.filter((year) => !yearNames.includes(year))], yearNames).map(
          (year) => ({
            value: year,
            label: t('compare.pick.yearOption', {
              year,
              cells: offer.years.find((known) => known.year === year)?.cells ?? 0,
            }),
            name: year,
            search: year,
          }),
        )}
        onChange={(values) => change({ years: values.toSorted() })}
      />
      <Picker
        className={styles.wide}
        label={t('compare.pick.indicators')}
        placeholder={t('compare.pick.searchIndicators')}
        value={indicators}
        all={named.map(({ value }) => value)}
        words={words}
        options={[
          { label: t('compare.pick.indicatorsNamed'), options: [...kept, ...named] },
          ...(others.length > 0 ? [{ label: t('compare.pick.indicatorsOther'), options: others }] : []),
        ]}
        onChange={(values) => change({ indicators: values })}
      />
      <div className={styles.switches}>
        <Segmented<Comparison['kind']>
          aria-label={t('compare.kind.label')}
          value={kind}
          options={segments('kind', ['growth', 'level', 'ratio', 'points'] as const)}
          onChange={(value) => change({ kind: value })}
        />
        <Segmented<Comparison['role']>
          aria-label={t('compare.role.label')}
          value={role}
          options={segments('role', ['both', 'target', 'actual'] as const)}
          onChange={(value) => change({ role: value })}
        />
        <Segmented<Comparison['view']>
          aria-label={t('compare.view.label')}
          value={comparison.view}
          options={segments('view', ['bar', 'line', 'table'] as const)}
          onChange={(value) => change({ view: value })}
        />
      </div>
    </div>
  )
}
