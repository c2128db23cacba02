import type { Rank } from '#shared/model/matter'
import type { Given } from '../given'

export function readRanks(_given: Given): Rank[] {
  return []
}
