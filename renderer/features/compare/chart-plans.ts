import type { DirectionOf } from '#shared/compare/direction'
import { dumbbellPanels } from '#shared/compare/dumbbell'
import { heatMap } from '#shared/compare/heat'
import type { Matrix, MatrixCell } from '#shared/compare/matrix-types'
import { multiplesOf } from '#shared/compare/multiples'
import { LEAST_AXES, MOST_SHAPES, radarOf } from '#shared/compare/radar'
import { scatterOf } from '#shared/compare/scatter'
import { barPanels, linePanels } from '#shared/compare/series'
import type { SeriesBreak } from '#shared/model/audit'
import type { ChartSettings, Comparison } from '#shared/model/comparison'
import { type Message, message } from '#shared/model/identity'
import {
  barPlan,
  type ChartPlan,
  dumbbellPlan,
  heatPlan,
  linePlan,
  multiplesPlan,
  radarPlan,
  scatterPlan,
} from '../../charts'
import type { SpokenWords } from './chart-words'

/** What a chart of a comparison is made from. */
export interface ChartMaterial {
  matrix: Matrix
  /** All places of the comparison, drawn or not, so that hiding one changes no colour. */
  places: Matrix['places']
  settings: ChartSettings
  /** The user's breaks in series. */
  breaks: readonly SeriesBreak[]
  directionOf: DirectionOf
  words: SpokenWords
}

/** A chart, or why there is none; `roles`: it would be there with targets and results both. */
export type Planned = { plan: ChartPlan<MatrixCell>; why: null } | { plan: null; why: Message; remedy: 'roles' | null }

const none = (why: string, params: Record<string, number> = {}, remedy: 'roles' | null = null): Planned => ({
  plan: null,
  why: message(why, params),
  remedy,
})

const drawn = (plan: ChartPlan<MatrixCell>): Planned =>
  plan.marks.length === 0 ? none('compare.chart.empty') : { plan, why: null }

function radar({ matrix, settings, directionOf, words }: ChartMaterial): Planned {
  const found = radarOf(matrix, settings.year, settings.scale, directionOf)
  if (found.axes.length < LEAST_AXES) return none('charts.radar.few')
  if (found.shapes.length > MOST_SHAPES) return none('charts.radar.many', { most: MOST_SHAPES })
  return drawn(radarPlan(found, settings.scale, matrix.latest, words))
}

function scatter({ matrix, settings, words }: ChartMaterial): Planned {
  const found = scatterOf(matrix, settings, settings.year)
  return found ? drawn(scatterPlan(found, matrix.latest, words, settings.axis)) : none('charts.scatter.two')
}

function multiples({ matrix, places, settings, breaks, words }: ChartMaterial): Planned {
  const found = multiplesOf(matrix, settings.x, settings.sort, breaks)
  return found ? drawn(multiplesPlan(found, places, words)) : none('compare.chart.empty')
}

function dumbbell({ matrix, places, settings, directionOf, words }: ChartMaterial): Planned {
  if (matrix.roles.length < 2) return none('charts.dumbbell.both', {}, 'roles')
  const sort = settings.sort === 'value' ? 'gap' : 'places'
  const panels = dumbbellPanels(matrix, settings.year, sort, directionOf)
  return drawn(dumbbellPlan(panels, places, matrix.latest, words, settings.axis))
}

/** The chart of a comparison in a view; word views and the bare table have none. */
export function chartOf(view: Comparison['view'], material: ChartMaterial): Planned {
  const { matrix, places, settings, breaks, directionOf, words } = material
  switch (view) {
    case 'bar':
      return drawn(barPlan(barPanels(matrix), places, settings.sort, matrix.latest, words, settings.axis))
    case 'line':
      return drawn(linePlan(linePanels(matrix, breaks), places, words))
    case 'heat':
      return drawn(heatPlan(heatMap(matrix, directionOf), settings.heat, matrix.latest, words))
    case 'dumbbell':
      return dumbbell(material)
    case 'radar':
      return radar(material)
    case 'scatter':
      return scatter(material)
    case 'multiples':
      return multiples(material)
    default:
      return none('compare.chart.empty')
  }
}
