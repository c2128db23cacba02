import { type Message, message } from '#shared/model/identity'
import type { Entry } from './choice'
import { VARIANT_PARTS, type Variant, type VariantPart } from './variants'

/** The one variant of a series. */
export interface Settled {
  /** What the series is called: parts that most of its statements leave open are ''. */
  shown: Variant
  /** The one measure and basis that its statements may state; '' where none states any. */
  stated: Pick<Variant, 'measure' | 'basis'>
  /** The user chose it. */
  fixed: boolean
}

/** How often a value of a part occurs: once for each place, year and role, however often a report repeats it. */
function votes(slots: readonly (readonly Entry[])[], part: VariantPart): Map<string, number> {
  const found = new Map<string, number>()
  for (const entries of slots)
    for (const [at, { variant }] of entries.entries()) {
      const value = variant[part]
      let again = false
      for (let before = 0; before < at && !again; before++) again = entries[before]?.variant[part] === value
      if (!again) found.set(value, (found.get(value) ?? 0) + 1)
    }
  return found
}

/** The value with most votes; of two with as many the one that says least, then the first in the alphabet. */
function most(found: ReadonlyMap<string, number>): string {
  let best = ''
  let count = found.get('') ?? 0
  for (const [value, times] of found)
    if (times > count || (times === count && best !== '' && value < best)) [best, count] = [value, times]
  return best
}

function without(found: ReadonlyMap<string, number>, value: string): Map<string, number> {
  const rest = new Map(found)
  rest.delete(value)
  return rest
}

/** What a part may state in a series: one value, and nothing said beside it where that leaves it open. */
function takes(part: VariantPart, value: string, shown: string, stated: string, fixed: boolean): boolean {
  if (value === shown) return true
  if (part === 'against') return false
  // A part of a whole is not the whole; where nobody asked for the part, a report that names none may mean it.
  if (part === 'subset') return value === '' && !fixed
  return value === '' || value === stated
}

/**
 * Settles what a series is of: what the user chose, else what most of its statements are of, part after part, each
 * among the statements that fit so far.
 * @param slots statements of the series, one list for each place, year and role
 */
export function settleVariant(slots: readonly (readonly Entry[])[], chosen: Variant | null): Settled {
  if (chosen) return { shown: chosen, stated: { measure: chosen.measure, basis: chosen.basis }, fixed: true }
  const shown: Record<VariantPart, string> = { measure: '', basis: '', subset: '', against: '' }
  const stated = { measure: '', basis: '' }
  let left = slots
  for (const part of VARIANT_PARTS) {
    const found = votes(left, part)
    if (found.size === 0 || (found.size === 1 && found.has(''))) continue
    shown[part] = most(found)
    if (part === 'measure' || part === 'basis') stated[part] = most(without(found, ''))
    const one = part === 'measure' || part === 'basis' ? stated[part] : ''
    if (found.size > 1)
      left = left
        .map((entries) => entries.filter(({ variant }) => takes(part, variant[part], shown[part], one, false)))
        .filter(({ length }) => length > 0)
  }
  return { shown: shown as Variant, stated: stated as Settled['stated'], fixed: false }
}

/** The part in which a statement says something else than its series; null where it fits. */
export function misfitOf(variant: Variant, { shown, stated, fixed }: Settled): VariantPart | null {
  for (const part of VARIANT_PARTS) {
    const one = part === 'measure' || part === 'basis' ? stated[part] : ''
    if (!takes(part, variant[part], shown[part], one, fixed)) return part
  }
  return null
}

/** Why a statement cannot stand in a series: what it states instead. */
export function misfitReason(variant: Variant, part: VariantPart): Message {
  const value = variant[part]
  return value === ''
    ? message(`compare.whyNot.plain.${part}`)
    : message(`compare.whyNot.variant.${part}`, { values: value })
}

/** What to say on a mark whose statement leaves open what its series states, or states what most others leave open. */
export function variantCaveats(variant: Variant, { shown }: Settled): Message[] {
  const caveats: Message[] = []
  for (const part of VARIANT_PARTS) {
    if (variant[part] === shown[part]) continue
    if (variant[part] === '') caveats.push(message(`compare.warning.open.${part}`))
    else caveats.push(message(`compare.warning.only.${part}`, { values: variant[part] }))
  }
  return caveats
}
