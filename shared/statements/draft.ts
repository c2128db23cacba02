import type { Span } from '#shared/model/anchor'
import type { ExtractedStatement } from '#shared/model/statement'
import { parseNumeral } from '../text/numerals'
import { prepareReport, readSentences } from './extract'
import type { StatementInput } from './input'
import { type Quantity, scanQuantities } from './scan'
import { inView, spanOf, type View } from './view'

const NUMERAL = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十百千万亿零〇半]+/u
/** What may stand before the numeral in a selection that took in too much. */
const UNIT_AFTER = /^[余多几]?[^\d\s，。；：！？、“”+＋×*/-]{0,8}/u

/** Words that tell a place in an order (居全省第三) name no thing. */
const NAMELESS = /第$/u

/** A quantity made of the selection itself, where the grammar knows none there: 12标段. */
function selected(view: View, from: number, to: number): Quantity | null {
  const found = NUMERAL.exec(view.text.slice(from, to))
  if (!found) return null
  const value = parseNumeral(found[0])
  if (value === null) return null
  const start = from + found.index
  const rest = view.text.slice(start + found[0].length, to)
  const unit = UNIT_AFTER.exec(rest)?.[0] ?? ''
  return {
    start,
    end: start + found[0].length + unit.length,
    value,
    high: null,
    unit: unit.replace(/^[余多几]/u, ''),
    more: /^[余多几]/u.test(unit),
    chinese: !/\d/u.test(found[0]),
  }
}

/**
 * Drafts a statement from a number that the user selected: the same analysis as the engine's, on the sentence
 * around the selection. What the engine leaves out on purpose (a rank, a code) is drafted too: the user's word counts.
 * @param input the report, and the selected span of the reading's text (UTF-16 code units)
 * @returns null where the selection holds no numeral; `indicator` is '' where the sentence names nothing
 */
export function draftStatement(input: StatementInput & { selection: Span }): ExtractedStatement | null {
  const { selection } = input
  const start = Math.min(input.start, selection.start)
  const end = Math.max(input.end, selection.end)
  const prepared = prepareReport({ ...input, start, end }, true)
  const { view } = prepared
  const from = inView(view, selection.start)
  const to = inView(view, selection.end)
  const quantity =
    scanQuantities(view.text).find((q) => q.start < to && q.end > from && holdsNumeral(view, q, from, to)) ??
    selected(view, from, to)
  if (!quantity) return null
  const statements = readSentences(prepared, [quantity])
  const at = spanOf(view, quantity.start, quantity.end).start
  const found = statements.find((statement) => statement.start === at) ?? null
  return found && NAMELESS.test(found.indicator) ? { ...found, indicator: '', canonical: '' } : found
}

/** Whether the selection covers part of the quantity's numeral, not its unit alone. */
function holdsNumeral(view: View, quantity: Quantity, from: number, to: number): boolean {
  return NUMERAL.test(view.text.slice(Math.max(from, quantity.start), Math.min(to, quantity.end)))
}
