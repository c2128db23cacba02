import { Segmented, Select } from 'antd'
import type { Matrix } from '#shared/compare/matrix-types'
import type { Comparison, ChartSettings as Settings } from '#shared/model/comparison'
import styles from './chart-pane.module.css'
import type { Words } from './words'

interface ChartSettingsProps {
  view: Comparison['view']
  settings: Settings
  matrix: Matrix
  words: Words
  /** How many numbers are so far from all others that the axis may end before them. */
  far: number
  onChange: (patch: Partial<Settings>) => void
}

interface ControlProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

/** Two choices, both in sight. */
function Either<T extends string>({ label, value, options, onChange }: ControlProps<T>) {
  return (
    <span className={styles.control}>
      <span className={styles.label}>{label}</span>
      <Segmented<T> size="small" aria-label={label} value={value} options={[...options]} onChange={onChange} />
    </span>
  )
}

/** One of many. */
function OneOf<T extends string>({ label, value, options, onChange }: ControlProps<T>) {
  return (
    <span className={styles.control}>
      <span className={styles.label}>{label}</span>
      <Select<T>
        size="small"
        className={styles.select ?? ''}
        aria-label={label}
        value={value}
        options={[...options]}
        popupMatchSelectWidth={false}
        onChange={onChange}
      />
    </span>
  )
}

/** Views of one year. */
const YEARLY: readonly Comparison['view'][] = ['dumbbell', 'radar', 'scatter']
const SORTED: readonly Comparison['view'][] = ['bar', 'dumbbell', 'multiples']

/** The few controls that the chart in front has; each keeps its choice with the comparison. */
export function ChartSettings({ view, settings, matrix, words, far, onChange }: ChartSettingsProps) {
  const { t } = words
  const series = matrix.indicators.map(({ id }) => ({ value: id, label: words.indicator(id) }))
  const known = (id: string, at: number): string =>
    series.find(({ value }) => value === id)?.value ?? series[at]?.value ?? ''
  const axis = (name: 'x' | 'y', label: string, at: number) => (
    <OneOf
      label={label}
      value={known(settings[name], at)}
      options={series}
      onChange={(id) => onChange({ [name]: id })}
    />
  )
  const byValue = view === 'dumbbell' ? 'gap' : 'value'
  return (
    <div className={styles.settings} role="toolbar" aria-label={t('charts.settings.label')}>
      {view === 'heat' && (
        <Either
          label={t('charts.settings.heat')}
          value={settings.heat}
          options={(['rank', 'zscore'] as const).map((value) => ({
            value,
            label: t(`charts.settings.heatOf.${value}`),
          }))}
          onChange={(heat) => onChange({ heat })}
        />
      )}
      {view === 'scatter' && series.length > 1 && axis('x', t('charts.settings.x'), 0)}
      {view === 'scatter' && series.length > 1 && axis('y', t('charts.settings.y'), 1)}
      {view === 'multiples' && series.length > 1 && axis('x', t('charts.settings.indicator'), 0)}
      {YEARLY.includes(view) && !matrix.latest && matrix.years.length > 1 && (
        <OneOf
          label={t('charts.settings.year')}
          value={matrix.years.includes(settings.year) ? settings.year : ''}
          options={[
            { value: '', label: t('charts.settings.latest') },
            ...matrix.years.toSorted().map((year) => ({ value: year, label: year })),
          ]}
          onChange={(year) => onChange({ year })}
        />
      )}
      {view === 'radar' && (
        <Either
          label={t('charts.settings.scale')}
          value={settings.scale}
          options={(['range', 'rank'] as const).map((value) => ({
            value,
            label: t(`charts.settings.scaleOf.${value}`),
          }))}
          onChange={(scale) => onChange({ scale })}
        />
      )}
      {far > 0 && (
        <Either
          label={t('charts.settings.axis')}
          value={settings.axis ?? 'cut'}
          options={(['cut', 'whole'] as const).map((value) => ({
            value,
            label: t(`charts.settings.axisOf.${value}`),
          }))}
          onChange={(axis) => onChange({ axis })}
        />
      )}
      {SORTED.includes(view) && (
        <Either
          label={t('charts.settings.sort')}
          value={settings.sort}
          options={[
            { value: 'value', label: t(`charts.settings.sortOf.${byValue}`) },
            { value: 'places', label: t('charts.settings.sortOf.places') },
          ]}
          onChange={(sort) => onChange({ sort })}
        />
      )}
    </div>
  )
}
