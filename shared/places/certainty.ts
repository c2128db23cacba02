import type { Directory } from './directory'
import { type Candidate, PLACE_REASON } from './resolve'

/** With this score a place is told as well as the lines of title, congress and speaker tell it. */
const FULL = 12
/** By how much one of several namesakes must lead: once its city's name, and nothing for the others. */
const NAMESAKE = 0.5
/** How far the next candidate must be behind, as a share of the best, for the choice to be clear. */
const CLEAR = 0.3

/**
 * How sure the best of some candidates is, 0 to 1: by what speaks for it, and by how far the next one is behind. Below
 * 0.5 it is doubtful. Measured on clean and dirty reports (`docs/decisions/places.md`).
 */
export function placeCertainty(ranked: readonly Candidate[], directory: Directory): number {
  const sure = clearness(ranked)
  return ranked[0] !== undefined && isUnsupported(ranked[0], directory) ? Math.min(sure, CONTRADICTED) : sure
}

const HEADS: ReadonlySet<string> = new Set(Object.values(PLACE_REASON))

/** A report names its own place so often; a county's report names the city above less. */
const OWN_NAME = 18

/**
 * A city that no line of the head tells, in a text that names it seldom and hardly anything under it: as likely the city
 * above the report's own county.
 */
function isUnsupported({ place, reasons }: Candidate, directory: Directory): boolean {
  if (place.level !== 'city' || directory.under(place.code).length < 3) return false
  const children = reasons.find(({ message }) => message.key === 'reasons.place.children')
  const body = reasons.find(({ message }) => message.key === 'reasons.place.body')
  if (reasons.some(({ message }) => HEADS.has(message.key)) || (children?.weight ?? 0) >= 1.5) return false
  return Number(body?.message.params.count ?? 0) < OWN_NAME
}

function clearness([best, next]: readonly Candidate[]): number {
  if (best === undefined) return 0
  const margin = 1 - (next?.score ?? 0) / best.score
  const strength = Math.min(1, best.score / FULL)
  if (next !== undefined && next.place.short === best.place.short && next.place.level === best.place.level) {
    return round(strength * Math.min(1, 0.5 + (best.score - next.score - NAMESAKE) * 0.4))
  }
  return round(strength * (0.4 + 0.6 * Math.min(1, margin / CLEAR)))
}

/** The most for what a name outside of the text contradicts, or what a weak repair rests on: doubtful. */
export const CONTRADICTED = 0.45

const round = (value: number): number => Math.round(value * 100) / 100
