import type { Mark } from '#shared/compare/marks'
import type { MatrixCell } from '#shared/compare/matrix-types'
import type { Radar, RadarScale, RadarShape } from '#shared/compare/radar'
import { type ChartWords, datedLabel, placeNames, signNotes, titleOf } from './chart-types'
import { textWidth, wrap } from './measure'
import { type ChartPalette, colorOf, shapeOf } from './palette'
import { frame } from './parts'
import type { ChartFrame, ChartMark, ChartPlan, Drawn } from './plan'
import { lineAt, type Shape, shapeSeries, textAt } from './shapes'
import { symbolAt } from './symbols'

const SIZE = 12
const LINE = 15
const KEYS = 32
const NAME = 130
/** The worst of the places shown does not stand in the middle, where all axes meet. */
const CORE = 0.16
const RINGS = 4
const LEAST = { width: 420, height: 320 }

interface Ground {
  centre: { x: number; y: number }
  radius: number
  /** Direction of an axis, the first one upwards, clockwise. */
  angle: (axis: number) => number
  at: (axis: number, share: number) => [number, number]
}

function groundOf(count: number, width: number, height: number): Ground {
  const centre = { x: width / 2, y: KEYS + (height - KEYS) / 2 }
  const radius = Math.max(60, Math.min((width - 2 * NAME - 40) / 2, (height - KEYS) / 2 - 3 * LINE))
  const angle = (axis: number): number => (axis / count) * 2 * Math.PI - Math.PI / 2
  return {
    centre,
    radius,
    angle,
    at: (axis, share) => {
      const away = radius * (CORE + (1 - CORE) * share)
      return [centre.x + away * Math.cos(angle(axis)), centre.y + away * Math.sin(angle(axis))]
    },
  }
}

function webShapes({ axes }: Radar, ground: Ground, words: ChartWords, palette: ChartPalette): Shape[] {
  const { grid, text, font } = palette
  const rings = Array.from({ length: RINGS + 1 }, (_, ring) => ({
    element: {
      type: 'polygon',
      shape: { points: axes.map((_, axis) => ground.at(axis, ring / RINGS)) },
      style: { fill: 'none', stroke: grid, lineWidth: 1 },
    },
  }))
  const spokes = axes.map((_, axis) => {
    const [x, y] = ground.at(axis, 1)
    return { element: lineAt(ground.centre.x, ground.centre.y, x, y, { stroke: grid, lineWidth: 1 }) }
  })
  const names = axes.flatMap((indicator, axis): Shape[] => {
    const lines = wrap(titleOf(indicator, words), SIZE, NAME, 3)
    const [cos, sin] = [Math.cos(ground.angle(axis)), Math.sin(ground.angle(axis))]
    const x = ground.centre.x + (ground.radius + 14) * cos
    const block = (lines.length * LINE) / 2
    const y = ground.centre.y + (ground.radius + 12 + block * Math.abs(sin)) * sin
    const align = Math.abs(cos) < 0.2 ? 'center' : cos > 0 ? 'left' : 'right'
    return lines.map((line, index) => ({
      names: { indicator: indicator.id },
      element: textAt(x, y - block + (index + 0.5) * LINE, line, { color: text, size: SIZE, font, align }),
    }))
  })
  return [...rings, ...spokes, ...names]
}

/** The points of a shape in runs without a gap; a run that goes all round is closed. */
export function runs<T>(points: readonly (T | null)[]): { points: T[]; closed: boolean }[] {
  const known = points.filter((point) => point !== null)
  if (known.length === points.length) return [{ points: known, closed: true }]
  const gap = points.indexOf(null)
  const turned = [...points.slice(gap + 1), ...points.slice(0, gap)]
  const found: { points: T[]; closed: boolean }[] = []
  let run: T[] = []
  for (const point of [...turned, null]) {
    if (point !== null) run.push(point)
    else if (run.length > 0) {
      found.push({ points: run, closed: false })
      run = []
    }
  }
  return found
}

function shapeOfPlace(shape: RadarShape, position: number, ground: Ground, markOf: MarkOf, palette: ChartPalette) {
  const color = colorOf(palette, position)
  const places = shape.points.map((point, axis) => (point ? ground.at(axis, point.share) : null))
  const lines = runs(places).map(
    ({ points, closed }): Shape => ({
      element: closed
        ? { type: 'polygon', shape: { points }, style: { fill: `${color}14`, stroke: color, lineWidth: 2 } }
        : { type: 'polyline', shape: { points }, style: { fill: 'none', stroke: color, lineWidth: 2 } },
    }),
  )
  const marks = shape.points.flatMap((point, axis): Shape[] => {
    const [x, y] = places[axis] ?? [0, 0]
    if (!point) return []
    const symbol = symbolAt(shapeOf(position), x, y, 5, { fill: color, stroke: palette.surface, lineWidth: 1 })
    const emphasis = { style: { stroke: palette.text, lineWidth: 2.5 } }
    return [{ mark: markOf(point.mark), element: { ...symbol, emphasis } }]
  })
  return { lines, marks }
}

type MarkOf = (mark: Mark) => number

function keyShapes(
  shapes: readonly { name: string; code: string; position: number }[],
  note: string,
  width: number,
  palette: ChartPalette,
): Shape[] {
  const found: Shape[] = []
  let x = 8
  for (const { name, code, position } of shapes) {
    const color = colorOf(palette, position)
    found.push({ element: symbolAt(shapeOf(position), x + 6, 16, 5, { fill: color }) })
    found.push({
      names: { place: code },
      element: textAt(x + 16, 16, name, { color: palette.text, font: palette.font }),
    })
    x += 16 + textWidth(name, SIZE) + 18
  }
  const room = width - x - 8
  if (room > 80)
    found.push({
      element: textAt(width - 8, 16, note, { color: palette.muted, font: palette.font, align: 'right', width: room }),
    })
  return found
}

/**
 * Indicators as axes, a shape for each place, the best of the places shown at the rim and the worst at the core: the
 * chart says so. Where a place has no number its shape is open.
 */
export function radarPlan(radar: Radar, scale: RadarScale, dated: boolean, words: ChartWords): ChartPlan<MatrixCell> {
  const { axes, shapes, year } = radar
  const names = placeNames(shapes.map(({ place }) => place))
  const marks: ChartMark<MatrixCell>[] = []
  const indices = new Map<Mark, number>()
  for (const [row, { points }] of shapes.entries())
    for (const [column, point] of points.entries()) {
      if (!point) continue
      indices.set(point.mark, marks.length)
      marks.push({ row, column, text: datedLabel(point.mark, dated, words), subject: point.mark.cell })
    }
  const keys = shapes.map(({ place }, position) => ({
    name: names.get(place.code) ?? place.short,
    code: place.code,
    position,
  }))
  const note = words.say(`radar.${scale}`)
  const draw = (at: ChartFrame, palette: ChartPalette): Drawn => {
    const [width, height] = [Math.max(LEAST.width, at.width), Math.max(LEAST.height, at.height)]
    const ground = groundOf(axes.length, width, height)
    const drawn = shapes.map((shape, position) =>
      shapeOfPlace(shape, position, ground, (mark) => indices.get(mark) ?? 0, palette),
    )
    return {
      width,
      height,
      windowed: false,
      option: {
        ...frame(palette, words.label),
        series: [
          shapeSeries(webShapes(radar, ground, words, palette), 1),
          shapeSeries([...drawn.flatMap(({ lines }) => lines), ...drawn.flatMap((one) => one.marks)]),
          shapeSeries(keyShapes(keys, note, width, palette)),
        ],
      },
    }
  }
  return {
    rows: keys.map(({ name }) => name),
    columns: axes.map((indicator) => titleOf(indicator, words)),
    marks,
    notes: [
      ...(year === '' ? [] : [words.say('ofYear', { year })]),
      note,
      ...(marks.length < axes.length * shapes.length ? [words.say('radar.open')] : []),
      ...signNotes([...indices.keys()], axes, words),
    ],
    draw,
  }
}
