import { ownCharacters } from '../../text/own-words'
import { Lexicon, wordsOf } from './lexicon'
import {
  BUILT_REGIONS,
  CLASSES,
  COUNTED,
  GENERAL,
  HEADS,
  KINDS,
  LEVELS,
  LIKELY_CLASSES,
  LINES,
  NAMED,
  NAMED_HEADS,
  NO_OWNERS,
  NO_ROADS,
  OWNERS,
  PROGRAMMES,
  SINGLE_HEADS,
  SLOGANS,
  STAMPS,
} from './words.data'

const HEAD = wordsOf(HEADS)
const NAMED_HEAD = wordsOf(NAMED_HEADS)
const NO_ROAD = wordsOf(NO_ROADS)
const SINGLE_HEAD = wordsOf(SINGLE_HEADS)
const KIND = wordsOf(KINDS)
const WORKS = wordsOf(
  '项目|工程|改造|建设|提升|整治|综合|治理|扩建|改扩建|恢复|打通|拓宽|除险加固|加固|新建|延伸|维修|保护|修复|开发|更新|升级|续建',
)
const REGION = wordsOf('[区县市旗乡镇村]')
const BUILT_REGION = wordsOf(BUILT_REGIONS)
const NUMERAL = wordsOf('[一二三四五六七八九十两]')
const PROJECT = wordsOf('项目|工程')
const LEVEL = wordsOf(LEVELS)
const OWNER = wordsOf(OWNERS)
const NO_OWNER = wordsOf(NO_OWNERS)
const OWN_PART = wordsOf('项目|工程|基地|中心|园区?|改造|建设')
const SOFT = wordsOf('平台|数据库|网络?|实验室')
/** Classes, with whether nothing before them makes a name of them. */
const CLASS = new Lexicon<boolean>([
  ...CLASSES.split('|').map((word): [string, boolean] => [word, true]),
  ...LIKELY_CLASSES.split('|').map((word): [string, boolean] => [word, false]),
])
const TELLING = new Lexicon<boolean>([
  ...GENERAL.split('|').map((word): [string, boolean] => [word, false]),
  ...NAMED.split('|').map((word): [string, boolean] => [word, true]),
])
const COUNTS = wordsOf('[0123456789一二两三四五六七八九十百千几多数若全所第这该其同部本]')
const COUNTS_END = wordsOf('[个座处条所里家辆套]')
const COUNT = new RegExp(COUNTED, 'u')
const COUNTED_BEHIND = /\d[余多]?(?:个|座|处|条|所|公里|家|辆|套)$/u
const SLOGAN = new RegExp(SLOGANS, 'u')
const STAMP = new RegExp(STAMPS, 'u')
const LINE = new RegExp(LINES, 'u')
const PROGRAMME = new RegExp(PROGRAMMES, 'u')

const OPENING = '（'.charCodeAt(0)
const CLOSING = '）'.charCodeAt(0)
const QUOTE = '“'
/** A name in brackets behind another is no part of what decides: 阳江路（一期）. */
function withoutNote(text: string, from: number, to: number): number {
  if (text.charCodeAt(to - 1) !== CLOSING) return to
  for (let at = to - 2; at > from; at--) if (text.charCodeAt(at) === OPENING) return at
  return to
}

/** Whether a phrase ends in something that can be built or founded. */
export const hasHead = (text: string, from: number, to: number): boolean =>
  HEAD.before(text, withoutNote(text, from, to), from) !== null

const ETC = '等'.charCodeAt(0)
/** Whether a stretch holds something that can be built, or a list of examples. */
export function mayHoldHead(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === ETC || HEAD.before(text, at + 1, from)) return true
  return false
}

/** How far a phrase looks like a name. */
export interface Properness {
  /** How surely it is the name of one thing, 0 to 1, by its words alone. */
  readonly sure: number
  /** It ends in something that can be built; a phrase that does not is one only among names. */
  readonly head: boolean
  /** It ends in something of which a place has one: a library, a station. */
  readonly single: boolean
  /** It can't be one, whatever stands beside it. */
  readonly never: boolean
}

/** What can't be a name. */
export const NEVER: Properness = { sure: 0, head: false, single: false, never: true }
const LONGEST = 36

/** Whether the words say that it is no single thing (`never`), or name a firm or place that all know (`named`). */
function telling(text: string, from: number, to: number): 'never' | 'named' | '' {
  let named = false
  for (let at = from; at < to; at++) {
    const entry = TELLING.at(text, at, to)
    if (entry && !entry.value) return 'never'
    if (entry) named = true
  }
  return named ? 'named' : ''
}

/** Whether it ends in a class of works: `never` a name, or `likely` none; and where what is worked on ends. */
function classed(text: string, from: number, to: number): { kind: 'never' | 'likely' | ''; core: number } {
  let end = to
  for (let works = WORKS.before(text, end, from); works; works = WORKS.before(text, end, from)) end -= works.word.length
  // 小水电, 基础设施建设: a class may itself end in what is done.
  for (const at of end === to ? [to] : [to, end]) {
    const found = CLASS.before(text, at, from)
    if (found) return { kind: found.value ? 'never' : 'likely', core: end }
  }
  return { kind: '', core: end }
}

/** 低成本化改造: nothing that is built stands before what is done to it. */
const WORKS_ONLY = 0.5

/** A class with a number or letters of its own: G310提升改造工程. */
const SURE_CLASS = 0.65

/** What is as sure needs no further sign. */
const SURE = 0.85

/** Whether it may be a line between two places: the expression for those is slow. */
const mayBeLine = (words: string): boolean => words.includes('高') || words.includes('铁') || words.includes('城际')

/** How surely its characters make a name, before what its head adds. */
function surenessOf(text: string, from: number, to: number, own: number, named: boolean): number {
  let sure = Math.min(0.9, own * 0.35 + 0.05)
  if (named) sure = Math.max(sure, 0.7) + 0.05
  if (sure >= SURE) return sure
  const words = text.slice(from, to)
  if (mayBeLine(words) && LINE.test(words)) sure = Math.max(sure, 0.7) + 0.05
  return STAMP.test(words) ? Math.max(sure, 0.6) + 0.1 : sure
}

/** Whether it is a region only (延平区), or a programme whose quotes were taken off (一带一路). */
function isPlace(text: string, from: number, to: number): boolean {
  if (text[from - 1] === QUOTE && NUMERAL.at(text, from, to)) return true
  return to - from > 2 && REGION.before(text, to, from) !== null && !BUILT_REGION.before(text, to, from)
}

/** How surely a phrase of the text is the name of one thing that is built. */
export function properness(text: string, from: number, to: number): Properness {
  const length = to - from
  if (length < 2 || length > LONGEST) return NEVER
  const end = withoutNote(text, from, to)
  const { kind, core } = classed(text, from, end)
  if (kind === 'never') return NEVER
  if (LEVEL.at(text, from, to) || isPlace(text, from, end)) return NEVER
  const told = telling(text, from, to)
  if (told === 'never') return NEVER
  const words = text.slice(from, to)
  if (
    (COUNTS.at(text, from, to) && COUNT.test(words)) ||
    (COUNTS_END.before(text, to, from) && COUNTED_BEHIND.test(words)) ||
    (length <= 6 && SLOGAN.test(words)) ||
    (words.includes(QUOTE) && PROGRAMME.test(words))
  )
    return NEVER
  const own = ownCharacters(text, from, end - (OWN_PART.before(text, end, from)?.word.length ?? 0))
  const head = HEAD.before(text, end, from) !== null
  const single = SINGLE_HEAD.before(text, end, from) !== null
  if (length === 2) return { sure: own >= 1.5 ? 0.35 : 0, head, single, never: false }
  let sure = surenessOf(text, from, to, own, told === 'named')
  if (kind === 'likely') sure = own >= 2 ? sure - 0.2 : sure >= SURE_CLASS ? 0.55 : 0
  const named = NO_ROAD.before(text, core, from) ? null : NAMED_HEAD.before(text, core, from)
  if (named) {
    const at = core - named.word.length
    sure = at === from || KIND.before(text, at, from) ? sure * 0.6 : Math.max(sure, 0.7)
  }
  if (single && OWNER.at(text, from, to) && !NO_OWNER.at(text, from, to)) sure = Math.max(sure, 0.6)
  else if (core < end && !PROJECT.before(text, end, from) && HEAD.before(text, core, from) === null) sure *= WORKS_ONLY
  if (SOFT.before(text, end, from)) sure -= 0.3
  return { sure: Math.min(0.95, sure), head, single, never: false }
}
