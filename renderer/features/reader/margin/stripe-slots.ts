import type { StripeMarker } from './stripe-marker'

/** Names a stripe among all of a text; two with one name look the same and stand at the same place. */
const nameOf = ({ drawn: { id, left, color, label } }: StripeMarker): string => `${id} ${left} ${color} ${label}`

/**
 * Stripes in the order in which the fewest elements change: each one that was drawn before keeps its element, and new
 * ones take those of stripes that are gone. While one scrolls most of the stripes stay, and a layer goes by their order.
 * @param before as they were drawn last, in that order
 */
export function inSlots(before: readonly StripeMarker[], now: readonly StripeMarker[]): StripeMarker[] {
  const left = new Map(now.map((marker) => [nameOf(marker), marker]))
  const slots = before.map((marker) => {
    const name = nameOf(marker)
    const stays = left.get(name)
    left.delete(name)
    return stays
  })
  const fresh = [...left.values()]
  const filled: StripeMarker[] = []
  for (let i = 0; i < slots.length; i++) {
    const marker = slots[i] ?? fresh.shift() ?? lastOf(slots, i)
    if (marker) filled.push(marker)
  }
  return [...filled, ...fresh]
}

/** Takes the last stripe that stands behind a place. */
function lastOf(slots: (StripeMarker | undefined)[], place: number): StripeMarker | undefined {
  while (slots.length > place + 1) {
    const last = slots.pop()
    if (last) return last
  }
  return undefined
}
