import type { Place } from '../model/place'
import { childrenOf } from './gazetteer'
import { fullForms } from './names'

/** A place that a misread name stands for. */
export interface Repair {
  place: Place
  /** The form of its name that comes nearest to what the text has. */
  form: string
}

/**
 * Unicode's first block of Han characters is sorted by radical and stroke count, so a small distance between two code
 * points means that they share a radical: what a scan mistakes for one another. A radical covers a few hundred.
 */
const SAME_RADICAL = 470

/** Cost of reading one name as the other: 1 for a character that looks alike, 2 for any other, null for more than one. */
function distance(written: string, form: string): number | null {
  if (written.length !== form.length) return null
  let cost: number | null = 0
  for (let at = 0; at < form.length; at += 1) {
    if (written[at] === form[at]) continue
    if (cost !== 0) return null
    const apart = Math.abs(written.charCodeAt(at) - form.charCodeAt(at))
    cost = apart <= SAME_RADICAL ? 1 : 2
  }
  return cost
}

/**
 * Finds the division that a misread name stands for: among the divisions under a parent, one whose name with its level
 * word differs in a single character. Nothing is repaired when two come equally near.
 * @param name as written, with its level word: 漯河区
 * @param parents the divisions that the text names most, best first
 */
export function repairName(name: string, parents: readonly Place[]): Repair | null {
  for (const parent of parents) {
    const near: (Repair & { cost: number })[] = []
    for (const place of childrenOf(parent.code)) {
      for (const form of fullForms(place.name)) {
        const cost = distance(name, form)
        // In a name of two characters the other one is the level word: nothing would be left to recognise it by.
        if (cost !== null && form.length > 2) near.push({ place, form, cost })
      }
    }
    near.sort((a, b) => a.cost - b.cost)
    const [best, next] = near
    if (best !== undefined && (next === undefined || next.place === best.place || next.cost > best.cost)) {
      return { place: best.place, form: best.form }
    }
  }
  return null
}
