import type { ExtractedStatement } from '#shared/model/statement'
import { readSentence } from './clauses'
import { composer } from './compose'
import { BUILT_IN } from './dictionary'
import { exclusionOf } from './exclude'
import type { StatementInput } from './input'
import { type Zone, zonesOf } from './outlook'
import { type Quantity, scanQuantities } from './scan'
import { scopeReader } from './scope'
import { behindSign, findSign, signs } from './signs'
import { subjectReader } from './subject'
import { leftOut, makeView, type View } from './view'

const ENDS = signs('。！？\n')

/** A report made ready for reading: what statements and matters are both read from. Offsets of zones are the view's. */
export interface PreparedReport {
  readonly input: StatementInput
  readonly view: View
  readonly zones: readonly Zone[]
}

/**
 * Makes a report ready for reading.
 * @param whole keep also what follows a heading of explained terms, which is no part of the report
 */
export function prepareReport(input: StatementInput, whole = false): PreparedReport {
  const view = makeView(input.text, input.start, input.end, leftOut(input))
  return { input, view, zones: zonesOf(input, view, whole) }
}

/** The quantities that are statements, and with them those that the user asks for by hand. */
function countedIn(view: View, asked: readonly Quantity[]): Quantity[] {
  const counted = scanQuantities(view.text).filter((quantity) => exclusionOf(view.text, quantity) === null)
  if (asked.length === 0) return counted
  const others = counted.filter(({ start, end }) => !asked.some((a) => a.start < end && start < a.end))
  return [...others, ...asked].sort((a, b) => a.start - b.start)
}

/**
 * Reads the sentences of a view, in the order of the text.
 * @param asked quantities that are to be read whether the engine would or not; then only their sentences are read
 */
export function readSentences(
  { input, view, zones }: PreparedReport,
  asked: readonly Quantity[] = [],
): ExtractedStatement[] {
  const quantities = countedIn(view, asked)
  const subjects = subjectReader(input.place ?? null)
  const readers = { scopes: scopeReader(input.place ?? null), dictionary: input.dictionary ?? BUILT_IN }
  const out: ExtractedStatement[] = []
  let next = 0
  for (const zone of zones) {
    while (next < quantities.length && (quantities[next]?.start ?? 0) < zone.start) next++
    while (next < quantities.length) {
      const first = quantities[next]
      if (!first || first.start >= zone.end) break
      const start = behindSign(ENDS, view.text, first.start, zone.start)
      let end = findSign(ENDS, view.text, first.end, zone.end)
      const within: Quantity[] = []
      for (let q = quantities[next]; q && q.start < end; q = quantities[next]) {
        within.push(q)
        next++
        // 5.8％。 for ‰: the full stop is part of the unit, the sentence goes on behind it.
        if (q.end > end) end = findSign(ENDS, view.text, q.end, zone.end)
      }
      if (asked.length > 0 && !asked.some((a) => a.start >= start && a.start < end)) continue
      const compose = composer(input, view, zone, start, end, within.at(-1)?.start ?? end, subjects)
      for (const draft of readSentence(view.text, start, end, within, readers)) out.push(compose(draft))
    }
  }
  return out
}

/**
 * Reads every quantitative statement of a report (`spec/statements.md`), in the order of the text.
 * Pure and deterministic; time grows linearly with the text.
 */
export const extractStatements = (input: StatementInput): ExtractedStatement[] => readSentences(prepareReport(input))
