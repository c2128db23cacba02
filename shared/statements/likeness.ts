import type { UnitFamily } from '#shared/model/indicator'
import type { Dictionary } from './dictionary'
import { normalPhrase } from './normal-phrase'

/** A name is proposed from this likeness on: half of its pairs of characters, or nearly, are those of the phrase. */
const LIKE_ENOUGH = 0.45
const MOST = 3

/** A name of an indicator, by its normal form. */
interface Name {
  id: string
  units: readonly UnitFamily[]
  /** How many pairs of characters it has. */
  pairs: number
}

/** The pairs of neighbouring characters, each once. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** Growth and shares are told of every indicator. */
const fits = (units: readonly UnitFamily[], family: UnitFamily): boolean =>
  family === 'percent' || family === 'points' || units.includes(family)

/**
 * Makes a function that proposes indicators for a phrase: those with a name that is like it (pairs of characters that
 * both have, over all that they have: Dice), and with the phrase's family of units. Names are found by their pairs, so
 * the time for one phrase does not grow with the dictionary as a whole.
 * @returns up to three ids, the likeliest first
 */
export function proposer(dictionary: Dictionary): (normal: string, family: UnitFamily) => string[] {
  const names: Name[] = []
  const holders = new Map<string, number[]>()
  for (const { id, name, aliases, units } of dictionary.indicators) {
    for (const normal of new Set([name, ...aliases].map(normalPhrase))) {
      const pairs = pairsOf(normal)
      for (const pair of pairs) {
        const held = holders.get(pair)
        if (held) held.push(names.length)
        else holders.set(pair, [names.length])
      }
      names.push({ id, units, pairs: pairs.size })
    }
  }
  return (normal, family) => {
    const pairs = pairsOf(normal)
    const shared = new Map<number, number>()
    for (const pair of pairs) for (const name of holders.get(pair) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1)
    const best = new Map<string, number>()
    for (const [index, common] of shared) {
      const name = names[index]
      if (!name || !fits(name.units, family)) continue
      const likeness = (2 * common) / (pairs.size + name.pairs)
      if (likeness >= LIKE_ENOUGH && likeness > (best.get(name.id) ?? 0)) best.set(name.id, likeness)
    }
    return [...best]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map(([id]) => id)
  }
}
