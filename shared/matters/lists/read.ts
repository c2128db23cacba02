import type { List, ListItem } from '#shared/model/matter'
import type { Given } from '../given'

export function readLists(_given: Given): (List | ListItem)[] {
  return []
}
