import type { Cell } from '#shared/model/cell'
import { type Message, message } from '#shared/model/identity'
import { isPartial } from './choice'

type Dimension = 'measure' | 'basis' | 'subset'

const DIMENSIONS: readonly Dimension[] = ['measure', 'basis', 'subset']

/** Separates values inside a parameter; `phrase` splits there to name measures in the language. */
export const VALUE_SEPARATOR = '、'

function mixOf(cells: readonly Cell[], dimension: Dimension): Message | null {
  const stated = [...new Set(cells.map((cell) => cell[dimension]).filter((value) => value !== ''))].sort()
  if (stated.length === 0) return null
  const values = stated.join(VALUE_SEPARATOR)
  if (stated.length > 1) return message(`compare.warning.mixed.${dimension}`, { values })
  return cells.some((cell) => cell[dimension] === '')
    ? message(`compare.warning.unstated.${dimension}`, { values })
    : null
}

/**
 * What cells that stand beside each other do not share: measure, basis, subset, unit, the whole year. One stated value
 * beside an unstated one is a milder warning, for the unstated may be the same.
 * @param cells the chosen statements of a column or of an indicator
 */
export function mixWarnings(cells: readonly Cell[]): Message[] {
  const warnings = DIMENSIONS.flatMap((dimension) => mixOf(cells, dimension) ?? [])
  const bases = [...new Set(cells.map((cell) => cell.base))].sort()
  if (bases.length > 1) warnings.push(message('compare.warning.mixed.base', { values: bases.join(VALUE_SEPARATOR) }))
  const partial = [...new Set(cells.filter((cell) => isPartial(cell.period)).map((cell) => cell.period))].sort()
  const whole = cells.some((cell) => !isPartial(cell.period))
  if (partial.length > 1 || (partial.length > 0 && whole))
    warnings.push(message('compare.warning.mixed.period', { values: partial.join(VALUE_SEPARATOR) }))
  return warnings
}
