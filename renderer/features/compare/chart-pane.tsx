import { type Ref, useCallback, useMemo } from 'react'
import type { Matrix, MatrixCell } from '#shared/compare/matrix'
import { barPanels, linePanels } from '#shared/compare/series'
import type { Comparison } from '#shared/model/comparison'
import {
  barOption,
  Chart,
  type ChartHandle,
  type ChartPalette,
  type ChartSize,
  type ChartWords,
  lineOption,
} from '../../charts'
import styles from './compare.module.css'
import type { Words } from './words'

interface ChartPaneProps {
  matrix: Matrix
  /** All places of the comparison, drawn or not, so that hiding one changes no colour. */
  places: Matrix['places']
  view: Comparison['view']
  name: string
  words: Words
  handle: Ref<ChartHandle>
  onOpen: (cell: MatrixCell) => void
}

function chartWords(words: Words, name: string): ChartWords {
  const { t } = words
  return {
    label: t('compare.chart.label', { name }),
    indicator: words.indicator,
    titled: (indicator, unit) => t('compare.chart.titled', { indicator, unit }),
    target: t('compare.chart.legendTarget'),
    result: t('compare.chart.legendResult'),
    partial: t('compare.chart.legendPartial'),
    noData: t('compare.chart.noData'),
    comparator: (comparator) => t(`compare.comparator.${comparator}`),
    estimate: t('compare.flag.estimateMark'),
    number: words.number,
  }
}

/** The chart of a comparison, bars or lines. */
export function ChartPane({ matrix, places, view, name, words, handle, onOpen }: ChartPaneProps) {
  const spoken = useMemo(() => chartWords(words, name), [words, name])
  const bars = useMemo(() => (view === 'bar' ? barPanels(matrix) : []), [matrix, view])
  const lines = useMemo(() => (view === 'line' ? linePanels(matrix) : []), [matrix, view])
  const build = useCallback(
    (size: ChartSize, palette: ChartPalette) =>
      view === 'line'
        ? lineOption(lines, places, size, palette, spoken)
        : barOption(
            bars,
            places.map((place) => place.code),
            size,
            palette,
            spoken,
          ),
    [view, lines, bars, places, spoken],
  )
  const describe = useCallback(
    (cell: MatrixCell) =>
      words.describe(
        cell,
        places.find((place) => place.code === cell.place),
      ),
    [words, places],
  )
  if (bars.length === 0 && lines.length === 0) return <p className={styles.noChart}>{words.t('compare.chart.empty')}</p>
  return <Chart ref={handle} build={build} label={spoken.label} describe={describe} onOpen={onOpen} />
}
