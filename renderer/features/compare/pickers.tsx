import { Segmented } from 'antd'
import { useMemo } from 'react'
import { isIndicatorId, offerOf, variantsOf } from '#shared/compare/offer'
import { parseSeriesKey } from '#shared/compare/variants'
import type { Comparison } from '#shared/model/comparison'
import styles from './compare.module.css'
import { indicatorOptions, indicatorsChosen } from './indicator-options'
import { LayoutBar } from './layout-bar'
import { type OptionGroup, Picker } from './picker'
import { placeOptions, placesChosen } from './place-options'
import type { WorkingComparison } from './use-comparison'
import { ViewSwitch } from './view-switch'
import type { Words } from './words'
import { isWordView } from './words/index'

const inOrder = (values: readonly string[], order: readonly string[]): string[] => {
  const wanted = new Set(values)
  return [...order.filter((value) => wanted.has(value)), ...values.filter((value) => !order.includes(value))]
}

const indicatorOf = (key: string): string => parseSeriesKey(key).indicator

/** What stands beside what: places, years, indicators, role, kind and view. */
export function Pickers({ working, words }: { working: WorkingComparison; words: Words }) {
  const { comparison, records, change } = working
  const { places, years, indicators, role, kind } = comparison
  const { t } = words
  // What is about words has no indicators, roles and kinds; the years of its reports are chosen there.
  const numbers = !isWordView(comparison.view)
  const offer = useMemo(() => offerOf(records, { places, role, kind }), [records, places, role, kind])
  const plain = useMemo(() => [...new Set(indicators.map(indicatorOf))], [indicators])
  const variants = useMemo(
    () => variantsOf(records, { places, role, kind }, plain),
    [records, places, role, kind, plain],
  )
  const placeCodes = offer.places.map(({ place }) => place.code)
  const yearNames = offer.years.map(({ year }) => year)
  // A library has a hundred thousand phrases: their names are written when something of them changes.
  const indicatorGroups = useMemo(
    () => indicatorOptions(offer.indicators, variants, indicators, words),
    [offer, variants, indicators, words],
  )
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
        options={placeOptions(offer.places, words) as OptionGroup[]}
        onChange={(values) => change({ places: placesChosen(values, offer.places) })}
      />
      {numbers && (
        <>
          <Picker
            label={t('compare.pick.years')}
            placeholder={t(comparison.latest ? 'compare.latest.allYears' : 'compare.pick.searchYears')}
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
            all={offer.indicators.map(({ id }) => id).filter(isIndicatorId)}
            words={words}
            options={indicatorGroups}
            onChange={(values) => change({ indicators: indicatorsChosen(values, indicatorOf) })}
          />
        </>
      )}
      <div className={styles.switches}>
        {numbers && (
          <>
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
          </>
        )}
        {numbers && <LayoutBar working={working} words={words} />}
        <ViewSwitch view={comparison.view} words={words} onChange={(view) => change({ view })} />
      </div>
    </div>
  )
}
