import type { BarPanel, BarSlot, Mark } from '#shared/compare/series'
import { type BuiltChart, type ChartSize, type ChartWords, labelOf, type MarkDatum } from './chart-types'
import { type ChartPalette, colorOf } from './palette'
import { layPanels } from './panels'
import { frame, grid, legend, titles, valueAxis } from './parts'

/** Room that a slot needs so that its year can be read. */
const SLOT = 40
/** Below this, years are cut to two digits; below the next, numbers leave the bars (the table has them). */
const TIGHT = 34
const CROWDED = 22

const HATCH = { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 }

/** The slots of one place stand together; its name is printed once, under their middle. */
function groups(slots: readonly BarSlot[]): { middle: ReadonlySet<number>; first: ReadonlySet<number> } {
  const middle = new Set<number>()
  const first = new Set<number>()
  for (let start = 0; start < slots.length; ) {
    let end = start
    while (end < slots.length && slots[end]?.place.code === slots[start]?.place.code) end++
    first.add(start)
    middle.add(Math.floor((start + end - 1) / 2))
    start = end
  }
  return { middle, first }
}

function slotAxis(panel: BarPanel, index: number, slotWidth: number, oneYear: boolean, look: Look) {
  const { palette, words } = look
  const { middle, first } = groups(panel.slots)
  const shortYear = (year: string): string => (slotWidth < TIGHT && year.length === 4 ? `’${year.slice(2)}` : year)
  const text = (position: number): string => {
    const slot = panel.slots[position]
    if (!slot) return ''
    const name = middle.has(position) ? slot.place.short : ''
    if (oneYear) return slot.year === '' ? `${name}\n${words.noData}` : name
    return `${slot.year === '' ? words.noData : shortYear(slot.year)}\n${name}`
  }
  return {
    type: 'category' as const,
    gridIndex: index,
    data: panel.slots.map((_, position) => position),
    axisLine: { lineStyle: { color: palette.border } },
    axisTick: { alignWithLabel: false, interval: (position: number) => first.has(position), length: 6 },
    axisLabel: {
      interval: 0,
      hideOverlap: true,
      color: palette.text,
      fontSize: 11,
      lineHeight: 15,
      rotate: oneYear && slotWidth < SLOT ? 45 : 0,
      formatter: (value: string) => text(Number(value)),
    },
  }
}

interface Look {
  palette: ChartPalette
  words: ChartWords
}

/**
 * Bars of one role in one panel. A target is hollow, hatched and framed with dashes; a result is solid: the role is
 * told by the pattern as well as by the colour, the place by the colour and by the name under it.
 */
function bars(panel: BarPanel, index: number, role: 'target' | 'actual', crowded: boolean, look: Look, order: Order) {
  const { palette, words } = look
  const target = role === 'target'
  const datum = (mark: Mark | null): (MarkDatum & { itemStyle: { color: string } }) | null => {
    if (!mark) return null
    const color = colorOf(palette, order.get(mark.cell.place) ?? 0)
    const itemStyle = target ? { color: `${color}1a` } : { color }
    return { value: mark.value, cell: mark.cell, itemStyle, label: { formatter: labelOf(mark, words) } }
  }
  return {
    type: 'bar' as const,
    name: target ? words.target : words.result,
    xAxisIndex: index,
    yAxisIndex: index,
    barMaxWidth: 28,
    barGap: '12%',
    barCategoryGap: '28%',
    cursor: 'pointer',
    itemStyle: target
      ? {
          color: `${palette.muted}1a`,
          borderColor: palette.target,
          borderWidth: 1.5,
          borderType: 'dashed',
          decal: { ...HATCH, color: `${palette.target}99` },
        }
      : { color: palette.muted, decal: { symbol: 'none' } },
    label: { show: !crowded, position: 'top', fontSize: 11, color: palette.text, distance: 4 },
    labelLayout: { hideOverlap: true },
    emphasis: { focus: 'none', itemStyle: { shadowBlur: 6, shadowColor: palette.border } },
    data: panel.slots.map((slot) => datum(slot[role])),
  }
}

type Order = ReadonlyMap<string, number>

/** Places in the order in which they take their colours. */
export function placeOrder(codes: readonly string[]): Order {
  return new Map([...new Set(codes)].map((code, index) => [code, index]))
}

/**
 * Grouped bars as small multiples: a panel with its own axis and unit per indicator, in it the places, in each the
 * years. A place without a number keeps its slot and says so.
 */
export function barOption(
  panels: readonly BarPanel[],
  places: readonly string[],
  size: ChartSize,
  palette: ChartPalette,
  words: ChartWords,
): BuiltChart {
  const look = { palette, words }
  const most = Math.max(1, ...panels.map((panel) => panel.slots.length))
  const layout = layPanels(panels.length, size, most * SLOT + 80)
  const order = placeOrder(places)
  const marks = panels.flatMap((panel) => panel.slots.flatMap((slot) => [slot.target, slot.actual])).filter(Boolean)
  const oneYear = new Set(panels.flatMap((panel) => panel.slots.map((slot) => slot.year)).filter(Boolean)).size <= 1
  const widths = panels.map((panel, index) => (layout.plots[index]?.width ?? size.width) / panel.slots.length)
  const roles = (['target', 'actual'] as const).filter((role) =>
    panels.some((panel) => panel.slots.some((slot) => slot[role] !== null)),
  )
  const partial = marks.some((mark) => mark?.cell.partial)
  return {
    height: layout.height,
    marks: marks.length,
    option: {
      ...frame(palette, words),
      legend: legend(
        palette,
        roles.map((role) => ({ name: role === 'target' ? words.target : words.result })),
      ),
      title: [
        ...titles(
          layout,
          panels.map((panel) => panel.indicator),
          palette,
          words,
        ),
        ...(partial
          ? [
              {
                text: words.partial,
                right: 12,
                top: 8,
                padding: 0,
                textStyle: { fontSize: 12, fontWeight: 400, color: palette.muted },
              },
            ]
          : []),
      ],
      grid: layout.plots.map(grid),
      xAxis: panels.map((panel, index) => slotAxis(panel, index, widths[index] ?? SLOT, oneYear, look)),
      yAxis: panels.map((_, index) => valueAxis(index, palette, words, false)),
      series: panels.flatMap((panel, index) =>
        roles.map((role) => bars(panel, index, role, (widths[index] ?? SLOT) < CROWDED, look, order)),
      ),
    },
  }
}
