import type { Span } from '#shared/model/anchor'
import {
  type ExtractedMatter,
  type Money,
  matterKey,
  matterName,
  ExtractedMatter as Schema,
} from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import { statementKey } from '#shared/model/statement'
import { BUILT_IN } from '#shared/statements/dictionary'

/** What holds of every matter of every report, whatever the text. */
export const MATTER_INVARIANTS = [
  'schema',
  'inside',
  'sentence',
  'name',
  'money',
  'indicator',
  'beside',
  'key',
  'list',
  'order',
] as const
export type MatterInvariant = (typeof MATTER_INVARIANTS)[number]

/** A matter of which an invariant does not hold. */
export interface MatterViolation {
  invariant: MatterInvariant
  type: string
  start: number
  /** What is there instead. */
  found: string
}

const ids = new Set(BUILT_IN.indicators.map(({ id }) => id))

/** Words without blanks and marks, as a reader of the joined lines sees them. */
const bare = (words: string): string => words.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** Names that are the very words of their span; others may stand before it. */
const NAMED_BY_SPAN: ReadonlySet<ExtractedMatter['type']> = new Set(['venture', 'list_item'])

const moneyOf = (matter: ExtractedMatter): (Money | null)[] => {
  if (matter.type === 'venture') return [matter.amount]
  return matter.type === 'list' || matter.type === 'list_item'
    ? [matter.total, matter.own, matter.above, matter.private]
    : []
}

/** What is wrong with the items of the lists: their parents, their numbers, their places. */
function listFault(matter: ExtractedMatter, matters: readonly ExtractedMatter[]): string | null {
  if (matter.type === 'list') {
    const items = matters.flatMap((one) =>
      one.type === 'list_item' && one.parent === matterKey(matter) ? [one.ordinal] : [],
    )
    if (items.length !== matter.items) return `${matter.items} items, ${items.length} found`
    return items.every((ordinal, at) => ordinal === at + 1) ? null : items.join(' ')
  }
  if (matter.type !== 'list_item') return null
  const list = matters.find((one) => one.type === 'list' && matterKey(one) === matter.parent)
  if (list?.type !== 'list') return matter.parent
  return matter.end <= list.until ? null : `${matter.end} > ${list.until}`
}

/**
 * The matters of a report of which an invariant does not hold.
 * @param text the reading's text; offsets are its UTF-16 code units
 * @param report the report's span
 */
export function matterViolationsIn(
  text: string,
  report: Span,
  matters: readonly ExtractedMatter[],
  statements: readonly ExtractedStatement[],
): MatterViolation[] {
  const keys = new Map<string, number>()
  for (const matter of matters) keys.set(matterKey(matter), (keys.get(matterKey(matter)) ?? 0) + 1)
  const beside = new Set(statements.map(statementKey))
  let before = 0
  return matters.flatMap((matter) => {
    const { type, start, end, sentence } = matter
    const words = text.slice(start, end)
    const parsed = Schema.safeParse(matter)
    const outside = start < report.start || end > report.end || end <= start
    const loose = sentence.start > start || (type !== 'list_item' && sentence.end < end)
    const wrongMoney = moneyOf(matter).find((money) => money && !text.startsWith(money.quantity, money.start))
    const id = type === 'relative_target' || type === 'rank' ? matter.canonical : ''
    const faults: Record<MatterInvariant, string | null> = {
      schema: parsed.success ? null : (parsed.error.issues[0]?.message ?? ''),
      inside: outside ? `${start}-${end}` : null,
      sentence: loose ? `${sentence.start}-${sentence.end}` : null,
      name: NAMED_BY_SPAN.has(type) && !bare(words).includes(bare(matterName(matter))) ? words : null,
      money: wrongMoney ? wrongMoney.quantity : null,
      indicator: id === '' || ids.has(id) ? null : id,
      beside: type === 'rank' && matter.statement !== '' && !beside.has(matter.statement) ? matter.statement : null,
      key: keys.get(matterKey(matter)) === 1 ? null : matterKey(matter),
      list: listFault(matter, matters),
      order: start < before ? String(before) : null,
    }
    before = start
    return MATTER_INVARIANTS.flatMap((invariant): MatterViolation[] => {
      const found = faults[invariant]
      return found === null ? [] : [{ invariant, type, start, found }]
    })
  })
}
