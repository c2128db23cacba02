import type { MatrixIndicator } from '#shared/compare/matrix-types'
import type { ChartWords } from './chart-types'
import type { ChartPalette } from './palette'
import type { PanelLayout, PanelRect } from './panels'

/** What every chart has: colours of text, no motion, its name for screen readers, patterns beside colours. */
export const frame = (palette: ChartPalette, words: ChartWords) => ({
  animation: false,
  backgroundColor: palette.surface,
  textStyle: { fontFamily: palette.font, color: palette.text },
  aria: { enabled: true, label: { enabled: true, description: words.label }, decal: { show: true } },
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

/** A title per panel: the indicator and the unit of its axis. */
export const titles = (
  layout: PanelLayout,
  indicators: readonly MatrixIndicator[],
  palette: ChartPalette,
  words: ChartWords,
) =>
  indicators.map((indicator, index) => ({
    text:
      indicator.unit === ''
        ? words.indicator(indicator.id)
        : words.titled(words.indicator(indicator.id), indicator.unit),
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

/** The axis of numbers: few lines, muted. Bars start at zero; lines may start where their values do. */
export const valueAxis = (index: number, palette: ChartPalette, words: ChartWords, scale: boolean) => ({
  type: 'value' as const,
  gridIndex: index,
  scale,
  // Room for marks and their numbers at both ends.
  boundaryGap: scale ? ['8%', '12%'] : ['0%', '8%'],
  splitNumber: 4,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: palette.muted, fontSize: 11, formatter: (value: number) => words.number(value) },
  splitLine: { lineStyle: { color: palette.grid, width: 1 } },
})
