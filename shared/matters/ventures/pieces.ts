import type { VentureStage } from '#shared/model/matter'
import { hasHead } from './proper'
import { followingStage, PREDICATES, type Told, VERBS } from './stages'
import { IN_NAMES, KIND_OF_LIST, LEADING, OTHER_LISTS, REFUSING, TELLING } from './words.data'

/** A part of a clause that may be a name; offsets in the clause, end exclusive. */
export interface Piece {
  /** From the end of the part before. */
  start: number
  /** The name, without verbs and attributes before it and without what is told behind it. */
  from: number
  to: number
  /** The verb before it, null where another part's or none governs it. */
  governing: Told | null
  /** What is told behind it, null where nothing is. */
  following: Told | null
  /** What 的 joins to it: 总投资50亿元, 位于…. */
  attribute: string
}

/** The parts of a clause, and whether they are listed as examples of projects (A、B等项目). */
export interface Parts {
  pieces: Piece[]
  listed: boolean
}

const VERB = new RegExp([...VERBS.keys()].join('|'), 'gu')
const WEAK: ReadonlySet<string> = new Set(IN_NAMES.split('|'))
const LEAD = new RegExp(`^(?:${LEADING})`, 'u')
const ETC = /(?<![高初中平同均何特优对相不])等(?!级|离子|温|专|待|额)/u
const JOIN = /以及|(?<![涉普埃以])及(?!时)|(?<![共祥人义平温缓])和(?![平谐合睦顺田县气])|(?<!参)与(?!会)|暨/gu
const OPENING = '（“《【〔'
const CLOSING = '）”》】〕'

/** The parts of a clause between 、, leaving those in brackets and quotes together. */
function cutList(clause: string): [number, number][] {
  const cuts: [number, number][] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < clause.length; at++) {
    const c = clause[at] ?? ''
    if (OPENING.includes(c)) depth++
    else if (CLOSING.includes(c)) depth = Math.max(0, depth - 1)
    else if (c === '、' && depth === 0) {
      cuts.push([start, at])
      start = at + 1
    }
  }
  cuts.push([start, clause.length])
  return cuts
}

/** Where names inside a part are joined by 和 and the like: behind something that is a name by its end, or in a list. */
function cutJoins(clause: string, [start, end]: [number, number], listed: boolean): [number, number][] {
  const part = clause.slice(start, end)
  const cuts: [number, number][] = []
  let from = 0
  for (const found of part.matchAll(JOIN)) {
    const left = part.slice(from, found.index)
    const right = part.slice(found.index + found[0].length)
    if (left.length < 2 || right.length < 2 || !balanced(left)) continue
    const name = left.slice(leadOf(left).from)
    if (name.length < 2 || !(hasHead(name) || (listed && name.length >= 3 && name.length <= 14))) continue
    cuts.push([start + from, start + found.index])
    from = found.index + found[0].length
  }
  cuts.push([start + from, end])
  return cuts
}

const balanced = (text: string): boolean =>
  [...text].filter((c) => OPENING.includes(c)).length === [...text].filter((c) => CLOSING.includes(c)).length

/** Where the name begins: behind the last verb that governs it and what only leads to it. */
function leadOf(part: string): { from: number; governing: Told | null } {
  let from = 0
  let governing: Told | null = null
  const pass = (): void => {
    for (let lead = LEAD.exec(part.slice(from)); lead; lead = LEAD.exec(part.slice(from))) from += lead[0].length
  }
  for (const found of part.matchAll(VERB)) {
    if (found.index >= from) pass()
    const end = found.index + found[0].length
    if (end > part.length - 2 || found.index < from) continue
    if (found.index > from && WEAK.has(found[0])) continue
    if (found.index > from + 2 && TELLS.test(found[0]) && hasHead(part.slice(from, found.index))) break
    if (/^(?:建设|工作|[^、]{0,2}$)/u.test(part.slice(end)) && found.index > from) continue
    const stage = VERBS.get(found[0]) ?? ''
    const chained = found.index === from && governing !== null
    if (!chained || (stage !== 'building' && stage !== '')) governing = { stage, words: found[0] }
    from = end
    pass()
  }
  pass()
  const dash = part.lastIndexOf('——')
  if (dash >= from) from = dash + 2
  return { from, governing }
}

const TELLS = new RegExp(`^(?:${TELLING})`, 'u')
const TELLING_WORDS = new RegExp(TELLING, 'gu')

/** Where what is told of a name begins: a telling word behind something that ends like a name. */
function toldFrom(part: string, from: number): number {
  for (const found of part.slice(from).matchAll(TELLING_WORDS)) {
    const at = from + found.index
    if (found.index < 3 || !hasHead(part.slice(from, at))) continue
    if (!hasHead(part.slice(at)) || /^(?:落户|落地|完成|列入|纳入|通过|首选|实现)/u.test(found[0])) return at
  }
  return -1
}

const ATTRIBUTE = /^[^“]{2,24}?的/u

function pieceOf(clause: string, [start, end]: [number, number]): Piece {
  let part = clause.slice(start, end)
  const etc = ETC.exec(part)
  const behind = etc ? part.slice(etc.index + 1) : ''
  if (etc) part = part.slice(0, etc.index)
  const { from: lead, governing } = leadOf(part)
  let from = lead
  let attribute = ''
  const attributed = ATTRIBUTE.exec(part.slice(from))
  if (attributed && part.length - from - attributed[0].length >= 3) {
    attribute = attributed[0]
    from += attribute.length
  }
  let to = part.length
  let told: Told = { stage: '', words: '' }
  const number = COUNT_BEHIND.exec(part.slice(from))
  if (etc) told = followingStage(behind)
  else if (number && number.index >= 2 && LIST.test(number[0])) {
    to = from + number.index
    told = followingStage(part.slice(to))
  } else {
    const tail = PREDICATES.exec(part.slice(from))
    const cut = tail && tail.index >= 2 ? from + tail.index : toldFrom(part, from)
    if (cut > 0) {
      to = nameEnd(part, from, cut)
      told = followingStage(part.slice(to))
    }
  }
  if (part[from] === '“' && part[to - 1] === '”' && to - from > 3) {
    from++
    to--
  }
  return { start, from: start + from, to: start + to, governing, following: told.stage === '' ? null : told, attribute }
}

/** A、B156个项目: the number closes a list. */
const COUNT_BEHIND = /(?:\d+|[一二三四五六七八九十]+)余?(?:个|条|项|座|所|处)[^，、]{1,12}$/u

/** 改造, 扩建 and 项目 right behind a name are its end, though they could tell what becomes of it. */
function nameEnd(part: string, from: number, at: number): number {
  const own =
    /^(?:[一二三四五六七八九十]期|改造|扩建|改扩建|扩能|升级|提升|主体|保护|修复|征迁)*(?:项目|工程)?/u.exec(
      part.slice(at),
    )?.[0] ?? ''
  return at + (at > from ? own.length : 0)
}

const LIST = new RegExp(KIND_OF_LIST, 'u')
const OTHER = new RegExp(OTHER_LISTS, 'u')

/** Whether what is behind 等 tells that the list is of something else than ventures. */
function isOtherList(behind: string): boolean {
  const other = OTHER.exec(behind)
  const ventures = LIST.exec(behind)
  if (other && other.index < CALLED && (!ventures || other.index < ventures.index)) return true
  return !ventures && followingStage(behind).stage === ''
}
/** What a list is called stands within so many characters. */
const CALLED = 14

/** Reads the parts of a clause that may be names, with what governs and follows each. */
export function partsOf(clause: string): Parts {
  const etc = ETC.exec(clause)
  const behind = etc ? clause.slice(etc.index + 1) : ''
  if (etc && isOtherList(behind)) return { pieces: [], listed: false }
  const number = COUNT_BEHIND.exec(clause)
  const listed = etc !== null || (number !== null && LIST.test(number[0]))
  const cuts = cutList(clause).flatMap((cut) => cutJoins(clause, cut, listed))
  return { pieces: cuts.filter(([start, end]) => end - start >= 2).map((cut) => pieceOf(clause, cut)), listed }
}

/** What is told of a part: by its own words, by those before it that govern the list, by those that end it. */
export function stageOf(pieces: readonly Piece[], at: number): { stage: VentureStage; words: string; told: boolean } {
  let governing: Told | null = null
  for (let i = at; i >= 0; i--) {
    const piece = pieces[i]
    if (i < at && piece?.following) break
    if (piece?.governing) {
      governing = piece.governing
      break
    }
  }
  let following: Told | null = null
  for (let i = at; i < pieces.length; i++) {
    const piece = pieces[i]
    if (i > at && piece?.governing) break
    if (piece?.following) {
      following = piece.following
      break
    }
  }
  return joined(governing, following)
}

function joined(governing: Told | null, following: Told | null): { stage: VentureStage; words: string; told: boolean } {
  if (governing && REFUSE.has(governing.words)) return { stage: '', words: '', told: false }
  const governs = governing !== null && governing.stage !== ''
  if (governing?.words === '争取' && following) return { ...following, told: true }
  const decides = following && (following.stage !== 'building' || !governs) ? following : governing
  const both = governing && following && LATE.has(governing.stage) && following.stage !== 'planned'
  const one = both && governing.stage === 'in_use' ? governing : decides
  return { stage: one?.stage ?? '', words: one?.words ?? '', told: one !== null && one.stage !== '' }
}
const REFUSE: ReadonlySet<string> = new Set(REFUSING.split('|'))
const LATE: ReadonlySet<VentureStage> = new Set(['completed', 'in_use'])
