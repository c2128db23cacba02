import { Indicator, type UnitFamily } from '#shared/model/indicator'
import data from './indicators.data.json'
import { unitOf } from './units'

/** A row of the dictionary as it is kept: an indicator, and the forms that a list of aliases cannot say. */
interface Row extends Indicator {
  /** Regular expression over the whole phrase: the names it goes by. */
  pattern?: string
  /** Words of which every such name holds one: a phrase without them is not tried. */
  hints?: string[]
  /** Regular expression: a phrase with one of these words is something else. */
  avoid?: string
  /** Regular expression: the only units that its counts are given in. */
  counted?: string
}

const ROWS = data as unknown as readonly Row[]

/** The dictionary (指标): the scored ids of the spec first, then the next most frequent ones. */
export const INDICATORS: readonly Indicator[] = ROWS.map((row) => Indicator.parse(row))

interface Form {
  id: string
  units: ReadonlySet<UnitFamily>
  pattern: RegExp | null
  hints: readonly string[]
  avoid: RegExp | null
  counted: RegExp | null
}

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))
const FORMS: readonly Form[] = ROWS.map((row) => ({
  id: row.id,
  units: new Set(row.units),
  pattern: row.pattern === undefined ? null : new RegExp(row.pattern, 'u'),
  hints: row.hints ?? [''],
  avoid: row.avoid === undefined ? null : new RegExp(row.avoid, 'u'),
  counted: row.counted === undefined ? null : new RegExp(row.counted, 'u'),
}))
const FORM_BY_ID = new Map(FORMS.map((form) => [form.id, form]))
const PATTERNS = FORMS.filter((form) => form.pattern !== null)

/** Any of the words that a phrase must hold for a pattern to be tried at all. */
const HINTED = new RegExp(
  [...new Set(PATTERNS.flatMap((form) => form.hints))].map((hint) => hint.replace('.', '\\.')).join('|'),
  'u',
)

/** Names and aliases by their last character, the longest first: a phrase is asked only for those it can end with. */
const ENDINGS = new Map<string, { alias: string; id: string }[]>()
for (const { id, name, aliases } of INDICATORS) {
  for (const alias of [name, ...aliases]) {
    const key = alias.at(-1) ?? ''
    ENDINGS.set(key, [...(ENDINGS.get(key) ?? []), { alias, id }])
  }
}
for (const list of ENDINGS.values()) list.sort((a, b) => b.alias.length - a.alias.length)

function fits(form: Form, unit: string | null): boolean {
  if (unit === null) return true
  const { family } = unitOf(unit)
  if (family === 'percent' || family === 'points') return true
  return form.units.has(family) && (form.counted === null || form.counted.test(unit))
}

/** What may stand behind a name and is no part of it: a note in brackets, a basis, 实际. */
const BEHIND = /(?:（[^）]*）|按[^，、]{1,8}口径|实际)$/u

function search(written: string, unit: string | null): string {
  const phrase = written.replace(BEHIND, '')
  for (const form of HINTED.test(phrase) ? PATTERNS : []) {
    if (!form.hints.some((hint) => phrase.includes(hint)) || !fits(form, unit)) continue
    if (!form.pattern?.test(phrase)) continue
    if (form.avoid?.test(phrase)) continue
    return form.id
  }
  for (const { alias, id } of ENDINGS.get(phrase.at(-1) ?? '') ?? []) {
    if (!phrase.endsWith(alias)) continue
    const form = FORM_BY_ID.get(id)
    if (!form || form.avoid?.test(phrase) || !fits(form, unit)) continue
    return form.pattern === null || alias === phrase ? id : ''
  }
  return ''
}

const cache = new Map<string, Map<string, string>>()
let cached = 0
const CACHE_LIMIT = 20_000

/**
 * The id of the indicator that a phrase names with a number of this family; '' where it names none that we know.
 * @param phrase the name as written, without links and leads
 * @param unit the number's unit; null where it is not known
 */
export function matchMeasured(phrase: string, unit: string | null): string {
  if (phrase === '') return ''
  let known = cache.get(unit ?? '')
  if (!known || cached >= CACHE_LIMIT) {
    if (cached >= CACHE_LIMIT) cache.clear()
    cached = 0
    known = new Map()
    cache.set(unit ?? '', known)
  }
  const found = known.get(phrase)
  if (found !== undefined) return found
  const id = search(phrase, unit)
  known.set(phrase, id)
  cached++
  return id
}

/** The indicator with this id, null where there is none. */
export function indicatorById(id: string): Indicator | null {
  return BY_ID.get(id) ?? null
}

/**
 * The id of the indicator that a phrase names, '' where it names none that we know.
 * @param phrase the noun phrase as written
 */
export function matchIndicator(phrase: string): string {
  return matchMeasured(phrase.replace(/\s/gu, ''), null)
}
