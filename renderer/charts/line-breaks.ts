import type { LinePanel, PlaceLine } from '#shared/compare/series'
import type { ChartWords } from './chart-types'
import type { LineData, LinePlot } from './line'
import { type ChartPalette, colorOf } from './palette'
import { lineAt, type Shape, textAt } from './shapes'

type Broken = PlaceLine['breaks'][number]

/** ①…⑳, then numbers in brackets. */
export const noteSign = (number: number): string =>
  number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`

/**
 * Numbers the breaks of all lines, one number for one cause: a census that breaks forty lines is one footnote.
 * @returns the number of each break by its id, and the footnotes, with the places where not all are meant
 */
export function footnotes(
  panels: readonly LinePanel[],
  names: ReadonlyMap<string, string>,
  note: (broken: Broken) => string,
  say: ChartWords['say'],
): { footnote: ReadonlyMap<string, number>; texts: string[] } {
  const found = new Map<string, { broken: Broken; places: Set<string> }>()
  const drawn = new Set(panels.flatMap(({ lines }) => lines.map(({ place }) => place.code)))
  for (const { lines } of panels)
    for (const { place, breaks } of lines)
      for (const broken of breaks) {
        const known = found.get(broken.id) ?? { broken, places: new Set<string>() }
        known.places.add(place.code)
        found.set(broken.id, known)
      }
  const ordered = [...found.values()].sort((a, b) => a.broken.year - b.broken.year)
  return {
    footnote: new Map(ordered.map(({ broken }, index) => [broken.id, index + 1])),
    texts: ordered.map(({ broken, places }, index) => {
      const text = note(broken)
      const sign = noteSign(index + 1)
      if (places.size === drawn.size) return say('break', { sign, text })
      return say('breakOf', { sign, text, places: [...places].map((code) => names.get(code) ?? code).join('、') })
    }),
  }
}

/** The years with results on both sides of each break of a line, by their places on the axis. */
export function breakYears({ actual, breaks }: PlaceLine, years: readonly string[]) {
  return breaks.flatMap(({ id, year }) => {
    const after = years.findIndex((one, at) => Number(one) >= year && actual[at] !== null)
    const before = years.findLastIndex((one, at) => Number(one) < year && actual[at] !== null)
    return before < 0 || after < 0
      ? []
      : [{ id, before, after, at: years.findIndex((one) => Number(one) >= year) - 0.5 }]
  })
}

/** The number of its footnote where a line is interrupted, and a dotted line across the panel. */
export function breakShapes({ panel, rect, x, y }: LinePlot, data: LineData, palette: ChartPalette): Shape[] {
  const shapes: Shape[] = []
  const topped = new Map<number, Set<number>>()
  for (const line of panel.lines)
    for (const { id, before, after, at: year } of breakYears(line, panel.years)) {
      const [left, right] = [line.actual[before], line.actual[after]]
      const middle = x(year)
      const number = data.footnote.get(id) ?? 0
      const color = colorOf(palette, data.order.get(line.place.code) ?? 0)
      if (panel.lines.length <= 3 && left && right)
        shapes.push({
          element: textAt(middle, (y(left.value) + y(right.value)) / 2, noteSign(number), {
            color,
            font: palette.font,
            align: 'center',
          }),
        })
      const at = Math.round(middle)
      topped.set(at, (topped.get(at) ?? new Set()).add(number))
    }
  for (const [at, numbers] of topped) {
    shapes.push({
      element: lineAt(at, rect.top, at, rect.top + rect.height, {
        stroke: palette.muted,
        lineWidth: 1,
        lineDash: [1, 4],
      }),
    })
    if (panel.lines.length > 3)
      shapes.push({
        element: textAt(at, rect.top - 6, [...numbers].map(noteSign).join(''), {
          color: palette.muted,
          font: palette.font,
          align: 'center',
        }),
      })
  }
  return shapes
}
