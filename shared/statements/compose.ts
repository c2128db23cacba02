import type { ExtractedStatement } from '#shared/model/statement'
import { type Act, actsOf } from './acts'
import type { Draft } from './clauses'
import { type Cue, cuesOf } from './cues'
import { bindingIn, type Place, wordsOf } from './governing'
import type { StatementInput } from './input'
import { measureOf } from './measure'
import type { Zone } from './outlook'
import { namesRank, rankAfter, rankBefore } from './ranks'
import { isSign, signs } from './signs'
import { subsetOf } from './subset'
import { spanOf, type View } from './view'
import { whenOf } from './when'

/** A sentence with numbers in it, as the fields of its statements are read from it. Offsets in the view. */
interface Sentence {
  input: StatementInput
  view: View
  zone: Zone
  start: number
  end: number
  cues: readonly Cue[]
  acts: readonly Act[]
  /** A rank is named somewhere. */
  ranks: boolean
}

const CLAUSE = signs('，；：。\n')
/** How far back in a sentence words may speak of a number. */
const REACH = 200
/** How far behind a number its rank and what was done with the counted things are looked for. */
const BEHIND = 48

function clauseStart(text: string, from: number, limit: number): number {
  for (let i = from - 1; i >= limit; i--) if (isSign(CLAUSE, text.charCodeAt(i))) return i + 1
  return limit
}

/** Acts of the number's clause; where it has none and leans on the clause before, of that. */
function actsFor(sentence: Sentence, draft: Draft): readonly Act[] {
  const { view, acts, start } = sentence
  const to = draft.quantity.start
  const from = clauseStart(view.text, to, start)
  const own = acts.filter((act) => act.start >= from && act.end <= to)
  if (
    own.length > 0 ||
    view.text[from - 1] !== '，' ||
    !ENDS_COUNTED.test(view.text.slice(Math.max(start, from - 9), from - 1))
  )
    return own
  const before = clauseStart(view.text, from - 1, start)
  const last = acts.filter((act) => act.start >= before && act.end <= from).at(-1)
  return last && /^(?:added|done|signed)$/u.test(last.measure) ? [last] : own
}
/** The clause before ends with a count. */
const ENDS_COUNTED = /\d(?:\.\d+)?[万亿]?[余多]?[个座家所处条项套户栋幢公里千米平方亩米台辆株]{1,4}(?:以上|左右)?$/u

/** Words behind a number up to the next number or the end of its clause. */
function behind(sentence: Sentence, draft: Draft): string {
  const { text } = sentence.view
  return text.slice(draft.quantity.end, Math.min(sentence.end, draft.quantity.end + BEHIND))
}
const CLAUSE_REST = /^(?:以上|左右|以内)?[^，。；：、\d]*/u
const RANKED = /^(?:[^\d第]|第\d*)*/u

/** Makes the statements of one sentence from its drafts. */
export function composer(
  input: StatementInput,
  view: View,
  zone: Zone,
  start: number,
  end: number,
): (draft: Draft) => ExtractedStatement {
  const sentence: Sentence = {
    ...{ input, view, zone, start, end },
    cues: cuesOf(view.text, start, end),
    acts: actsOf(view.text, start, end),
    ranks: namesRank(view.text, start, end),
  }
  return (draft) => compose(sentence, draft)
}

function compose(sentence: Sentence, draft: Draft): ExtractedStatement {
  const { input, view, zone, start, end, cues, ranks } = sentence
  const { quantity, indicator, canonical, kind, gap } = draft
  const span = spanOf(view, quantity.start, quantity.end)
  const before = view.text.slice(Math.max(start, quantity.start - REACH), quantity.start)
  const when = whenOf(zone, before, gap, kind, input.year)
  const target = when.role === 'target'
  const at: Place = {
    text: view.text,
    sentence: start,
    start: quantity.start,
    end: quantity.end,
    kind,
    role: when.role,
  }
  const words = wordsOf(cues, at)
  const level = kind === 'level'
  const after = level || ranks ? behind(sentence, draft) : ''
  const measure = level
    ? measureOf({
        ...{ indicator, canonical, gap, unit: quantity.unit, span: when.year.includes('-') },
        acts: actsFor(sentence, draft),
        after: CLAUSE_REST.exec(after)?.[0] ?? '',
      })
    : ''
  return {
    start: span.start,
    quantity: input.text.slice(span.start, span.end),
    value: quantity.value * draft.sign,
    high: quantity.high === null ? null : quantity.high * draft.sign,
    unit: quantity.unit,
    comparator: draft.comparator,
    kind,
    role: when.role,
    year: when.year,
    indicator,
    canonical,
    scope: draft.scope,
    article: 'main',
    period: words.period,
    wording: words.wording,
    part_of: draft.partOf,
    base: words.base,
    rank: ranks ? rankAfter(RANKED.exec(after)?.[0] ?? '') || rankBefore(gap) : '',
    basis: words.basis,
    measure,
    subset: subsetOf(indicator, canonical),
    binding: target ? bindingIn(cues, at) || (zone.expected ? 'expected' : '') : '',
    due: words.due,
    list: target ? zone.list : '',
    sentence: spanOf(view, start, end),
    rule: draft.rule,
    confidence: Math.round(draft.confidence * 100) / 100,
  }
}
