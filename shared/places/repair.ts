import type { Place } from '../model/place'
import type { Directory } from './directory'
import { fullForms } from './names'

/** A place that a misread name stands for. */
export interface Repair {
  place: Place
  /** The form of its name that comes nearest to what the text has. */
  form: string
  /** True where the characters look alike and the text speaks much of the division above. */
  sure: boolean
}

/**
 * Unicode's first block of Han characters is sorted by radical and stroke count, so a small distance between two code
 * points means that they share a radical: what a scan mistakes for one another. A radical covers a few hundred.
 */
const SAME_RADICAL = 470

/** How one name differs from another: `apart` is the distance of the code points of the one character that differs. */
interface Difference {
  /** 0 for no difference, 1 for a character that looks alike, 2 for any other. */
  cost: number
  apart: number
}

/** How far a written name is from a known one; null where more than one character differs. */
function difference(written: string, form: string): Difference | null {
  if (written.length !== form.length) return null
  let found: Difference = { cost: 0, apart: 0 }
  for (let at = 0; at < form.length; at += 1) {
    if (written[at] === form[at]) continue
    if (found.cost !== 0) return null
    const apart = Math.abs(written.charCodeAt(at) - form.charCodeAt(at))
    found = { cost: apart <= SAME_RADICAL ? 1 : 2, apart }
  }
  return found
}

interface Near extends Omit<Repair, 'sure'>, Difference {}

/** Of two names that come near, one is the nearer when its character looks alike, or far more so. */
const nearer = (best: Near, next: Near): boolean =>
  best.cost < next.cost || (best.cost === 1 && best.apart * 3 < next.apart)

/** The names under one division that come near, the nearest first, one per place. */
function nearUnder(name: string, parent: Place, directory: Directory): Near[] {
  const near: Near[] = []
  for (const place of directory.under(parent.code)) {
    for (const form of fullForms(place.name)) {
      const found = difference(name, form)
      // In a name of two characters the other one is the level word: nothing would be left to recognise it by.
      if (found !== null && form.length > 2 && !near.some((other) => other.place === place)) {
        near.push({ place, form, ...found })
      }
    }
  }
  return near.sort((a, b) => a.cost - b.cost || a.apart - b.apart)
}

/** The nearest of some names that come near a written one. */
function clearest(near: readonly Near[]): Omit<Repair, 'sure'> | null {
  const [best, next] = near
  if (best === undefined || (next !== undefined && !nearer(best, next))) return null
  return { place: best.place, form: best.form }
}

/**
 * The one of some places that a misread name stands for: the character that differs is not the level word. Null where
 * none or several come near.
 */
export function nearestAmong(name: string, places: readonly Place[]): Repair | null {
  const near: Near[] = []
  for (const place of places) {
    for (const form of fullForms(place.name)) {
      const found = name.at(-1) === form.at(-1) ? difference(name, form) : null
      if (found !== null && found.cost > 0 && form.length > 2 && !near.some((other) => other.place === place)) {
        near.push({ place, form, ...found })
      }
    }
  }
  near.sort((a, b) => a.cost - b.cost || a.apart - b.apart)
  const repair = clearest(near)
  return repair && { ...repair, sure: near[0]?.cost === 1 }
}

/** The divisions under which even a character that looks nothing like the other is taken for a misreading. */
const TRUSTED = 2

/**
 * Finds the division that a misread name stands for: one under the divisions that the text speaks of, whose name with
 * its level word differs in a single character. Characters that look alike go before others, likelier parents before
 * less likely ones. Nothing is repaired when two come equally near.
 * @param name as written, with its level word: 漯河区
 * @param parents the divisions that the text names most, best first
 */
export function repairName(name: string, parents: readonly Place[], directory: Directory): Repair | null {
  for (const [cost, trusted] of [
    [1, parents],
    [2, parents.slice(0, TRUSTED)],
  ] as const) {
    for (const parent of trusted) {
      const near = nearUnder(name, parent, directory)
      const repair = near[0]?.cost === cost ? clearest(near) : null
      if (repair !== null) return { ...repair, sure: cost === 1 && parents.indexOf(parent) < TRUSTED }
    }
  }
  return null
}
