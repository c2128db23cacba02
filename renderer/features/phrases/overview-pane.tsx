import { Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endsByPlace, wholeEnds } from '#shared/search/tracking/ends'
import { FEW_PLACES, placeSpread, spreadOf, type YearUse } from '#shared/search/tracking/spread'
import { hitIn, type WordingUse } from '#shared/search/tracking/use'
import { ChartFigure, type YearPoint, yearLines } from '../../charts'
import { type HitCell, HitGrid } from './hit-grid'
import { figure, hitText } from './names'
import { openHit } from './open-hit'
import styles from './phrases.module.css'
import { TRENDS, type Tracked, type Tracker, type Trend, usePhrases } from './tracker'

/** What every pane is given. */
export interface PaneProps {
  tracker: Tracker
  tracked: Tracked
  /** The use at the places that are shown; `tracked` has all. */
  use: WordingUse
  /** Which wording the pane is about. */
  term: number
  visible: boolean
}

const VALUE: Readonly<Record<Trend, (year: YearUse) => number | null>> = {
  spread: ({ of, using }) => (of === 0 ? null : (100 * using) / of),
  rate: ({ rate }) => rate,
  hits: ({ hits }) => hits,
}

/** A wording in all places: how often, in how many, since when, until when. */
function useRows({ tracked, use }: Pick<PaneProps, 'tracked' | 'use'>) {
  const { t } = useTranslation()
  return useMemo(
    () =>
      tracked.terms.map(({ id, name }, term) => {
        const byPlace = endsByPlace(use, term)
        const ends = wholeEnds(byPlace)
        let [hits, reports] = [0, 0]
        for (const { code } of use.places)
          for (const cell of use.cells.get(code)?.values() ?? []) {
            hits += cell.hits[term] ?? 0
            reports += cell.reports.filter(({ at }) => at.count(term) > 0).length
          }
        const { of, using, elsewhere } = placeSpread(use, term)
        const cells: HitCell[] = [
          ...[hits, reports].map((count) => ({ text: String(count) })),
          elsewhere > 0
            ? { text: `${using} / ${of} +${elsewhere}`, hint: t('phrases.trend.elsewhere', { count: elsewhere }) }
            : { text: `${using} / ${of}` },
          { text: ends ? hitText(ends.first) : '–', hit: ends?.first ?? null },
          { text: ends ? hitText(ends.last) : '–', hit: ends?.last ?? null },
        ]
        return { key: id, name, cells }
      }),
    [tracked, use, t],
  )
}

/** A year as the chart has it; null where nothing is known. Counts are of all reports: few places are no matter there. */
function pointOf(one: YearUse, trend: Trend, t: TFunction): YearPoint | null {
  const value = VALUE[trend](one)
  if (value === null) return null
  const { using, of } = one
  const text = trend === 'spread' ? t('phrases.trend.share', { share: Math.round(value), using, of }) : figure(value)
  return { value, text, few: trend !== 'hits' && of < FEW_PLACES }
}

/** 概览: all wordings of the group beside each other, and over the years. */
export function OverviewPane({ tracker, tracked, use, visible }: PaneProps) {
  const { t } = useTranslation()
  const trend = usePhrases(tracker, (state) => state.trend)
  const rows = useRows({ tracked, use })
  const spreads = useMemo(() => tracked.terms.map((_, term) => spreadOf(use, term)), [tracked, use])
  const label = t(`phrases.trend.label.${trend}`)
  const plan = useMemo(
    () =>
      yearLines({
        years: use.years.map(String),
        lines: tracked.terms.map(({ name }, term) => ({
          name,
          points: (spreads[term] ?? []).map((one) => pointOf(one, trend, t)),
        })),
        format: (value) => (trend === 'spread' ? `${Math.round(value)}%` : figure(value)),
        fewNote: t('phrases.trend.fewNote', { few: FEW_PLACES }),
        label,
        missing: t('phrases.noFull'),
      }),
    [tracked, use, spreads, trend, label, t],
  )
  const told = (line: number, year: number): string[] => {
    const one = spreads[line]?.[year]
    if (!one) return []
    return [
      `${tracked.terms[line]?.name ?? ''} · ${one.year}`,
      t('phrases.trend.spread', { using: one.using, of: one.of }),
      ...(one.of > 0 && one.of < FEW_PLACES ? [t('phrases.trend.few', { few: FEW_PLACES })] : []),
      ...(one.elsewhere > 0 ? [t('phrases.trend.elsewhere', { count: one.elsewhere })] : []),
      t('phrases.trend.hits', { hits: one.hits, rate: one.rate === null ? '–' : figure(one.rate) }),
    ]
  }
  const open = (line: number, at: number): void => {
    const year = use.years[at]
    if (year === undefined) return
    const hits = use.places.flatMap(({ code }) => hitIn(use.cells.get(code)?.get(year), line, 'first') ?? [])
    if (hits[0]) openHit(tracker, hits[0], 'trend')
  }
  const heads = ['term', 'hits', 'reports', 'places', 'first', 'last'].map((head) => t(`phrases.column.${head}`))
  return (
    <div className={styles.split}>
      <HitGrid
        name="terms"
        label={t('phrases.tab.overview')}
        heads={heads}
        widths="minmax(120px, 1.4fr) 64px 64px 88px minmax(96px, 1fr) minmax(96px, 1fr)"
        rows={rows}
        tracker={tracker}
        visible={visible}
        onRow={(row) => tracker.choose({ term: tracked.terms[row]?.id ?? null })}
      />
      <div className={styles.chart} data-return="trend">
        <ChartFigure
          plan={plan}
          label={label}
          describe={({ line, year }) => told(line, year)}
          onOpen={({ line, year }) => open(line, year)}
        >
          <Segmented<Trend>
            size="small"
            aria-label={t('phrases.trend.name')}
            value={trend}
            options={TRENDS.map((value) => ({ value, label: t(`phrases.trend.${value}Short`) }))}
            onChange={(value) => tracker.store.setState({ trend: value })}
          />
        </ChartFigure>
      </div>
      <p className={styles.note}>{t('phrases.fairness')}</p>
    </div>
  )
}
