import type { RelativeTarget } from '#shared/model/matter'
import type { Given } from '../given'

export function readRelativeTargets(_given: Given): RelativeTarget[] {
  return []
}
