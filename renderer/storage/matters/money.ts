import type { ExtractedMatter, Money } from '#shared/model/matter'

/** The amounts of a matter. */
export function moneysOf(matter: ExtractedMatter): Money[] {
  if (matter.type === 'venture') return matter.amount ? [matter.amount] : []
  if (matter.type !== 'list' && matter.type !== 'list_item') return []
  return [matter.total, matter.own, matter.above, matter.private].flatMap((money) => money ?? [])
}
