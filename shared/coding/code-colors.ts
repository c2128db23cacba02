import { CODE_COLORS } from '../model/code'
import { shownParents, type TreeCode } from './code-tree'
import { colorOf, distance, type Lab, labSeen, lightnessChromaHue, luminance, VISIONS } from './color-space'

/** A colour that is in use; `near` where its code stands beside the one that is to be coloured, or below the same parent. */
export interface ColorUse {
  color: string
  near: boolean
}

/** Codes that are seldom seen together may lie closer: their distance counts this many times. */
const FAR = 2

/** A colour of the palette is taken as long as it lies this far from all that are near. */
const CLEAR = 0.07

/**
 * Grounds of both themes leave at least 2 : 1 of contrast to these relative luminances (WCAG 2.2: white is 1, the dark
 * surface some 0.015).
 */
const LIGHTEST = 0.475
const DARKEST = 0.08

const LIGHTNESSES = [0.42, 0.5, 0.58, 0.66, 0.74, 0.8]
const CHROMAS = [0.04, 0.08, 0.12, 0.16, 0.2]
const HUE_STEP = 15

/** How far two colours stay apart for any reader: the least of what they are for normal, deutan and protan eyes. */
export const apart = (one: string, other: string): number => apartSeen(seen(one), seen(other))

/** A colour as each kind of reader sees it. */
type Seen = readonly Lab[]

const seenColors = new Map<string, Seen>()

function seen(color: string): Seen {
  const known = seenColors.get(color)
  if (known) return known
  const labs = VISIONS.map((vision) => labSeen(color, vision))
  seenColors.set(color, labs)
  return labs
}

function apartSeen(one: Seen, other: Seen): number {
  let least = Infinity
  one.forEach((lab, n) => {
    const theirs = other[n]
    if (theirs) least = Math.min(least, distance(lab, theirs))
  })
  return least
}

const onBothGrounds = (color: string): boolean => luminance(color) <= LIGHTEST && luminance(color) >= DARKEST

let candidates: readonly string[] | null = null

/** The palette, and colours all around it that both themes show well. */
export function candidateColors(): readonly string[] {
  if (candidates) return candidates
  const made: string[] = [...CODE_COLORS]
  for (const lightness of LIGHTNESSES)
    for (const chroma of CHROMAS)
      for (let hue = 0; hue < 360; hue += HUE_STEP) {
        const color = colorOf(lightness, chroma, hue)
        if (color && onBothGrounds(color)) made.push(color)
      }
  candidates = [...new Set(made)]
  return candidates
}

/** How far each candidate lies from a colour; kept, since the same colours are asked for again and again. */
const rows = new Map<string, Float64Array>()

function rowOf(color: string): Float64Array {
  const known = rows.get(color)
  if (known) return known
  const row = Float64Array.from(candidateColors(), (candidate) => apart(candidate, color))
  rows.set(color, row)
  return row
}

/** How far each candidate lies from the nearest of those in use. */
function clearances(used: readonly ColorUse[]): Float64Array {
  const clear = new Float64Array(candidateColors().length).fill(Infinity)
  for (const { color, near } of used) {
    const row = rowOf(color)
    const weight = near ? 1 : FAR
    for (let n = 0; n < clear.length; n++) {
      const counted = (row[n] ?? 0) * weight
      if (counted < (clear[n] ?? 0)) clear[n] = counted
    }
  }
  return clear
}

/** Index of the largest number, the first of equals. */
const largest = (numbers: Float64Array): number =>
  numbers.reduce((best, number, n) => (number > (numbers[best] ?? 0) ? n : best), 0)

/** Index of the candidate that a new code takes. */
function nextCandidate(clear: Float64Array): number {
  const free = CODE_COLORS.findIndex((_, n) => (clear[n] ?? 0) >= CLEAR)
  return free >= 0 ? free : largest(clear)
}

const candidate = (index: number): string => candidateColors()[index] ?? CODE_COLORS[0]

/**
 * The colour of a new code: the first of the palette that stays apart from those in use, also for colour-blind readers;
 * where none does, the one of all candidates that lies farthest from them.
 * @returns `#rrggbb`
 */
export const nextColor = (used: readonly ColorUse[]): string => candidate(nextCandidate(clearances(used)))

/** Shades keep to the hue of their parent by so many degrees. */
const SHADE_HUE = 12
const SHADE_LIGHTNESSES = [0.44, 0.5, 0.56, 0.62, 0.68, 0.74, 0.8]
const SHADE_CHROMAS = [0.06, 0.1, 0.14, 0.18]

/**
 * A shade of a parent's colour that stays apart from it and from those in use beside it.
 * @returns `#rrggbb`
 */
export function shadeOf(parent: string, used: readonly string[]): string {
  const { hue, chroma } = lightnessChromaHue(parent)
  const isGrey = chroma < 0.03
  const shades: string[] = []
  for (const lightness of SHADE_LIGHTNESSES)
    for (const strength of isGrey ? [0, 0.015] : SHADE_CHROMAS)
      for (const turn of [0, SHADE_HUE, -SHADE_HUE]) {
        const color = colorOf(lightness, strength, hue + turn)
        if (color && onBothGrounds(color)) shades.push(color)
      }
  const uses = [parent, ...used]
  const clear = Float64Array.from(shades, (shade) => Math.min(...uses.map((color) => apart(shade, color))))
  return shades[largest(clear)] ?? parent
}

/**
 * Colours for all codes anew, so that siblings, parents and children, and codes that are used in the same reports stay
 * apart most.
 * @param codes in the order of the codebook
 * @param together the codes that are used in the same reports, by the code; symmetric
 * @returns `#rrggbb` by id
 */
export function recolored(
  codes: readonly TreeCode[],
  together: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
  const parents = shownParents(codes)
  const isNear = (one: string, other: string): boolean => {
    const [above, below] = [parents.get(one) ?? null, parents.get(other) ?? null]
    return above === below || above === other || below === one || together.get(one)?.has(other) === true
  }
  const colors = new Map<string, string>()
  const usesFor = (id: string): ColorUse[] => {
    // One use of each colour is enough, the nearest: the candidates are few, the codes may be a thousand.
    const nearest = new Map<string, boolean>()
    for (const [other, color] of colors)
      if (other !== id && nearest.get(color) !== true) nearest.set(color, isNear(id, other))
    return [...nearest].map(([color, near]) => ({ color, near }))
  }
  for (const { id } of codes) colors.set(id, nextColor(usesFor(id)))
  // What came first was chosen with less in view than what came last: each may choose once more.
  for (const { id } of codes) {
    const clear = clearances(usesFor(id))
    const present = clear[candidateColors().indexOf(colors.get(id) ?? '')] ?? 0
    const best = largest(clear)
    if (present < CLEAR && (clear[best] ?? 0) > present) colors.set(id, candidate(best))
  }
  return colors
}
