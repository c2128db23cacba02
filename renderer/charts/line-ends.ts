import type { LineData, LinePlot } from './line'
import { textWidth } from './measure'
import { type ChartPalette, colorOf } from './palette'
import { spread } from './scale'
import { lineAt, type Shape, textAt } from './shapes'

const SIZE = 11
const PITCH = 13
const MOST = 96

/** How wide the names at the ends of lines are at most. */
export const widestName = (names: ReadonlyMap<string, string>): number =>
  Math.min(MOST, Math.max(0, ...[...names.values()].map((name) => textWidth(name, SIZE))))

/**
 * The name of each place at the end of its line, moved up or down until no two collide, with a thin line from the last
 * mark. Where there are more names than room, those of the first places are kept; the others are in tooltip and table.
 */
export function endLabels({ panel, rect, x, y }: LinePlot, data: LineData, palette: ChartPalette): Shape[] {
  const right = rect.left + rect.width
  const room = Math.floor((rect.height + PITCH) / PITCH)
  const ends = panel.lines.slice(0, room).flatMap((line) => {
    const series = line.actual.some((mark) => mark !== null) ? line.actual : line.target
    const last = series.findLastIndex((mark) => mark !== null)
    const mark = series[last]
    return mark ? [{ line, from: { x: x(last), y: y(mark.value) } }] : []
  })
  const heights = spread(
    ends.map(({ from }) => from.y),
    PITCH,
    rect.top,
    rect.top + rect.height,
  )
  return ends.flatMap(({ line, from }, index) => {
    const color = colorOf(palette, data.order.get(line.place.code) ?? 0)
    const height = heights[index] ?? from.y
    return [
      {
        element: lineAt(from.x + 7, from.y, right + 6, height, {
          stroke: color,
          lineWidth: 1,
          opacity: panel.lines.length > 12 ? 0.12 : 0.35,
        }),
      },
      {
        names: { place: line.place.code, indicator: panel.indicator.id },
        element: textAt(right + 9, height, data.names.get(line.place.code) ?? line.place.short, {
          color,
          size: SIZE,
          font: palette.font,
          width: MOST,
        }),
      },
    ]
  })
}
