import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { hitIn, rateOf, stateOf } from '#shared/search/tracking/use'
import { ChartFigure, type GridPosition, statedGrid } from '../../charts'
import { figure } from './names'
import { openHit } from './open-hit'
import type { PaneProps } from './overview-pane'
import styles from './phrases.module.css'
import { MEASURES, type Measure, usePhrases } from './tracker'

/** 地区与年份: how often a wording stands in the reports of each place and year. */
export function YearsPane({ tracker, tracked, use, term }: PaneProps) {
  const { t } = useTranslation()
  const measure = usePhrases(tracker, (state) => state.measure)
  const name = tracked.terms[term]?.name ?? ''
  const label = t(`phrases.years.${measure}`, { name })
  const plan = useMemo(() => {
    const cells = use.places.map(({ code }) =>
      use.years.map((year) => {
        const cell = use.cells.get(code)?.get(year)
        const state = stateOf(cell, term)
        if (!cell || state === 'absent') return null
        if (state === 'unsure') return { value: null, text: t('phrases.sign.unsure') }
        const hits = cell.hits[term] ?? 0
        const value = measure === 'hits' ? hits : rateOf(hits, cell.characters)
        return { value, text: `${figure(value)}${cell.full ? '' : t('phrases.sign.part')}` }
      }),
    )
    return statedGrid({
      rows: use.places.map((place) => place.name),
      columns: use.years.map(String),
      ...{ cells, format: figure, label },
      missing: t('phrases.noReport'),
      notes: [t('phrases.note.unsure'), t('phrases.note.part'), t('phrases.note.unsaid')],
    })
  }, [use, term, measure, label, t])
  const at = ({ row, column }: GridPosition) => {
    const [place, year] = [use.places[row], use.years[column]]
    return { place, year, cell: place && year !== undefined ? use.cells.get(place.code)?.get(year) : undefined }
  }
  const describe = (position: GridPosition): string[] => {
    const { place, year, cell } = at(position)
    const head = `${place?.name ?? ''} · ${year ?? ''} · ${name}`
    const state = stateOf(cell, term)
    if (!cell || state !== 'used') return [head, t(`phrases.state.${state}`)]
    const hits = cell.hits[term] ?? 0
    return [
      head,
      t('phrases.cell', { hits, rate: figure(rateOf(hits, cell.characters)), characters: cell.characters }),
      ...(cell.full ? [] : [t('phrases.note.part')]),
    ]
  }
  const open = (position: GridPosition): void => {
    const hit = hitIn(at(position).cell, term, 'first')
    if (hit) openHit(tracker, hit, 'years')
  }
  return (
    <div className={styles.whole} data-return="years">
      <ChartFigure plan={plan} label={label} describe={describe} onOpen={open}>
        <Segmented<Measure>
          size="small"
          aria-label={t('phrases.measure.name')}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`phrases.measure.${value}`) }))}
          onChange={(value) => tracker.store.setState({ measure: value })}
        />
      </ChartFigure>
    </div>
  )
}
