import type { Indicator, UnitFamily, UserIndicator } from '#shared/model/indicator'
import { INDICATORS, indicatorById, ROWS } from './indicators'
import { unitOf } from './units'

/** What the engine asks for the id of a phrase: the built-in indicators with the user's word over them. */
export interface Dictionary {
  /** The user's own first, then the built-in ones in their order, as the user wants them. */
  readonly indicators: readonly Indicator[]
  /**
   * The id of the indicator that a phrase names with a number of this unit; '' where it names none that we know.
   * @param phrase the name as written, without links and leads
   * @param unit the number's unit; null where it is not known
   */
  match(phrase: string, unit: string | null): string
  /** The indicator with this id, null where there is none. */
  byId(id: string): Indicator | null
  /** True for an indicator that is itself a share of something: a phrase with 占 names it as a whole. */
  isShare(id: string): boolean
}

/** How one indicator is known in a phrase. */
interface Form {
  readonly id: string
  readonly units: ReadonlySet<UnitFamily>
  readonly pattern: RegExp | null
  readonly hints: readonly string[]
  readonly avoid: RegExp | null
  readonly counted: RegExp | null
  readonly excluded: ReadonlySet<string>
}

/** A name, and the form that it stands for. */
interface Name {
  readonly name: string
  /** The name without quotes: what a phrase ends with, whose own quotes do not count. */
  readonly ending: string
  readonly form: Form
  /** The user gave it. */
  readonly own: boolean
}

const NONE: ReadonlySet<string> = new Set()
const SHARES: ReadonlySet<string> = new Set(ROWS.flatMap(({ id, share }) => (share ? [id] : [])))
const regExp = (source: string | undefined): RegExp | null => (source === undefined ? null : new RegExp(source, 'u'))

const BUILT_IN_FORMS: readonly Form[] = ROWS.map((row) => ({
  id: row.id,
  units: new Set(row.units),
  pattern: regExp(row.pattern),
  hints: row.hints ?? [''],
  avoid: regExp(row.avoid),
  counted: regExp(row.counted),
  excluded: NONE,
}))

/** A word that names of some indicators hold, with the places of their forms. */
interface Hint {
  readonly word: string
  readonly forms: number[]
}

/** The forms whose patterns are tried, and what tells which of them are worth it: hints by their first character. */
interface Patterns {
  readonly forms: readonly Form[]
  readonly hints: ReadonlyMap<number, readonly Hint[]>
  /** Places of the forms that are tried whatever a phrase holds. */
  readonly always: readonly number[]
}

function patternsOf(forms: readonly Form[]): Patterns {
  const hints = new Map<number, Hint[]>()
  const always: number[] = []
  for (const [place, form] of forms.entries())
    for (const word of form.hints) {
      if (word === '') {
        always.push(place)
        continue
      }
      const group = hints.get(word.charCodeAt(0)) ?? []
      const known = group.find((hint) => hint.word === word)
      if (known) known.forms.push(place)
      else group.push({ word, forms: [place] })
      hints.set(word.charCodeAt(0), group)
    }
  return { forms, hints, always }
}

/** Places of the forms that a phrase holds a hint of, in their order: a few of dozens, found in one walk over it. */
function hintedBy({ hints, always }: Patterns, phrase: string): number[] {
  const found = [...always]
  for (let at = 0; at < phrase.length; at++)
    for (const { word, forms } of hints.get(phrase.charCodeAt(at)) ?? NO_HINTS)
      if (phrase.startsWith(word, at)) for (const place of forms) if (!found.includes(place)) found.push(place)
  return found.length > 1 ? found.sort((a, b) => a - b) : found
}
const NO_HINTS: readonly Hint[] = []

function fits(form: Form, unit: string | null): boolean {
  if (unit === null) return true
  const { family } = unitOf(unit)
  if (family === 'percent' || family === 'points') return true
  return form.units.has(family) && (form.counted === null || form.counted.test(unit))
}

/** What may stand behind a name and is no part of it: a note in brackets, a basis, 实际. */
const BEHIND = /(?:（[^）]*）|按[^，、]{1,8}口径|实际)$/u

const BEHIND_ENDS = '）径际'

const QUOTES = /[“”"‘’「」『』《》]/gu
const bare = (text: string): string => text.replace(QUOTES, '')

/** What a dictionary looks phrases up in. */
interface Lookup {
  readonly patterns: Patterns
  /** The user's names as whole phrases. */
  readonly exact: ReadonlyMap<string, readonly Name[]>
  /** Names by their last two characters, the longest first: a phrase is asked only for those it can end with. */
  readonly endings: ReadonlyMap<string, readonly Name[]>
  /** Names of a single character, by it. */
  readonly single: ReadonlyMap<string, readonly Name[]>
}

function search({ patterns, exact, endings, single }: Lookup, written: string, unit: string | null): string {
  for (const { form } of exact.get(written) ?? NO_NAMES) if (fits(form, unit)) return form.id
  const phrase = BEHIND_ENDS.includes(written.charAt(written.length - 1)) ? written.replace(BEHIND, '') : written
  for (const place of hintedBy(patterns, phrase)) {
    const form = patterns.forms[place]
    if (!form || !fits(form, unit)) continue
    if (!form.pattern?.test(phrase) || form.avoid?.test(phrase) || isBarred(form, written, phrase)) continue
    return form.id
  }
  const plain = bare(phrase)
  for (const names of [endings.get(plain.slice(-2)), single.get(plain.slice(-1))])
    for (const { ending, form } of names ?? NO_NAMES) {
      if (!plain.endsWith(ending) || form.avoid?.test(phrase) || isBarred(form, written, phrase) || !fits(form, unit))
        continue
      return form.pattern === null || ending === plain ? form.id : ''
    }
  return ''
}
const NO_NAMES: readonly Name[] = []

/** Whether the user said that a phrase is never this indicator. */
const isBarred = ({ excluded }: Form, written: string, phrase: string): boolean =>
  excluded.size > 0 && (excluded.has(written) || excluded.has(phrase))

const CACHE_LIMIT = 20_000

/** Remembers what phrases name: reports say the same things over and over. */
function remembered(find: (phrase: string, unit: string | null) => string): Dictionary['match'] {
  const cache = new Map<string, Map<string, string>>()
  let cached = 0
  return (phrase, unit) => {
    if (phrase === '') return ''
    if (cached >= CACHE_LIMIT) {
      cache.clear()
      cached = 0
    }
    let known = cache.get(unit ?? '')
    if (!known) {
      known = new Map()
      cache.set(unit ?? '', known)
    }
    const found = known.get(phrase)
    if (found !== undefined) return found
    const id = find(phrase, unit)
    known.set(phrase, id)
    cached++
    return id
  }
}

const namesIn = ({ name, aliases }: Indicator): string[] => [...new Set([name, ...aliases])].filter((n) => n !== '')

/** The dictionary's form of an indicator that the user changed: units can be taken from it, not added. */
function narrowed(form: Form, user: UserIndicator | undefined): Form {
  if (!user) return form
  const units = new Set(user.units.filter((family) => form.units.has(family)))
  return { ...form, units, excluded: new Set(user.excluded) }
}

/** The form of a name that the user gave: any unit that the user allows, and what the dictionary knows to be other. */
function ownForm(user: UserIndicator, name: string, builtIn: Form | undefined): Form {
  const avoid = builtIn?.avoid?.test(name) ? null : (builtIn?.avoid ?? null)
  const excluded = new Set(user.excluded)
  return { id: user.id, units: new Set(user.units), pattern: null, hints: [], avoid, counted: null, excluded }
}

/** Every name of an indicator as the user wants it. */
function namesOf(indicator: Indicator, user: UserIndicator | undefined, form: Form | undefined): Name[] {
  const known = indicatorById(indicator.id)
  const builtIn = new Set(known ? namesIn(known) : [])
  return namesIn(indicator).flatMap((name): Name[] => {
    const ending = bare(name)
    if (form && builtIn.has(name)) return [{ name, ending, form, own: false }]
    return user ? [{ name, ending, form: ownForm(user, name, form), own: true }] : []
  })
}

function grouped(names: readonly Name[], keyOf: (name: Name) => string): Map<string, Name[]> {
  const groups = new Map<string, Name[]>()
  for (const name of names) {
    const key = keyOf(name)
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
  }
  return groups
}

/** The longest first; among equals the user's. */
const byLength = (a: Name, b: Name): number => b.ending.length - a.ending.length || Number(b.own) - Number(a.own)

function build(own: readonly UserIndicator[]): Dictionary {
  const users = new Map(own.map((user) => [user.id, user]))
  const added = [...users.values()].filter(({ id }) => indicatorById(id) === null)
  const indicators = [...added, ...INDICATORS.map((indicator) => users.get(indicator.id) ?? indicator)]
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const all = BUILT_IN_FORMS.map((form) => narrowed(form, users.get(form.id)))
  const formById = new Map(all.map((form) => [form.id, form]))
  const names = indicators
    .flatMap((indicator) => namesOf(indicator, users.get(indicator.id), formById.get(indicator.id)))
    .sort(byLength)
  const lookup: Lookup = {
    patterns: patternsOf(all.filter(({ pattern }) => pattern !== null)),
    exact: grouped(
      names.filter((name) => name.own),
      ({ name }) => name,
    ),
    endings: grouped(
      names.filter(({ ending }) => ending.length > 1),
      ({ ending }) => ending.slice(-2),
    ),
    single: grouped(
      names.filter(({ ending }) => ending.length === 1),
      ({ ending }) => ending,
    ),
  }
  return {
    indicators,
    match: remembered((phrase, unit) => search(lookup, phrase, unit)),
    byId: (id) => byId.get(id) ?? null,
    isShare: (id) => SHARES.has(id),
  }
}

/** The dictionary as it comes. */
export const BUILT_IN: Dictionary = build([])

const made = new WeakMap<readonly UserIndicator[], Dictionary>()

/**
 * The dictionary with the user's word over it. A name of the user's that is the whole phrase wins over everything, a
 * phrase that the user excluded is never that indicator, and the user's other names, which a phrase ends with, come
 * after the built-in patterns. The same array gives the same dictionary, with what it remembers.
 */
export function makeDictionary(own: readonly UserIndicator[]): Dictionary {
  if (own.length === 0) return BUILT_IN
  const known = made.get(own)
  if (known) return known
  const dictionary = build(own)
  made.set(own, dictionary)
  return dictionary
}
