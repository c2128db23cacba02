import type { HeldText } from './held'
import type { Hits } from './hits'
import type { PlaceOf } from './order'

/** FNV-1a over whole numbers: start and factor, 32 bits. */
const [BASIS, PRIME] = [0x811c_9dc5, 0x0100_0193]

const mixed = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME)

/** What a text is known by: the memo that it is, else its source. */
function nameHash({ memo, source }: HeldText): number {
  let hash = BASIS
  for (const character of memo ?? source) hash = mixed(hash, character.codePointAt(0) ?? 0)
  return hash
}

/** A number that is the same for the same hits in the same order: 32 bits, so that another list rarely has it. */
export function fingerprintOf(hits: Hits, placeOf: PlaceOf): number {
  const names = new Map<HeldText, number>()
  let hash = BASIS
  for (let rank = 0; rank < hits.spans.length; rank++) {
    const hit = hits.at(placeOf(rank))
    if (!hit) continue
    const { held, start, end } = hit
    let name = names.get(held)
    if (name === undefined) {
      name = nameHash(held)
      names.set(held, name)
    }
    hash = mixed(mixed(mixed(hash, name), start), end)
  }
  return hash
}
