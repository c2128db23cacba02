import type { Span } from '#shared/model/anchor'
import type { ExtractedStatement } from '#shared/model/statement'
import { type Act, actsOf } from './acts'
import { type Draft, LEANING } from './clauses'
import { confidenceOf } from './confidence'
import { type Cue, cuesOf, mayPart, mayRank, needsOf } from './cues'
import { bindingIn, type Place, wordsOf } from './governing'
import type { StatementInput } from './input'
import { looksRight, measureByName, measureOf } from './measure'
import type { Zone } from './outlook'
import { rankAfter, rankBefore } from './ranks'
import { behindSign, findSign, signs } from './signs'
import { carried, headOf, isHead, type SubjectReader, topicOf } from './subject'
import { classBefore, classBehind, subsetOf } from './subset'
import { spanOf, type View } from './view'
import { whenOf } from './when'

/** A sentence with numbers in it, as the fields of its statements are read from it. Offsets in the view. */
interface Sentence {
  input: StatementInput
  view: View
  zone: Zone
  start: number
  end: number
  /** Its span of the reading's text, which all its statements share. */
  span: Span
  cues: readonly Cue[]
  /** Up to the last number; null until they are asked for. */
  acts: readonly Act[] | null
  last: number
  /** A rank may be named somewhere, and a part of the place. */
  ranks: boolean
  parts: boolean
  subjects: SubjectReader
  /** Whom it speaks of from its head on; null until that is asked. */
  topic: Topic | null
  /** End of the number that was read last. */
  done: number
  /** What was made of the sentence so far. */
  made: ExtractedStatement[]
}

/** A part of the place that a stretch speaks of, '' for the place itself, and where that begins. */
interface Topic {
  owner: string
  at: number
  whole: boolean
}

const CLAUSE = signs('，；：。\n')
/** How far back in a sentence words may speak of a number. */
const REACH = 200
/** And how far back in its paragraph words may name the time of a number. */
const FAR = 600
/** How far behind a number its rank and what was done with the counted things are looked for. */
const BEHIND = 48

/** Acts of the number's clause; where it has none and leans on the clause before, of that. */
function actsFor(sentence: Sentence, at: number): readonly Act[] {
  const { view, start } = sentence
  sentence.acts ??= actsOf(view.text, start, sentence.last)
  const { acts } = sentence
  if (acts.length === 0) return NO_ACTS
  const from = behindSign(CLAUSE, view.text, at, start)
  const own = between(acts, from, at)
  if (own.length > 0 || view.text.charCodeAt(from - 1) !== COMMA) return own
  if (!ENDS_COUNTED.test(view.text.slice(Math.max(start, from - 9), from - 1))) return own
  const last = between(acts, behindSign(CLAUSE, view.text, from - 1, start), from).at(-1)
  return last && /^(?:added|done|signed)$/u.test(last.measure) ? [last] : own
}
const COMMA = 0xff0c

function between(acts: readonly Act[], from: number, to: number): readonly Act[] {
  let low = 0
  while (low < acts.length && (acts[low]?.start ?? 0) < from) low++
  let high = low
  while (high < acts.length && (acts[high]?.end ?? 0) <= to) high++
  return high === low ? NO_ACTS : acts.slice(low, high)
}
const NO_ACTS: readonly Act[] = []

/** The clause before ends with a count. */
const ENDS_COUNTED = /\d(?:\.\d+)?[万亿]?[余多]?[个座家所处条项套户栋幢公里千米平方亩米台辆株]{1,4}(?:以上|左右)?$/u

/** The rest of the number's clause, up to the next number. */
function clauseRest(sentence: Sentence, at: number): string {
  const { text } = sentence.view
  return text.slice(at, findSign(CLAUSE_ENDS, text, at, Math.min(sentence.end, at + BEHIND)))
}
const CLAUSE_ENDS = signs('，；：。、\n0123456789')

/** The words behind a number up to the next one, with the number of a rank. */
function behind(sentence: Sentence, at: number): string {
  const { text } = sentence.view
  const limit = Math.min(sentence.end, at + BEHIND)
  let end = at
  for (let ranked = false; end < limit; end++) {
    const unit = text.charCodeAt(end)
    if (unit < ZERO || unit > NINE) ranked = unit === NTH || unit === FIRST
    else if (!ranked) break
  }
  return text.slice(at, end)
}
const ZERO = 0x30
const NINE = 0x39
const NTH = '第'.charCodeAt(0)
const FIRST = '前'.charCodeAt(0)

/**
 * Makes the statements of one sentence from its drafts.
 * @param last start of the sentence's last number: what stands behind it governs none
 */
export function composer(
  input: StatementInput,
  view: View,
  zone: Zone,
  start: number,
  end: number,
  last: number,
  subjects: SubjectReader,
): (draft: Draft) => ExtractedStatement {
  const needs = needsOf(view.text, start, end)
  const sentence: Sentence = {
    input,
    view,
    zone,
    start,
    end,
    span: spanOf(view, start, end),
    cues: cuesOf(view.text, start, last, needs),
    acts: null,
    last,
    ranks: mayRank(needs),
    parts: mayPart(needs),
    subjects,
    topic: null,
    done: start,
    made: [],
  }
  return (draft) => {
    const made = compose(sentence, draft)
    if (made.rank !== '') shareRank(input.text, sentence.made, made)
    sentence.made.push(made)
    sentence.done = draft.quantity.end
    return made
  }
}

/** A rank is of its indicator, so of the amount before the rate too; 均居第一 is of all that it sums up. */
function shareRank(text: string, made: readonly ExtractedStatement[], ranked: ExtractedStatement): void {
  const all = /(?<!人)均|都|双双/u.test(ranked.rank)
  const told = text.slice(ranked.sentence.start, ranked.start)
  const from = ranked.sentence.start + Math.max(told.lastIndexOf('；'), told.lastIndexOf(';'))
  if (!all && /^(?:增速|增幅)/u.test(ranked.rank)) return
  for (let i = made.length - 1; i >= 0; i--) {
    const before = made[i]
    if (before?.rank !== '' || before.start < from || !(all || before.indicator === ranked.indicator)) return
    before.rank = ranked.rank
  }
}

/** 口径 that the indicator's name holds, where it is no part of its standard name. */
const IN_NAME =
  /登记(?=失业率)|调查(?=失业率)|全社会(?=固定资产|研发|研究)|规模以上(?=固定资产)|\d+万元以上(?=固定资产)/u

function basisFor({ made }: Sentence, words: string, indicator: string): string {
  if (words !== '') return words
  const named =
    indicator.includes('失业率') || indicator.includes('固定') || indicator.includes('研')
      ? (IN_NAME.exec(indicator)?.[0] ?? '')
      : ''
  if (named !== '') return named
  const before = made.at(-1)
  return before && before.indicator === indicator && before.kind === 'level' ? before.basis : ''
}

/** Whose the number is: what its clause names, else the subject of its clause, of its sentence or of its paragraph. */
function scopeFor(sentence: Sentence, { scope, quantity, gap, rule }: Draft): string {
  const { view, start, made, subjects, parts } = sentence
  const from = headOf(view.text, quantity.start, start)
  const clause = view.text.slice(from, quantity.start)
  if (scope !== 'own') {
    if (clause.includes(scope) && isHead(clause, scope)) sentence.topic = { owner: scope, at: from, whole: false }
    return scope
  }
  const counted = clause !== gap && !(gap !== '' && JOINS.includes(gap.charAt(0)))
  const own = counted ? '' : subjects.read(gap, parts)
  const subject = own !== '' || clause === gap ? own : subjects.read(clause, parts)
  if (subject !== '') {
    if (isHead(clause, subject)) sentence.topic = { owner: subject, at: from, whole: false }
    return subject
  }
  const { owner, at, whole } = sentence.topic ?? paragraphTopic(sentence)
  const before = made.at(-1)
  if (before && LEANING.has(rule))
    return rule === 'attribute' && /^全[国省]$/u.test(before.scope) ? 'own' : before.scope
  if (owner === '' && (!before || before.scope === 'own')) return 'own'
  const between = before ? view.text.slice(sentence.done, quantity.start) : ''
  return carried(subjects, owner, whole, view.text.slice(at, quantity.start), before?.scope ?? 'own', between) || 'own'
}

const JOINS = '、和及与'

/** Whom the sentence, or else its paragraph, speaks of from the head on. */
function paragraphTopic(sentence: Sentence): Topic {
  const { view, zone, start, subjects } = sentence
  zone.topic ??= topicOf(subjects, view.text.slice(zone.start, zone.start + HEAD), true)
  const own = sentence.parts ? topicOf(subjects, view.text.slice(start, start + HEAD), false) : ''
  const head = own === '' ? zone.topic : own
  sentence.topic = { owner: head, at: start, whole: true }
  return sentence.topic
}
const HEAD = 24

/** What a number is part of: a 其中 holds for its clause, and on for the same thing or the same unit. */
function partFor({ view, start, made }: Sentence, { partOf, quantity, indicator, gap }: Draft): string {
  const last = made.at(-1)
  if (partOf === '') {
    if (!last || last.indicator === '') return ''
    if (gap.includes('其中')) return last.part_of || last.indicator
    return last.indicator === indicator && last.part_of !== indicator ? last.part_of : ''
  }
  const between = view.text.slice(start, quantity.start)
  const rest = between.slice(between.lastIndexOf('其中') + 2)
  if (rest.includes('；')) return ''
  if (!rest.includes('，', 1)) return partOf
  const before = last
  if (!before || before.part_of === '') return /\d/u.test(rest) ? '' : partOf
  return before.unit === quantity.unit || before.indicator === indicator || indicator.startsWith(before.indicator)
    ? partOf
    : ''
}

/** The class of what is counted, where it stands between the count and the thing. */
function classAt(text: string, at: number, end: number): string {
  const limit = Math.min(end, at + CLASS)
  for (let i = at; i < limit; i++) if (text.charCodeAt(i) === ABOVE) return classBehind(text.slice(at, at + BEHIND))
  return ''
}
/** 以上 of a class ends so many characters behind the count at most. */
const CLASS = 14
const ABOVE = 0x4e0a

/** 共, 合计 in the number's clause: of the years that are spoken of. */
const SUMMED = /(?:(?<!公)共(?![同建享])|累计|合计)[^，。；]*$/u
const SUM = 40

/** What class of the indicator it is, by its name, or by the threshold before or behind the count. */
function subsetFor(sentence: Sentence, { indicator, canonical, quantity, kind }: Draft): string {
  const { view, end, made } = sentence
  const named = subsetOf(indicator, canonical)
  if (named !== '' || kind !== 'level') return named
  const before = made.at(-1)
  if (before && before.comparator === 'ge' && before.unit.endsWith('元')) {
    const between = view.text.slice(sentence.done, quantity.start)
    const told = classBefore(before.quantity, between)
    if (told !== '') return told
  }
  return classAt(view.text, quantity.end, end)
}

/** A deadline that stands behind what is counted: 20户企业年内完成搬迁. */
function dueBehind(sentence: Sentence, { quantity, rule }: Draft): string {
  if (!rule.startsWith('right')) return ''
  const rest = clauseRest(sentence, quantity.end)
  return rest.includes('年内') || rest.includes('前') ? (DUE_BEHIND.exec(rest)?.[1] ?? '') : ''
}
const DUE_BEHIND = /[^，。；]{2,16}?(年内|年底前|汛期前)/u

function measureFor(sentence: Sentence, draft: Draft, span: boolean): ExtractedStatement['measure'] {
  const { indicator, canonical, gap, rule } = draft
  const { start, end, unit } = draft.quantity
  const named = measureByName(indicator, canonical, unit, rule)
  if (named !== null) return named
  return measureOf({
    indicator,
    gap,
    unit,
    span,
    summed: span && SUMMED.test(sentence.view.text.slice(Math.max(sentence.start, start - SUM), start)),
    acts: actsFor(sentence, start),
    after: looksRight(gap) || rule.startsWith('right') ? clauseRest(sentence, end) : '',
  })
}

/** A naming rule that is less sure than this found no name. */
const DOUBT = 0.5

function compose(sentence: Sentence, draft: Draft): ExtractedStatement {
  const { input, view, zone, start, cues, ranks } = sentence
  const { quantity, indicator, canonical, kind, gap } = draft
  const span = spanOf(view, quantity.start, quantity.end)
  const before = view.text.slice(Math.max(start, quantity.start - REACH), quantity.start)
  const when = whenOf({
    zone,
    paragraph: view.text.slice(Math.max(zone.start, quantity.start - FAR), quantity.start),
    sentence: before,
    gap,
    kind,
    indicator,
    reportYear: input.year,
  })
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
  const measure = kind === 'level' ? measureFor(sentence, draft, when.year.includes('-')) : ''
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
    scope: scopeFor(sentence, draft),
    article: 'main',
    period: words.period,
    wording: words.wording,
    part_of: partFor(sentence, draft),
    base: words.base,
    rank: ranks ? rankAfter(behind(sentence, quantity.end), indicator) || rankBefore(gap) : '',
    basis: basisFor(sentence, words.basis, indicator),
    measure,
    subset: subsetFor(sentence, draft),
    binding: target ? bindingIn(cues, at) || (zone.expected ? 'expected' : '') : '',
    due: target ? words.due || dueBehind(sentence, draft) : '',
    list: target ? zone.list : '',
    sentence: sentence.span,
    rule: `${draft.rule}+${when.by}`,
    confidence: confidenceOf({
      naming: draft.rule,
      known: canonical !== '',
      length: indicator.length,
      by: when.by,
      chinese: quantity.chinese,
      doubtful: draft.confidence < DOUBT,
    }),
  }
}
