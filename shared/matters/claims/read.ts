import type { Claim } from '#shared/model/matter'
import type { Given } from '../given'

export function readClaims(_given: Given): Claim[] {
  return []
}
