import type { ChartPalette } from './palette'
import type { PanelLayout, PanelRect } from './panels'
import type { LabelTarget } from './plan'

/** What every chart has: colours of text, no motion, its name for screen readers, patterns beside colours. */
export const frame = (palette: ChartPalette, label: string) => ({
  animation: false,
  backgroundColor: palette.surface,
  textStyle: { fontFamily: palette.font, color: palette.text },
  aria: { enabled: true, label: { enabled: true, description: label }, decal: { show: false } },
  tooltip: {
    trigger: 'item' as const,
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.border,
    textStyle: { color: palette.text, fontSize: 12 },
  },
})

/** The legend line at the top; it scrolls when there are many places. */
export const legend = (palette: ChartPalette, data: readonly { name: string; icon?: string }[]) => ({
  type: 'scroll' as const,
  top: 4,
  left: 8,
  right: 8,
  itemWidth: 16,
  itemHeight: 10,
  itemGap: 16,
  textStyle: { color: palette.text, fontSize: 12 },
  pageTextStyle: { color: palette.muted },
  pageIconColor: palette.text,
  pageIconInactiveColor: palette.grid,
  data: [...data],
})

/** A title per panel, cut where it is longer than its plot; a click on it leads to what it names. */
export const titles = (
  layout: PanelLayout,
  heads: readonly { text: string; names: LabelTarget }[],
  palette: ChartPalette,
) =>
  heads.map(({ text, names }, index) => ({
    text,
    names,
    triggerEvent: true,
    ...layout.titles[index],
    padding: 0,
    textStyle: {
      fontSize: 13,
      fontWeight: 600,
      color: palette.text,
      width: layout.plots[index]?.width ?? 320,
      overflow: 'truncate' as const,
    },
  }))

/** The plot of a panel. */
export const grid = (rect: PanelRect) => ({ ...rect, containLabel: false })

/** The axis of numbers, from zero: few lines, muted. */
export const valueAxis = (index: number, palette: ChartPalette, number: (value: number) => string) => ({
  type: 'value' as const,
  gridIndex: index,
  // Room for the numbers above the bars.
  boundaryGap: ['0%', '8%'],
  splitNumber: 4,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: palette.muted, fontSize: 11, formatter: number },
  splitLine: { lineStyle: { color: palette.grid, width: 1 } },
})
