import type { Money, Venture } from '#shared/model/matter'
import { holdsOwn } from '../../text/own-words'
import type { Common, Given, Sentence } from '../given'
import { wordsOf } from './lexicon'
import { clauseEnd, nextClause, ONE_OF_A_KIND } from './marks'
import { type Piece, partsOf, stageOf } from './pieces'
import { hasHead, mayHoldHead, NEVER, type Properness, properness } from './proper'
import { followingStage, type Told } from './stages'

/** A name less sure is left out. */
const LEAST = 0.5

const AMOUNT =
  /投资(?:额|规模|总额)?(?:约|达|超过?|近|逾)?(\d+(?:,\d{3})*(?:\.\d+)?)[余多]?((?:百|千)?[亿万](?:美|欧)?元)/u

/** What a venture costs, told before its name (总投资50亿元的…) or in brackets behind it. */
function amountOf(given: Given, { start, from, to }: Piece): Money | null {
  return (
    amountIn(given, start, from) ?? (given.text[to] === '（' ? amountIn(given, to, bracketEnd(given.text, to)) : null)
  )
}

/** No amount is shorter, and no words that tell a place. */
const SHORTEST = 5

/** Brackets that tell an amount are no longer. */
const BRACKET = 40
function bracketEnd(text: string, at: number): number {
  for (let end = at; end < Math.min(text.length, at + BRACKET); end++) if (text[end] === '）') return end
  return at
}

function amountIn(given: Given, start: number, end: number): Money | null {
  const found = end - start < SHORTEST ? null : AMOUNT.exec(given.text.slice(start, end))
  if (!found) return null
  const [whole, value = '', unit = ''] = found
  const at = start + found.index + whole.indexOf(value)
  const span = given.spanOf(at, start + found.index + whole.length)
  return {
    start: span.start,
    quantity: given.report.input.text.slice(span.start, span.end),
    value: Number(value.replaceAll(',', '')),
    unit,
  }
}

const PLACE = /(?:位于|坐落于|地处)([^的，]{2,16})的/u
const placeOf = (text: string, { attribute, from }: Piece): string =>
  from - attribute < SHORTEST ? '' : (PLACE.exec(text.slice(attribute, from))?.[1] ?? '')

/** How surely each part of a clause is a name: one among names is more likely one. */
function surenessOf(text: string, pieces: readonly Piece[], said: readonly (Told | null)[]): number[] {
  const [only] = pieces
  // A lone part must end in what can be built: a fifth of all parts are told so and judged no further.
  if (only && pieces.length === 1 && !only.listed && !hasHead(text, only.from, only.to)) return [0]
  const alone = pieces.map(({ from, to }, at) => (said[at] ? properness(text, from, to) : NEVER))
  let names = 0
  alone.forEach(({ sure, head }, at) => {
    const piece = pieces[at]
    if (sure >= LEAST && (head || piece?.listed)) names++
    else if (sure > 0 && piece && piece.to - piece.from === 2) names += 0.5
  })
  const among = names * 2 >= pieces.length && (pieces.length > 1 || pieces[0]?.listed === true)
  return alone.map((one, at) => {
    const piece = pieces[at]
    if (one.never || !piece) return 0
    if (piece.to - piece.from === 2) return among && pieces.length > 1 && one.sure > 0 ? LEAST : 0
    return piece.listed ? listedSureness(one, among) : unlistedSureness(one, among)
  })
}

function listedSureness({ sure, head, single }: Properness, among: boolean): number {
  if (!among) return head ? Math.min(0.95, sure + 0.1) : 0
  return Math.min(0.95, sure + 0.1 + (single ? BOOST : 0))
}

function unlistedSureness({ sure, head, single }: Properness, among: boolean): number {
  if (!among) return head ? sure : 0
  return head && single ? Math.max(sure, Math.min(LEAST, sure + BOOST)) : sure - (head ? 0 : 0.2)
}
const BOOST = 0.5

/** What the ventures of a clause share. */
interface Shared {
  given: Given
  common: Common
}

function ventureOf({ given, common }: Shared, piece: Piece, told: Told, sure: number): Venture {
  const { start, end } = given.spanOf(piece.from, piece.to)
  return {
    type: 'venture',
    start,
    end,
    role: common.role,
    year: common.year,
    scope: common.scope,
    article: common.article,
    wording: common.wording,
    due: common.due,
    period: common.period,
    list: common.list,
    sentence: common.sentence,
    name: given.report.input.text.slice(start, end),
    place: placeOf(given.text, piece),
    amount: amountOf(given, piece),
    stage: told.stage,
    stageWords: told.words,
    rule: `${piece.listed ? 'listed' : 'named'}+${common.by}`,
    confidence: Math.round(sure * 100) / 100,
  }
}

/** 力争年内开工: a short clause right behind that promises the next stage of the same. */
function promisedBehind(text: string, at: number, to: number): Told | null {
  if (text[at] !== '，') return null
  const end = clauseEnd(text, at + 1, Math.min(to, at + PROMISE))
  if (end === at + PROMISE || !PROMISED.at(text, at + 1, end)) return null
  const told = followingStage(text, at + 3, end)
  return told.stage === '' || told.stage === 'building' ? null : told
}
const PROMISE = 16
const PROMISED = wordsOf('力争|争取|确保|尽快|尽早|早日|切实保障其|保障其|保证')

/** A clause of one sentence, with the flags of its characters. */
interface Part {
  readonly from: number
  readonly to: number
  readonly seen: number
}

function readClause(given: Given, sentence: Sentence, { from, to, seen }: Part, found: Venture[]): void {
  const { text } = given
  const pieces = partsOf(text, from, to, seen)
  const said = pieces.map((_, at) => stageOf(pieces, at))
  if (!said.some((one) => one !== null)) return
  const sure = surenessOf(text, pieces, said)
  const first = pieces.find((_, at) => said[at] && (sure[at] ?? 0) >= LEAST)
  if (!first) return
  const promised = promisedBehind(text, to, sentence.end)
  const indicator = text.slice(first.from, first.to)
  const common = given.commonAt(sentence, first.from, first.to, first.from, { kind: 'level', indicator })
  pieces.forEach((piece, at) => {
    const told = said[at]
    const one = sure[at] ?? 0
    if (told && one >= LEAST) found.push(ventureOf({ given, common }, piece, promised ?? told, one))
  })
}

/** Reads the ventures of a report in the order of the text. Time grows linearly with it. */
export function readVentures(given: Given): Venture[] {
  const { text } = given
  const found: Venture[] = []
  for (let clause = nextClause(text, 0); clause; clause = nextClause(text, clause.next)) {
    const { from, to } = clause
    if (!mayHoldHead(text, from + 2, to)) continue
    if ((clause.seen & ONE_OF_A_KIND) === 0 && !holdsOwn(text, from, to)) continue
    const sentence = given.sentenceAt(clause.trigger)
    if (!sentence) continue
    const part = { from: Math.max(from, sentence.start), to: Math.min(to, sentence.end), seen: clause.seen }
    readClause(given, sentence, part, found)
  }
  return found
}
