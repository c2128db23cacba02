import type { Venture } from '#shared/model/matter'
import type { Given } from '../given'

export function readVentures(_given: Given): Venture[] {
  return []
}
