import { useCallback, useRef } from 'react'
import { ChartFigure, type ChartHandle, type ChartPlan, type GridPosition } from '../../../charts'
import { leaveFrom } from '../navigate'
import { useChartBrush } from '../use-brushing'
import { useChartReturn } from '../use-chart-return'
import { HeatTable, type HeatTableProps } from './heat-table'
import type { WordView } from './pane-types'
import { keepCursor, useWordsState, type WordsStore } from './state'
import styles from './words.module.css'

const FIRST = { row: 0, column: 0 }

interface Props extends Omit<HeatTableProps, 'cursor' | 'onCursor'> {
  view: WordView
  store: WordsStore
  /** What is drawn where the user asked for a chart; null while there is nothing to draw. */
  plan: ChartPlan<GridPosition> | null
  /** All about a cell, a line each. */
  describe: (row: number, column: number) => string
}

/** Numbers in rows and columns, as a coloured table or as a chart; both mark in other views what they point at. */
export function HeatBody({ view, store, plan, describe, ...table }: Props) {
  const { label, comparison, visible, markOf, onOpen } = table
  const shape = useWordsState(store, (state) => state.shape)
  const cursor = useWordsState(store, (state) => state.cursor[view]) ?? FIRST
  const chart = useRef<ChartHandle>(null)
  const brush = useChartBrush(useCallback(({ row, column }: GridPosition) => markOf(row, column), [markOf]))
  const left = `${comparison} chart`
  useChartReturn(chart, left, visible)
  if (shape === 'table' || !plan)
    return <HeatTable {...table} cursor={cursor} onCursor={(row, column) => keepCursor(store, view, row, column)} />
  return (
    <div className={styles.chart}>
      <ChartFigure
        tabled
        ref={chart}
        plan={plan}
        label={label}
        describe={({ row, column }) => describe(row, column).split('\n')}
        onOpen={({ row, column }) => {
          if (onOpen(row, column)) leaveFrom(left)
        }}
        {...brush}
      />
    </div>
  )
}
