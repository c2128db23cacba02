import type { MatrixCell } from '#shared/compare/matrix-types'
import type { Scatter, ScatterPoint } from '#shared/compare/scatter'
import { type ChartWords, labelOf, placeNames, signNotes, titleOf } from './chart-types'
import { placeLabels } from './label-places'
import { textWidth } from './measure'
import type { ChartPalette } from './palette'
import { frame } from './parts'
import type { ChartFrame, ChartMark, ChartPlan, Drawn } from './plan'
import { type AxisEnds, along, countFar, endedScale, type NumberScale, sideOf, within } from './scale'
import { lineAt, type Shape, shapeSeries, textAt } from './shapes'

const RADIUS = 5
const SIZE = 11
const PLOT = { left: 64, top: 40, right: 24, bottom: 52, leastHeight: 300 }

/** Room beside the outermost points, of the reach of all. */
const ROOM = 0.03

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
  across: NumberScale
  up: NumberScale
  x: (value: number) => number
  y: (value: number) => number
}

function plotOf({ points }: Scatter, ends: AxisEnds, width: number, height: number): Plot {
  const [left, right, top, bottom] = [PLOT.left, width - PLOT.right, PLOT.top, height - PLOT.bottom]
  const across = endedScale(
    points.map(({ x }) => x.value),
    Math.max(2, Math.floor((right - left) / 110)),
    false,
    ends,
    ROOM,
  )
  const up = endedScale(
    points.map(({ y }) => y.value),
    Math.max(2, Math.floor((bottom - top) / 60)),
    false,
    ends,
    ROOM,
  )
  return {
    left,
    right,
    top,
    bottom,
    across,
    up,
    x: (value) => along(across, within(across, value), left, right),
    y: (value) => along(up, within(up, value), bottom, top),
  }
}

function axisShapes(scatter: Scatter, plot: Plot, words: ChartWords, palette: ChartPalette): Shape[] {
  const { left, right, top, bottom, across, up, x, y } = plot
  const { grid, muted, text, font } = palette
  const rule = { stroke: grid, lineWidth: 1 }
  const small = { color: muted, size: SIZE, font }
  return [
    ...across.ticks.flatMap((tick) => [
      { element: lineAt(x(tick), top, x(tick), bottom, rule) },
      { element: textAt(x(tick), bottom + 12, words.number(tick), { ...small, align: 'center' }) },
    ]),
    ...up.ticks.flatMap((tick) => [
      { element: lineAt(left, y(tick), right, y(tick), rule) },
      { element: textAt(left - 8, y(tick), words.number(tick), { ...small, align: 'right' }) },
    ]),
    {
      names: { indicator: scatter.y.id },
      element: textAt(8, 16, words.say('axis.up', { name: titleOf(scatter.y, words) }), {
        color: text,
        size: 13,
        weight: 600,
        font,
      }),
    },
    {
      names: { indicator: scatter.x.id },
      element: textAt(right, bottom + 34, words.say('axis.across', { name: titleOf(scatter.x, words) }), {
        color: text,
        size: 13,
        weight: 600,
        font,
        align: 'right',
      }),
    },
  ]
}

/** The means as a cross: places in its four fields are above or below them. */
function meanShapes({ points }: Scatter, plot: Plot, words: ChartWords, palette: ChartPalette): Shape[] {
  const { left, right, top, bottom, x, y } = plot
  // What lies beyond an axis would draw the mean away from all that is seen.
  const seen = points.filter((point) => isWithin(point, plot))
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  const mean = { x: meanOf(seen.map((point) => point.x.value)), y: meanOf(seen.map((point) => point.y.value)) }
  const rule = { stroke: palette.border, lineWidth: 1, lineDash: [5, 4] }
  const style = { color: palette.muted, size: SIZE, font: palette.font }
  const value = (number: number): string => words.number(Number(number.toPrecision(3)))
  return [
    { element: lineAt(x(mean.x), top, x(mean.x), bottom, rule) },
    { element: lineAt(left, y(mean.y), right, y(mean.y), rule) },
    {
      element: textAt(x(mean.x) + 4, top - 7, words.say('mean', { value: value(mean.x) }), style),
    },
    {
      element: textAt(right, y(mean.y) - 8, words.say('mean', { value: value(mean.y) }), { ...style, align: 'right' }),
    },
  ]
}

interface Named {
  code: string
  text: string
}

const isWithin = ({ x, y }: ScatterPoint, { across, up }: Plot): boolean =>
  sideOf(across, x.value) === 0 && sideOf(up, y.value) === 0

/** The name of a point; where an axis ends before it, with its numbers, which cannot be read off. */
const labelAt = (point: ScatterPoint, name: string, plot: Plot, words: ChartWords): string =>
  isWithin(point, plot)
    ? name
    : words.say('scatter.far', { name, x: labelOf(point.x, words), y: labelOf(point.y, words) })

/** A dot, or where an axis ends before the point, a triangle that points on to it. */
function dotAt(point: ScatterPoint, { x, y }: { x: number; y: number }, plot: Plot) {
  if (isWithin(point, plot)) return { type: 'circle', shape: { cx: x, cy: y, r: RADIUS } }
  const [dx, dy] = [sideOf(plot.across, point.x.value), -sideOf(plot.up, point.y.value)]
  const turn = Math.atan2(dy, dx)
  const points = [0, 2.4, -2.4].map((angle) => [
    x + 1.5 * RADIUS * Math.cos(turn + angle),
    y + 1.5 * RADIUS * Math.sin(turn + angle),
  ])
  return { type: 'polygon', shape: { points } }
}

function pointShapes(
  scatter: Scatter,
  plain: readonly Named[],
  plot: Plot,
  words: ChartWords,
  palette: ChartPalette,
): Shape[] {
  const names = scatter.points.map((point, index): Named => {
    const { code = '', text = '' } = plain[index] ?? {}
    return { code, text: labelAt(point, text, plot, words) }
  })
  const spots = scatter.points.map((point, index) => ({
    x: plot.x(point.x.value),
    y: plot.y(point.y.value),
    width: textWidth(names[index]?.text ?? '', SIZE),
    height: SIZE + 3,
  }))
  const bounds = {
    x: plot.left,
    y: plot.top,
    width: plot.right + PLOT.right - plot.left,
    height: plot.bottom - plot.top,
  }
  const boxes = placeLabels(spots, bounds, RADIUS)
  const dots = scatter.points.map((point, index): Shape => {
    const { x = 0, y = 0 } = spots[index] ?? {}
    return {
      // The upper one of the pair is the vertical number: it is what a click opens, with Shift the other.
      mark: scatter.points.length + index,
      also: index,
      element: {
        ...dotAt(point, { x, y }, plot),
        style: { fill: palette.result, stroke: palette.surface, lineWidth: 1, opacity: 0.9 },
        emphasis: { style: { stroke: palette.text, lineWidth: 2.5, opacity: 1 } },
      },
    }
  })
  const labels = boxes.flatMap((box, index): Shape[] => {
    const name = names[index]
    if (!box || !name) return []
    return [
      {
        names: { place: name.code },
        element: textAt(box.x, box.y + box.height / 2, name.text, {
          color: palette.text,
          size: SIZE,
          font: palette.font,
        }),
      },
    ]
  })
  return [...dots, ...labels]
}

/**
 * Places by two indicators, each with its name where there is room for it, the means as a cross. Each point is two
 * marks, one for each number: the arrows up and down change between them.
 */
export function scatterPlan(
  scatter: Scatter,
  dated: boolean,
  words: ChartWords,
  ends: AxisEnds = 'cut',
): ChartPlan<MatrixCell> {
  const { points, x, y, missing, year } = scatter
  const order = points.map((_, index) => index).sort((a, b) => (points[a]?.x.value ?? 0) - (points[b]?.x.value ?? 0))
  const position = new Map(order.map((index, column) => [index, column]))
  const names = placeNames([...points.map(({ place }) => place), ...missing])
  const named = points.map(({ place, x: across }): Named => {
    const name = names.get(place.code) ?? place.short
    return { code: place.code, text: dated ? words.say('dated', { value: name, year: across.cell.year }) : name }
  })
  const marks = (['x', 'y'] as const).flatMap((axis, row) =>
    points.map((point, index): ChartMark<MatrixCell> => {
      const column = position.get(index) ?? index
      return { row, column, text: labelOf(point[axis], words), subject: point[axis].cell }
    }),
  )
  const draw = (at: ChartFrame, palette: ChartPalette): Drawn => {
    const height = Math.max(PLOT.leastHeight, at.height)
    const plot = plotOf(scatter, ends, at.width, height)
    return {
      width: at.width,
      height,
      windowed: false,
      option: {
        ...frame(palette, words.label),
        series: [
          shapeSeries(axisShapes(scatter, plot, words, palette), 1),
          shapeSeries(meanShapes(scatter, plot, words, palette), 1),
          shapeSeries(pointShapes(scatter, named, plot, words, palette)),
        ],
      },
    }
  }
  const far =
    countFar(
      points.map((point) => point.x.value),
      false,
    ) +
    countFar(
      points.map((point) => point.y.value),
      false,
    )
  const left = missing.map(({ code, short }) => names.get(code) ?? short).join('、')
  return {
    rows: [words.say('axis.across', { name: titleOf(x, words) }), words.say('axis.up', { name: titleOf(y, words) })],
    columns: order.map((index) => named[index]?.text ?? ''),
    marks,
    notes: [
      ...(year === '' ? [] : [words.say('ofYear', { year })]),
      ...(far > 0 && ends === 'cut' ? [words.say('scatter.cut', { count: far })] : []),
      words.say('scatter.open'),
      ...(missing.length === 0 ? [] : [words.say('scatter.missing', { count: missing.length, places: left })]),
      ...signNotes(
        points.flatMap((point) => [point.x, point.y]),
        [x, y],
        words,
      ),
    ],
    far,
    draw,
  }
}
