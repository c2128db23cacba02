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
  const nameOf = (held: HeldText): number => {
    const known = names.get(held) ?? nameHash(held)
    names.set(held, known)
    return known
  }
  const { spans } = hits
  let hash = BASIS
  let last: HeldText | undefined
  let name = 0
  for (let rank = 0; rank < spans.length; rank++) {
    const place = placeOf(rank)
    const held = hits.runOf(place)?.held
    if (!held || place >= spans.length) continue
    // Hits of one text mostly stand behind each other.
    if (held !== last) name = nameOf(held)
    last = held
    hash = mixed(mixed(mixed(hash, name), spans.start(place)), spans.end(place))
  }
  return hash
}
