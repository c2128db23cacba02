import { Checkbox, InputNumber, Select } from 'antd'
import { BRIEFING_CHARTS, type BriefingChart } from '#shared/model/briefing-draft'
import type { Words } from '../compare'
import styles from './briefing.module.css'
import type { Picture } from './use-pictures'

/** Sizes that are often wanted, in CSS pixels: across the page, half its height, a strip. */
const SIZES = { page: [900, 420], tall: [900, 640], strip: [900, 300] } as const
type Size = keyof typeof SIZES

interface ChartListProps {
  charts: readonly BriefingChart[]
  pictures: readonly Picture[] | null
  words: Words
  onChange: (charts: BriefingChart[]) => void
}

const inOrder = (charts: readonly BriefingChart[]): BriefingChart[] =>
  charts.toSorted((a, b) => BRIEFING_CHARTS.indexOf(a.view) - BRIEFING_CHARTS.indexOf(b.view))

interface ChartSizeProps {
  chart: BriefingChart
  words: Words
  onChange: (chart: BriefingChart) => void
}

function ChartSize({ chart, words: { t }, onChange }: ChartSizeProps) {
  const name = t(`charts.view.${chart.view}`)
  const names = Object.keys(SIZES) as Size[]
  const size = names.find((one) => SIZES[one][0] === chart.width && SIZES[one][1] === chart.height) ?? 'own'
  const side = (which: 'width' | 'height', min: number) => (
    <InputNumber<number>
      size="small"
      className={styles.side ?? ''}
      aria-label={t(`briefing.chart.${which}`, { view: name })}
      value={chart[which]}
      min={min}
      max={3000}
      precision={0}
      changeOnBlur
      onChange={(value) => onChange(value === null ? chart : { ...chart, [which]: value })}
    />
  )
  return (
    <span className={styles.line}>
      <Select<Size | 'own'>
        size="small"
        className={styles.short ?? ''}
        aria-label={t('briefing.chart.size', { view: name })}
        value={size}
        options={[...names, 'own' as const].map((value) => ({ value, label: t(`briefing.chart.sizeOf.${value}`) }))}
        onChange={(value) => {
          if (value === 'own') onChange({ ...chart, height: chart.height + 20 })
          else onChange({ ...chart, width: SIZES[value][0], height: SIZES[value][1] })
        }}
      />
      {size === 'own' && (
        <>
          {side('width', 240)} × {side('height', 160)}
        </>
      )}
    </span>
  )
}

/** The charts of a briefing, each with its size. */
export function ChartList({ charts, pictures, words, onChange }: ChartListProps) {
  const { t } = words
  return (
    <ul className={styles.charts} aria-label={t('briefing.part.charts')}>
      {BRIEFING_CHARTS.map((view) => {
        const chart = charts.find((one) => one.view === view)
        const why = chart ? (pictures?.find((one) => one.view === view)?.why ?? '') : ''
        const others = charts.filter((one) => one.view !== view)
        return (
          <li key={view}>
            <Checkbox
              checked={chart !== undefined}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? inOrder([...others, { view, width: SIZES.page[0], height: SIZES.page[1] }])
                    : others,
                )
              }
            >
              {t(`charts.view.${view}`)}
            </Checkbox>
            {chart && (
              <ChartSize chart={chart} words={words} onChange={(changed) => onChange(inOrder([...others, changed]))} />
            )}
            {why !== '' && <p className={styles.hint}>{why}</p>}
          </li>
        )
      })}
    </ul>
  )
}
