import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import type { LabelTarget } from './plan'
import { type PanelRow, type RowAxis, type RowPanel, type Tone, toneStyle } from './row-panels'
import type { AxisEnds } from './scale'
import { cutAt, rectAt, type Shape, textAt } from './shapes'

/** A bar that lies in a row. */
export interface RowBar {
  value: number
  text: string
  tone: Tone
  mark: number
}

const BAR = 11
const PITCH = BAR + 2

function barShapes(bar: RowBar, top: number, { x, beyond, zero }: RowAxis, palette: ChartPalette): Shape[] {
  const end = x(bar.value)
  const inset = bar.tone === 'target' ? 0.75 : 0
  const length = Math.max(1, Math.abs(end - zero))
  const style = toneStyle(bar.tone, palette)
  const side = beyond(bar.value)
  const sign: Shape[] =
    side === 0 ? [] : [{ element: cutAt(end - side * 12, top + BAR / 2, BAR, true, palette.surface) }]
  return [
    {
      mark: bar.mark,
      element: {
        ...rectAt(Math.min(zero, end), top + inset, length, BAR - 2 * inset, style),
        emphasis: { style: { stroke: palette.text, lineWidth: 2, lineDash: 'solid' } },
      },
    },
    ...sign,
    {
      // The number is as good as the bar to click; the bar is the one that is set off.
      follows: bar.mark,
      element: textAt(end + (bar.value < 0 ? -4 : 4), top + BAR / 2, bar.text, {
        color: palette.text,
        size: 11,
        font: palette.font,
        align: bar.value < 0 ? 'right' : 'left',
      }),
    },
  ]
}

/** A row with its bars, the first above. */
export function barRow(
  head: { label: string; beside: string; names?: LabelTarget },
  bars: readonly RowBar[],
): PanelRow {
  return {
    ...head,
    values: bars.map(({ value }) => value),
    filled: bars.length > 0,
    draw: (middle, axis, palette) => {
      const top = middle - (bars.length * PITCH - 2) / 2
      return bars.flatMap((bar, index) => barShapes(bar, top + index * PITCH, axis, palette))
    },
  }
}

/** A panel of such rows, as high as the one with most bars needs and as wide at its ends as the numbers. */
export function barRowPanel(
  head: { title: string; names?: LabelTarget },
  rows: readonly { row: PanelRow; bars: readonly RowBar[] }[],
  ends: AxisEnds,
): RowPanel {
  const bars = rows.flatMap((one) => one.bars)
  const room = (kept: readonly RowBar[]): number => Math.max(0, ...kept.map((bar) => textWidth(bar.text, 11) + 10))
  const most = Math.max(1, ...rows.map((one) => one.bars.length))
  return {
    ...head,
    rows: rows.map(({ row }) => row),
    row: Math.max(22, most * PITCH + 8),
    before: room(bars.filter(({ value }) => value < 0)),
    after: Math.max(12, room(bars.filter(({ value }) => value >= 0))),
    zero: true,
    ends,
  }
}
