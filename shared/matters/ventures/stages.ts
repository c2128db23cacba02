import type { VentureStage } from '#shared/model/matter'
import { BETWEEN, FOLLOWING, GOVERNING } from './words.data'

const ORDER: readonly VentureStage[] = ['', 'planned', 'signed', 'building', 'started', 'completed', 'in_use']

const told = (rows: readonly (readonly [VentureStage, string])[]): [string, VentureStage][] =>
  rows.flatMap(([stage, words]) => words.split('|').map((word): [string, VentureStage] => [word, stage]))

/** Verbs before a name, the longest first. */
export const VERBS: ReadonlyMap<string, VentureStage> = new Map(told(GOVERNING).sort(([a], [b]) => b.length - a.length))
const PREDICATE = new RegExp(FOLLOWING.map(([, words]) => `(${words})`).join('|'), 'gu')

/** Words behind a name up to the end of the piece that tell what becomes of it. */
export const PREDICATES = new RegExp(`(?:${BETWEEN}|${FOLLOWING.map(([, words]) => words).join('|')})+$`, 'u')

/** A predicate and the stage that it tells. */
export interface Told {
  stage: VentureStage
  words: string
}

/** The latest stage that the words behind a name tell. */
export function followingStage(words: string): Told {
  let best: Told = { stage: '', words: '' }
  for (const found of words.matchAll(PREDICATE)) {
    const row = found.slice(1).findIndex((group) => group !== undefined)
    const stage = FOLLOWING[row]?.[0] ?? ''
    if (ORDER.indexOf(stage) > ORDER.indexOf(best.stage)) best = { stage, words: found[0] }
  }
  return best
}
