import type { BarPanel, BarSlot, Mark } from '#shared/compare/series'
import type { BarData } from './bar'
import { titleOf } from './chart-types'
import { headNotes, noteTitles } from './head-notes'
import type { ChartPalette } from './palette'
import { layPanels, type PanelRect } from './panels'
import { frame, grid, legend, titles, valueAxis } from './parts'
import type { ChartFrame, Drawn } from './plan'
import { type AxisEnds, axisCut, endedScale, type NumberScale, sideOf, within } from './scale'
import { cutAt, type Shape, shapeSeries, textAt } from './shapes'

/** The slots of one place stand together. */
function groups(slots: readonly BarSlot[]): { slot: BarSlot; first: number; end: number }[] {
  const found: { slot: BarSlot; first: number; end: number }[] = []
  for (const [index, slot] of slots.entries()) {
    const last = found.at(-1)
    if (last?.slot.place.code === slot.place.code) last.end = index + 1
    else found.push({ slot, first: index, end: index + 1 })
  }
  return found
}

const target = (panel: BarPanel, { place }: BarSlot) => ({ place: place.code, indicator: panel.indicator.id })

function slotAxis(panel: BarPanel, index: number, { oneYear, dated, words, names }: BarData, palette: ChartPalette) {
  const first = new Set(groups(panel.slots).map((group) => group.first))
  const text = (position: number): string => {
    const slot = panel.slots[position]
    if (!slot) return ''
    if (!oneYear && !dated) return slot.year === '' ? words.noData : slot.year
    const name = names.get(slot.place.code) ?? slot.place.short
    return slot.year === '' ? `${name}\n${words.noData}` : name
  }
  return {
    type: 'category' as const,
    gridIndex: index,
    triggerEvent: true,
    names: panel.slots.map((slot) => target(panel, slot)),
    data: panel.slots.map((_, position) => position),
    axisLine: { lineStyle: { color: palette.border } },
    axisTick: { alignWithLabel: false, interval: (position: number) => first.has(position), length: 6 },
    axisLabel: {
      interval: 0,
      color: palette.text,
      fontSize: 11,
      lineHeight: 15,
      formatter: (value: string) => text(Number(value)),
    },
  }
}

/** Names of places under the middle of their years. */
function nameShapes(
  panel: BarPanel,
  rect: PanelRect,
  { oneYear, dated, names }: BarData,
  palette: ChartPalette,
): Shape[] {
  if (oneYear || dated) return []
  const slotWidth = rect.width / panel.slots.length
  return groups(panel.slots).map(({ slot, first, end }) => ({
    names: target(panel, slot),
    element: textAt(
      rect.left + ((first + end) / 2) * slotWidth,
      rect.top + rect.height + 32,
      names.get(slot.place.code) ?? slot.place.short,
      { color: palette.text, font: palette.font, align: 'center' },
    ),
  }))
}

/** Where the axis of a panel ends that is cut; null where it holds all numbers. */
function cutScale({ slots }: BarPanel, ends: AxisEnds): NumberScale | null {
  const values = slots.flatMap(({ target, actual }) => [target, actual]).flatMap((mark) => mark?.value ?? [])
  return ends === 'cut' && axisCut(values, true) !== null ? endedScale(values, 4, true, ends) : null
}

/** How bars share the room of a slot. */
const slotLayout = (data: BarData) => ({
  // As wide as the numbers above, so that those of neighbours do not meet.
  barMaxWidth: Math.max(30, data.number),
  barGap: '10%',
  barCategoryGap: '16%',
})

/** What a custom series is given to draw with, as far as the signs need it. */
interface SeriesApi {
  value: (dimension: number) => number
  coord: (point: readonly [number, number]) => [number, number]
  barLayout: (wish: object) => { offsetCenter: number; width: number }[]
}

/** The signs across bars that are cut off. */
function cutSigns(panel: BarPanel, index: number, scale: NumberScale, data: BarData, palette: ChartPalette) {
  const { roles } = data
  return {
    type: 'custom' as const,
    xAxisIndex: index,
    yAxisIndex: index,
    z: 3,
    silent: true,
    tooltip: { show: false },
    clip: false,
    data: panel.slots.flatMap((slot, position) =>
      roles.flatMap((role, lane) => {
        const side = sideOf(scale, slot[role]?.value ?? 0)
        return side === 0 ? [] : [[position, within(scale, slot[role]?.value ?? 0), lane, side]]
      }),
    ),
    renderItem: (_: unknown, api: SeriesApi) => {
      const [x, y] = api.coord([api.value(0), api.value(1)])
      const bar = api.barLayout({ ...slotLayout(data), count: roles.length })[api.value(2)]
      return bar && cutAt(x + bar.offsetCenter, y + api.value(3) * 12, bar.width, false, palette.surface)
    },
  }
}

/** Bars of one role in one panel: told apart by the pattern as well as by the colour. */
function bars(
  panel: BarPanel,
  index: number,
  role: 'target' | 'actual',
  scale: NumberScale | null,
  data: BarData,
  palette: ChartPalette,
) {
  const hollow = role === 'target'
  const datum = (mark: Mark | null) =>
    mark
      ? {
          value: scale ? within(scale, mark.value) : mark.value,
          mark: data.markOf(mark),
          label: { formatter: data.label(mark) },
        }
      : null
  return {
    type: 'bar' as const,
    name: hollow ? data.words.target : data.words.result,
    xAxisIndex: index,
    yAxisIndex: index,
    ...slotLayout(data),
    cursor: 'pointer',
    itemStyle: hollow
      ? {
          color: `${palette.target}26`,
          borderColor: palette.target,
          borderWidth: 1.5,
          borderType: 'dashed',
          decal: { symbol: 'none' },
        }
      : { color: palette.result, decal: { symbol: 'none' } },
    label: { show: true, position: 'top', fontSize: 11, color: palette.text, distance: 4 },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'none', itemStyle: { borderColor: palette.text, borderWidth: 2, borderType: 'solid' } },
    data: panel.slots.map((slot) => datum(slot[role])),
  }
}

/** Draws standing bars, a plot for each indicator. */
export function drawColumns(data: BarData, wanted: number, at: ChartFrame, palette: ChartPalette): Drawn {
  const { panels, roles, words } = data
  const keys = roles.map((role) => (role === 'target' ? words.target : words.result))
  const head = headNotes(data.notes, keys, at.width)
  const layout = layPanels(panels.length, at, wanted, undefined, head.height)
  const scales = panels.map((panel) => cutScale(panel, data.ends))
  return {
    width: at.width,
    height: layout.height,
    windowed: false,
    option: {
      ...frame(palette, words.label),
      legend: legend(
        palette,
        keys.map((name) => ({ name })),
      ),
      title: [
        ...titles(
          layout,
          panels.map(({ indicator }) => ({ text: titleOf(indicator, words), names: { indicator: indicator.id } })),
          palette,
        ),
        ...noteTitles(head, palette),
      ],
      grid: layout.plots.map(grid),
      xAxis: panels.map((panel, index) => slotAxis(panel, index, data, palette)),
      yAxis: panels.map((_, index) => {
        const axis = valueAxis(index, palette, words.number)
        const scale = scales[index]
        if (!scale) return axis
        const interval = (scale.high - scale.low) / Math.max(1, scale.ticks.length - 1)
        return { ...axis, boundaryGap: [0, 0], min: scale.low, max: scale.high, interval }
      }),
      series: [
        ...panels.flatMap((panel, index) =>
          roles.map((role) => bars(panel, index, role, scales[index] ?? null, data, palette)),
        ),
        ...panels.flatMap((panel, index) => {
          const scale = scales[index]
          return scale ? [cutSigns(panel, index, scale, data, palette)] : []
        }),
        shapeSeries(
          panels.flatMap((panel, index) => {
            const rect = layout.plots[index]
            return rect ? nameShapes(panel, rect, data, palette) : []
          }),
        ),
      ],
    },
  }
}
