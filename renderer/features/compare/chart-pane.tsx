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
export function ChartPane({ matrix, view, name, words, handle, onOpen }: ChartPaneProps) {
  const spoken = useMemo(() => chartWords(words, name), [words, name])
  const bars = useMemo(() => (view === 'bar' ? barPanels(matrix) : []), [matrix, view])
  const lines = useMemo(() => (view === 'line' ? linePanels(matrix) : []), [matrix, view])
  const build = useCallback(
    (size: ChartSize, palette: ChartPalette) =>
      view === 'line'
        ? lineOption(lines, matrix.places, size, palette, spoken)
        : barOption(
            bars,
            matrix.places.map((place) => place.code),
            size,
            palette,
            spoken,
          ),
    [view, lines, bars, matrix.places, spoken],
  )
  const describe = useCallback(
    (cell: MatrixCell) =>
      words.describe(
        cell,
        matrix.places.find((place) => place.code === cell.place),
      ),
    [words, matrix.places],
  )
  if (bars.length === 0 && lines.length === 0) return <p className={styles.noChart}>{words.t('compare.chart.empty')}</p>
  return <Chart ref={handle} build={build} label={spoken.label} describe={describe} onOpen={onOpen} />
}
