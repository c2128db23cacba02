import type { Direction } from '#shared/model/indicator'
import type { MatrixIndicator } from './matrix-types'

/** Which way is good for an indicator (指标), by the dictionary. */
export type DirectionOf = (indicator: MatrixIndicator) => Direction

/** −1 where less is better, else 1: what a number is multiplied with so that more is better. */
export const signOf = (direction: Direction): 1 | -1 => (direction === 'down' ? -1 : 1)
