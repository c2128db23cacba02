import type { SearchFolds } from './query'
import { simplifiedUnits } from './variants.data'

/** How far the full-width forms of ASCII characters stand behind them: ％ behind %. */
export const WIDTH = 0xfee0
const IDEOGRAPHIC_SPACE = 0x3000
/** Signs with a full-width form elsewhere: ￠￡￢￣￤￥￦. */
const SIGNS: readonly (readonly [wide: number, narrow: number])[] = [
  [0xffe0, 0xa2],
  [0xffe1, 0xa3],
  [0xffe2, 0xac],
  [0xffe3, 0xaf],
  [0xffe4, 0xa6],
  [0xffe5, 0xa5],
  [0xffe6, 0x20a9],
]
const NARROW: ReadonlyMap<number, number> = new Map(SIGNS)

function narrow(unit: number): number {
  if (unit > 0xff00 && unit < 0xff5f) return unit - WIDTH
  return unit === IDEOGRAPHIC_SPACE ? 0x20 : (NARROW.get(unit) ?? unit)
}

/** The lower case of what is one code unit in every case; others stay (ß, İ). */
function lower(unit: number): number {
  const small = String.fromCharCode(unit).toUpperCase().toLowerCase()
  return small.length === 1 ? small.charCodeAt(0) : unit
}

/** Blocks of ideographs that Unicode has twice, which converters of PDF leave behind: radicals, compatibility forms. */
const TWICE: readonly (readonly [from: number, to: number])[] = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
]

/** What each character is in simplified writing, where it is another one. */
function makeSimplified(): ReadonlyMap<number, number> {
  const simplified = new Map<number, number>(simplifiedUnits())
  for (const [from, to] of TWICE) {
    for (let unit = from; unit <= to; unit++) {
      const usual = String.fromCharCode(unit).normalize('NFKC')
      const usualUnit = usual.charCodeAt(0)
      if (usual.length === 1 && usualUnit !== unit) simplified.set(unit, simplified.get(usualUnit) ?? usualUnit)
    }
  }
  return simplified
}

/** The characters that each character counts as the same with, under some folds; those without any are absent. */
export type Variants = ReadonlyMap<string, string>

const NONE: Variants = new Map()
const made = new Map<string, Variants>()

function makeVariants({ width, script, case: inAnyCase }: SearchFolds): Variants {
  const classes = new Map<number, number[]>()
  const simplified = script ? makeSimplified() : null
  for (let unit = 0; unit < 0x1_0000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue
    const plain = simplified?.get(unit) ?? unit
    const narrowed = width ? narrow(plain) : plain
    const key = inAnyCase ? lower(narrowed) : narrowed
    const own = classes.get(key)
    if (own) own.push(unit)
    else classes.set(key, [unit])
  }
  const variants = new Map<string, string>()
  for (const units of classes.values()) {
    if (units.length === 1) continue
    const all = String.fromCharCode(...units)
    for (const character of all) variants.set(character, all)
  }
  return variants
}

/**
 * What counts as the same character, each of one UTF-16 code unit, so that what is found is as long as what is looked
 * for. Made on first use of a set of folds.
 */
export function variantsOf(folds: SearchFolds): Variants {
  const name = `${folds.width} ${folds.script} ${folds.case}`
  const known = made.get(name)
  if (known) return known
  const variants = folds.width || folds.script || folds.case ? makeVariants(folds) : NONE
  made.set(name, variants)
  return variants
}
