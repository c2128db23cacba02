import type { Span } from '#shared/model/anchor'
import { ExtractedMatter, Money, matterName } from '#shared/model/matter'
import { scanQuantities } from '#shared/statements/scan'
import { nearestPhrase } from '#shared/text/broken-text'
import { foldWidth } from '#shared/text/numerals'
import { parseNumber } from '#shared/text/typed-number'
import { controlOf, firstField, isRequired, linesOf } from './matter-fields'

/** What the form of a matter holds: its fields by name as they are typed; a flag is `'true'` or `''`. */
export type MatterFields = Readonly<Record<string, string>>

/** The report's own place, as the record has it. */
const OWN = 'own'

/**
 * A field as it is typed. The own place is an empty scope; the reference may name none at all, so that there it is said.
 * @param own what the own place is called
 */
const typed = (name: string, value: unknown, own: string): string => {
  if (name === 'scope' && value === OWN) return ''
  if (name === 'referenceScope' && value === OWN) return own
  if (controlOf(name) === 'money') return Money.nullable().catch(null).parse(value)?.quantity ?? ''
  if (value === null || value === undefined || value === false) return ''
  return String(value)
}

const namesOf = (matter: ExtractedMatter): readonly string[] => ['role', ...linesOf(matter.type).flat()]

/**
 * A matter's fields for the form.
 * @param own what the report's own place is called
 */
export function fieldsOfMatter(matter: ExtractedMatter, own: string): MatterFields {
  const values: Readonly<Record<string, unknown>> = matter
  return Object.fromEntries(namesOf(matter).map((name) => [name, typed(name, values[name], own)]))
}

/** Where the words of a matter are looked for: its own and its sentence, of a list all of it. */
function around(matter: ExtractedMatter): Span {
  const end = matter.type === 'list' ? matter.until : matter.end
  const { sentence } = matter
  return { start: Math.min(matter.start, sentence.start), end: Math.max(end, sentence.end) }
}

/**
 * The amount that was typed, where the text has it nearest before the end of the matter's words.
 * @param text the reading's text; offsets are its UTF-16 code units
 * @returns null where the text does not have it, or where it is no amount
 */
export function moneyIn(text: string, matter: ExtractedMatter, quantity: string): Money | null {
  const found = nearestPhrase(text, around(matter), quantity, matter.end)
  const [read] = scanQuantities(foldWidth(quantity).replace(/\s/gu, ''))
  if (!found || !read || read.start !== 0 || read.unit === '') return null
  return { start: found.start, quantity: text.slice(found.start, found.end), value: read.value, unit: read.unit }
}

const WRONG = Symbol('wrong')

interface Form {
  /** The reading's text: amounts are looked up in it. */
  text: string
  /** What the report's own place is called. */
  own: string
}

function entered({ text, own }: Form, base: ExtractedMatter, name: string, written: string): unknown {
  const value = written.trim()
  switch (controlOf(name)) {
    case 'flag':
      return value !== ''
    case 'number':
      if (value === '') return isRequired(name) ? WRONG : null
      return parseNumber(value) ?? WRONG
    case 'money': {
      if (value === '') return null
      const known: unknown = (base as Readonly<Record<string, unknown>>)[name]
      // Left as it was it stays where it stands: the text may have the same amount twice.
      if (typed(name, known, own) === value) return known
      return moneyIn(text, base, value) ?? WRONG
    }
    default:
      if (name === 'referenceScope') return value === own ? OWN : value
      return name === 'scope' ? value || OWN : value
  }
}

export type MatterResult = { ok: true; matter: ExtractedMatter } | { ok: false; wrong: readonly string[] }

/**
 * The matter that the form stands for, checked by the record's schema.
 * @param form the text, and how the own place is called in the form
 * @param base the matter that was opened; what the form does not show is kept
 * @returns the names of the fields that are wrong, where any is
 */
export function readMatter(form: Form, base: ExtractedMatter, fields: MatterFields): MatterResult {
  const wrong = new Set<string>()
  const read = Object.entries(fields).map(([name, written]): [string, unknown] => {
    const value = entered(form, base, name, written)
    if (value === WRONG) wrong.add(name)
    return [name, value]
  })
  const parsed = ExtractedMatter.safeParse({
    ...base,
    ...Object.fromEntries(read.filter(([, value]) => value !== WRONG)),
  })
  if (!parsed.success) for (const { path } of parsed.error.issues) wrong.add(String(path[0] ?? ''))
  // A rank may stand without saying of what; what else has no name can't be listed.
  if (parsed.success && base.type !== 'rank' && matterName(parsed.data) === '') wrong.add(firstField(base.type))
  if (wrong.size > 0) return { ok: false, wrong: [...wrong] }
  if (!parsed.success) throw parsed.error
  return { ok: true, matter: parsed.data }
}
