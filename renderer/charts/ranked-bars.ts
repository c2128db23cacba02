import type { ChartPlan } from './plan'
import { barRow, barRowPanel, type RowBar } from './row-bars'
import { drawRowPanels } from './row-panels'

/** What is drawn as a bar. */
export interface RankedItem {
  label: string
  value: number
  /** Items of one group have one colour. */
  group?: string
}

export interface RankedBarsData {
  /** In the order in which they stand, the first above. */
  items: readonly RankedItem[]
  format: (value: number) => string
  /** Names the chart for screen readers. */
  label: string
}

/** Lying bars of any numbers, one to a row: words, codes, topics. The subject of a mark is the index of its item. */
export function rankedBars({ items, format, label }: RankedBarsData): ChartPlan<number> {
  const groups = [...new Set(items.map(({ group }) => group ?? ''))]
  const tone = (group: string | undefined) => (groups.length === 1 ? ('result' as const) : groups.indexOf(group ?? ''))
  const rows = items.map((item, index) => {
    const bars: RowBar[] = [{ value: item.value, text: format(item.value), tone: tone(item.group), mark: index }]
    return { row: barRow({ label: item.label, beside: '' }, bars), bars }
  })
  const data = {
    panels: [barRowPanel({ title: '' }, rows, 'whole')],
    keys: groups.length > 1 ? groups.map((group, index) => ({ text: group, tone: index })) : [],
    lanes: 1,
    note: '',
    noData: '',
    number: format,
    label,
  }
  return {
    rows: [label],
    columns: items.map((item) => item.label),
    marks: items.map((item, column) => ({ row: 0, column, text: format(item.value), subject: column })),
    notes: [],
    draw: (at, palette) => drawRowPanels(data, at, palette),
  }
}
