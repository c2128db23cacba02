import { wordsOf } from './lexicon'
import { DASH as DASHES, ETC as ETCS, JOIN, NUMERAL as NUMERALS_SEEN, OF as OFS } from './marks'
import { hasHead } from './proper'
import { followingStage, LEADS, TAIL, type Told, VERBS, type Verb } from './stages'
import { KIND_OF_LIST, OTHER_LISTS, STILL_VENTURES, TELLING } from './words.data'

/** A part of a clause that may be a name; offsets in the view, end exclusive. */
export interface Piece {
  /** From the end of the part before. */
  readonly start: number
  /** The name, without verbs and attributes before it and without what is told behind it. */
  readonly from: number
  readonly to: number
  /** The verb before it, null where another part's or none governs it. */
  readonly governing: Verb | null
  /** What is told behind it, null where nothing is. */
  readonly following: Told | null
  /** Where what 的 joins to it begins (总投资50亿元的…); `from` where nothing does. */
  readonly attribute: number
  /** It is listed as an example of projects (A、B等项目). */
  readonly listed: boolean
}

const OPENING = '（“《【〔'
const CLOSING = '）”》】〕'
const SEPARATES = wordsOf(`[${OPENING}${CLOSING}、和及与暨以]`)
const KIND = wordsOf(KIND_OF_LIST)
const OTHER = wordsOf(OTHER_LISTS)
const STILL = wordsOf(STILL_VENTURES)
const JOINS = wordsOf('以及|及|和|与|暨')
/** Where 和 and the like are part of a word. */
const NO_JOINS = wordsOf(
  '涉及|普及|埃及|及时|共和|祥和|人和|义和|平和|温和|缓和|和平|和谐|和合|和睦|和顺|和田|和县|和昌|参与|与会',
)
const TOLD_BEHIND = wordsOf(TELLING)
/** Behind these the name is done even where a name's last word follows: 落户工业园区. */
const TAKES_OBJECT = wordsOf('落户|落地|完成|列入|纳入|通过|首选|实现')
const ETC = '等'.charCodeAt(0)
const DASH = '—'.charCodeAt(0)
const OPENS = '“'.charCodeAt(0)
const CLOSES_QUOTE = '”'.charCodeAt(0)
const COMMA = '、'.charCodeAt(0)
const OF = '的'.charCodeAt(0)
const NOT_ETC_BEHIND = '级离温专待额'
const NOT_ETC_BEFORE = '高初中平同均何特优对相不'

/** Where a character stands between two offsets; -1 where it does not. A search of the whole text would be quadratic. */
function indexWithin(text: string, unit: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === unit) return at
  return -1
}

/** Where 等 ends a list; -1 where none does. */
function etcIn(text: string, from: number, to: number): number {
  for (let at = indexWithin(text, ETC, from, to); at >= 0; at = indexWithin(text, ETC, at + 1, to)) {
    if (at === from || NOT_ETC_BEFORE.includes(text.charAt(at - 1))) continue
    if (at + 1 === to || !NOT_ETC_BEHIND.includes(text.charAt(at + 1))) return at
  }
  return -1
}

const NUMERALS = /^(?:\d+|[一二三四五六七八九十]+)余?(?:个|条|项|座|所|处)/u
const NUMERAL = wordsOf('[0123456789一二三四五六七八九十]')
const isNumeral = (text: string, at: number): boolean => NUMERAL.at(text, at, at + 1) !== null

/** So many characters from the end a number closes a list. */
const CLOSES = 17

/** Where a number closes a list (A、B156个项目); -1 where none does. */
function numberIn(text: string, from: number, to: number): number {
  for (let at = Math.max(from + 2, to - CLOSES); at < to - 2; at++) {
    if (!isNumeral(text, at) || isNumeral(text, at - 1)) continue
    const found = NUMERALS.exec(text.slice(at, at + 8))
    if (found && indexWithin(text, COMMA, at, to) < 0 && KIND.first(text, at + found[0].length, to)) return at
  }
  return -1
}

/** Whether what is behind 等 tells that the list is of something else than ventures. */
function isOtherList(text: string, from: number, to: number): boolean {
  if (from >= to) return false
  const other = OTHER.first(text, from, Math.min(to, from + CALLED))
  const kind = KIND.first(text, from, to)
  if (other && (!kind || other.at < kind.at)) {
    const end = other.at + other.word.length
    if (!STILL.first(text, end, Math.min(to, end + CALLED / 2))) return true
  }
  return !kind && !NUMERALS.test(text.slice(from, from + 8)) && followingStage(text, from, to).stage === ''
}
/** What a list is called stands within so many characters. */
const CALLED = 16

/** Offsets at which the parts of a clause end, at 、 and 和 outside of brackets and quotes; each with where the next begins. */
function cutsOf(text: string, from: number, to: number, bounds: Bounds): [number, number][] {
  const cuts: [number, number][] = []
  let depth = 0
  let start = from
  for (let at = from; at < to; at++) {
    if (!SEPARATES.at(text, at, to)) continue
    const c = text.charAt(at)
    if (c === '“' && depth === 0 && text.charCodeAt(at - 1) === CLOSES_QUOTE && at > start) {
      cuts.push([start, at])
      start = at
    }
    if (OPENING.includes(c)) depth++
    else if (CLOSING.includes(c)) depth = Math.max(0, depth - 1)
    const join = depth > 0 ? 0 : c === '、' ? 1 : joinAt(text, start, at, to, bounds)
    if (join > 0) {
      cuts.push([start, at])
      start = at + join
      at = start - 1
    }
  }
  cuts.push([start, to])
  return cuts
}

/** Length of a word that joins two names at an offset: one must end before it, or stand in a list; 0 for none. */
function joinAt(text: string, start: number, at: number, to: number, { listed, seen }: Bounds): number {
  const join = JOINS.at(text, at, to)
  if (!join || at - start < 2 || to - at - join.word.length < 2) return 0
  if (NO_JOINS.at(text, at, to) || NO_JOINS.at(text, at - 1, to)) return 0
  const { from } = leadOf(text, start, to, seen)
  const length = at - from
  const name = length >= 2 && (hasHead(text, from, at) || (listed && length >= 3 && length <= 14))
  return name ? join.word.length : 0
}

/** Where words that lead to a name end. */
function behindLeads(text: string, from: number, to: number): number {
  let at = from
  for (let lead = LEADS.at(text, at, to); lead; lead = LEADS.at(text, at, to)) at += lead.word.length
  return at
}

/** Where the name begins: behind the last verb that governs it and what only leads to it. */
function leadOf(text: string, start: number, to: number, seen: number): { from: number; governing: Verb | null } {
  let from = start
  let governing: Verb | null = null
  let quoted = false
  for (let at = start; at < to - 2; at++) {
    const unit = text.charCodeAt(at)
    if (unit === OPENS) quoted = at > from
    else if (unit === CLOSES_QUOTE) quoted = false
    if (quoted) continue
    if (at === from) {
      const led = behindLeads(text, at, to)
      const verb = VERBS.at(text, at, to)
      if (!verb) from = led
    }
    if (at < from) continue
    const verb = VERBS.at(text, at, to)?.value
    if (!verb) continue
    const end = at + verb.words.length
    if (!governs(text, from, at, end, to, verb)) {
      if (at > from + 2 && TOLD_BEHIND.at(text, at, to) && hasHead(text, from, at)) break
      continue
    }
    if (at > from || !governing || (verb.stage !== 'building' && verb.stage !== '')) governing = verb
    from = end
    at = end - 1
  }
  from = behindLeads(text, from, to)
  const dash = (seen & DASHES) === 0 ? -1 : indexWithin(text, DASH, from, to - 2)
  return { from: dash >= 0 && text.charCodeAt(dash + 1) === DASH ? dash + 2 : from, governing }
}

/** Whether a verb governs what is behind it, rather than being part of a name or told of one. */
function governs(text: string, from: number, at: number, end: number, to: number, verb: Verb): boolean {
  if (end > to - 2) return false
  if (at === from) return true
  if (verb.weak || to - end < 3) return false
  if (at > from + 2 && TOLD_BEHIND.at(text, at, to) && hasHead(text, from, at)) return false
  return !text.startsWith('建设', end) && !text.startsWith('工作', end)
}

/** Where what is told behind a name begins: the words at the end that all tell, else a telling word behind a name's end. */
function tailOf(text: string, from: number, to: number): number {
  let at = to
  for (let word = TAIL.before(text, at, from); word; word = TAIL.before(text, at, from)) at -= word.word.length
  if (at < to && at >= from + 2) return at
  for (at = from + 3; at < to; at++) {
    if (!TOLD_BEHIND.at(text, at, to) || !hasHead(text, from, at)) continue
    if (!hasHead(text, at, to) || TAKES_OBJECT.at(text, at, to)) return at
  }
  return to
}

const ENDS_NAME = wordsOf('[一二三四五六七八九十]期|改造|扩建|改扩建|扩能|升级|提升|保护|修复|项目|工程')

/** 改造, 扩建 and 项目 right behind a name are its end, though they could tell what becomes of it. */
function nameEnd(text: string, at: number, to: number): number {
  let end = at
  for (let word = ENDS_NAME.at(text, end, to); word; word = ENDS_NAME.at(text, end, to)) end += word.word.length
  return end
}

const ATTRIBUTE = 24
/** Where the name begins behind what 的 joins to it. */
function behindAttribute(text: string, from: number, to: number): number {
  const at = indexWithin(text, OF, from + 2, Math.min(from + ATTRIBUTE, to - 3))
  return at >= 0 ? at + 1 : from
}

const FUNDS = /（[^（）]*投资[^（）]*）$/u
/** A name ends before brackets that tell what it costs. */
const withoutFunds = (text: string, from: number, to: number): number =>
  text[to - 1] === '）' ? to - (FUNDS.exec(text.slice(from, to))?.[0].length ?? 0) : to

interface Bounds {
  readonly listed: boolean
  /** The end of what may be names, and of the clause. */
  readonly names: number
  readonly to: number
  /** The flags of the clause's characters. */
  readonly seen: number
}

function pieceOf(text: string, start: number, end: number, { names, to: clause, listed, seen }: Bounds): Piece {
  const lead = leadOf(text, start, end, seen)
  let from = (seen & OFS) === 0 ? lead.from : behindAttribute(text, lead.from, end)
  let to = end
  let following: Told | null = null
  if (end === names && names < clause) following = followingStage(text, names, clause)
  else {
    const tail = tailOf(text, from, end)
    if (tail < end) {
      to = nameEnd(text, tail, end)
      following = followingStage(text, to, end)
    }
  }
  to = withoutFunds(text, from, to)
  while (to > from + 2 && JOINS.before(text, to, from)) to--
  const attribute = lead.from
  if (text[from] === '“' && text[to - 1] === '”' && to - from > 3) {
    from++
    to--
  }
  return {
    start,
    from,
    to,
    governing: lead.governing,
    following: following?.stage ? following : null,
    attribute,
    listed,
  }
}

/** Where a second list begins behind the first one's 等 (A等项目开工、B等项目竣工); the clause's end where none does. */
function secondList(text: string, etc: number, to: number): number {
  if (etcIn(text, etc + 1, to) < 0) return to
  for (let at = etc + 2; at < to - 2; at++) {
    const join = JOINS.at(text, at, to)?.word.length ?? (text.startsWith('、', at) ? 1 : 0)
    if (join > 0) return at + join
  }
  return to
}

/**
 * Reads the parts of a clause of the view that may be names, with what governs and follows each.
 * @param seen the flags of its characters (`marks.ts`): what none of them is need not be looked for
 */
export function partsOf(text: string, from: number, clause: number, seen: number): Piece[] {
  const etc = (seen & ETCS) === 0 ? -1 : etcIn(text, from, clause)
  const to = etc >= 0 ? secondList(text, etc, clause) : clause
  const more = to < clause ? partsOf(text, to, clause, seen) : []
  if (etc >= 0 && isOtherList(text, etc + 1, to)) return more
  const names = etc >= 0 ? etc : (seen & NUMERALS_SEEN) === 0 ? -1 : numberIn(text, from, to)
  const listed = names >= 0
  const bounds = { names: listed ? names : to, to, listed, seen }
  if ((seen & JOIN) === 0 && more.length === 0)
    return bounds.names - from < 2 ? [] : [pieceOf(text, from, bounds.names, bounds)]
  const cuts = cutsOf(text, from, bounds.names, bounds).filter(([start, end]) => end - start >= 2)
  return [...cuts.map(([start, end]) => pieceOf(text, start, end, bounds)), ...more]
}

/** What is told of a part: by its own words, by those before it that govern the list, by those that end it. */
export function stageOf(pieces: readonly Piece[], at: number): Told | null {
  let governing: Verb | null = null
  for (let i = at; i >= 0 && !governing; i--) {
    if (i < at && pieces[i]?.following) break
    governing = pieces[i]?.governing ?? null
  }
  let following: Told | null = null
  for (let i = at; i < pieces.length && !following; i++) {
    if (i > at && pieces[i]?.governing) break
    following = pieces[i]?.following ?? null
  }
  return joined(governing, following)
}

function joined(governing: Verb | null, following: Told | null): Told | null {
  if (governing?.refuses) return null
  if (governing?.words === '争取' && following) return following
  const governs = governing !== null && governing.stage !== ''
  if (!following) return governs ? governing : null
  if (governing?.stage === 'in_use' && following.stage !== 'planned') return governing
  return following.stage === 'building' && governs ? governing : following
}
