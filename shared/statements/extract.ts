import type { ExtractedStatement } from '#shared/model/statement'
import { type Draft, readSentence } from './clauses'
import { BUILT_IN } from './dictionary'
import { exclusionOf } from './exclude'
import { bindingOf, measureOf, wordsOf } from './fields'
import type { StatementInput } from './input'
import { type Zone, zonesOf } from './outlook'
import { type Quantity, scanQuantities } from './scan'
import { scopeReader } from './scope'
import { isSign, signs } from './signs'
import { leftOut, makeView, spanOf, type View } from './view'
import { whenOf } from './when'

/** How far back in a sentence words may speak of a number. */
const REACH = 200
/** And so far for its period and wording. */
const NEAR = 60
const ENDS = signs('。！？\n')

function sentenceEnd(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (isSign(ENDS, text.charCodeAt(i))) return i
  return limit
}

function sentenceStart(text: string, from: number, limit: number): number {
  for (let i = from - 1; i >= limit; i--) if (isSign(ENDS, text.charCodeAt(i))) return i + 1
  return limit
}

function finish(
  input: StatementInput,
  view: View,
  zone: Zone,
  draft: Draft,
  start: number,
  end: number,
): ExtractedStatement {
  const { quantity } = draft
  const span = spanOf(view, quantity.start, quantity.end)
  const before = view.text.slice(Math.max(start, quantity.start - REACH), quantity.start)
  const near = before.slice(-NEAR)
  const words = wordsOf(draft.gap, near, draft.indicator)
  const when = whenOf(zone, before, draft.gap, draft.kind, input.year)
  return {
    start: span.start,
    quantity: input.text.slice(span.start, span.end),
    value: quantity.value * draft.sign,
    high: quantity.high === null ? null : quantity.high * draft.sign,
    unit: quantity.unit,
    comparator: draft.comparator,
    kind: draft.kind,
    role: when.role,
    year: when.year,
    indicator: draft.indicator,
    canonical: draft.canonical,
    scope: draft.scope,
    article: 'main',
    period: words.period,
    wording: words.wording,
    part_of: draft.partOf,
    base: '',
    rank: '',
    basis: words.basis,
    measure: measureOf(draft.indicator, draft.gap, draft.kind),
    subset: words.subset,
    binding: when.role === 'target' ? bindingOf(before) : '',
    due: when.role === 'target' ? words.due : '',
    list: when.role === 'target' ? zone.list : '',
    sentence: spanOf(view, start, end),
    rule: draft.rule,
    confidence: Math.round(draft.confidence * 100) / 100,
  }
}

/** The quantities that are statements, and with them those that the user asks for by hand. */
function countedIn(view: View, asked: readonly Quantity[]): Quantity[] {
  const counted = scanQuantities(view.text).filter(
    (quantity) =>
      exclusionOf(view.text, quantity) === null && !asked.some((a) => a.start < quantity.end && quantity.start < a.end),
  )
  return [...counted, ...asked].sort((a, b) => a.start - b.start)
}

/**
 * Reads the sentences of a view, in the order of the text.
 * @param asked quantities that are to be read whether the engine would or not; then only their sentences are read
 */
export function readSentences(
  input: StatementInput,
  view: View,
  asked: readonly Quantity[] = [],
): ExtractedStatement[] {
  const quantities = countedIn(view, asked)
  const readers = { scopes: scopeReader(input.place ?? null), dictionary: input.dictionary ?? BUILT_IN }
  const out: ExtractedStatement[] = []
  let next = 0
  for (const zone of zonesOf(input, view, asked.length > 0)) {
    while (next < quantities.length && (quantities[next]?.start ?? 0) < zone.start) next++
    while (next < quantities.length) {
      const first = quantities[next]
      if (!first || first.start >= zone.end) break
      const start = sentenceStart(view.text, first.start, zone.start)
      const end = sentenceEnd(view.text, first.end, zone.end)
      const within: Quantity[] = []
      for (let q = quantities[next]; q && q.start < end; q = quantities[next]) {
        within.push(q)
        next++
      }
      if (asked.length > 0 && !asked.some((a) => a.start >= start && a.start < end)) continue
      for (const draft of readSentence(view.text, start, end, within, readers)) {
        out.push(finish(input, view, zone, draft, start, end))
      }
    }
  }
  return out
}

/**
 * Reads every quantitative statement of a report (`spec/statements.md`), in the order of the text.
 * Pure and deterministic; time grows linearly with the text.
 */
export function extractStatements(input: StatementInput): ExtractedStatement[] {
  return readSentences(input, makeView(input.text, input.start, input.end, leftOut(input)))
}
