import { ownCharacters } from './own-words'
import {
  CLASSES,
  COUNTED,
  GENERAL,
  HEADS,
  KINDS,
  LIKELY_CLASSES,
  LINES,
  NAMED,
  NAMED_HEADS,
  SINGLE_HEADS,
  SLOGANS,
  STAMPS,
} from './words.data'

const HEAD = new RegExp(`(?:${HEADS})$`, 'u')
const NAMED_HEAD = new RegExp(`(?:${NAMED_HEADS})$`, 'u')
const SINGLE_HEAD = new RegExp(`(?:${SINGLE_HEADS})$`, 'u')
const KIND = new RegExp(`(?:^|${KINDS})$`, 'u')
const WORKS = '(?:改造|建设|提升|整治|综合|治理)*(?:项目|工程)?$'
const CLASS = new RegExp(`(?:${CLASSES})${WORKS}`, 'u')
const LIKELY_CLASS = new RegExp(`(?:${LIKELY_CLASSES})${WORKS}`, 'u')
const COUNT = new RegExp(`^(?:${COUNTED})`, 'u')
const GENERAL_WORD = new RegExp(GENERAL, 'u')
const SLOGAN = new RegExp(SLOGANS, 'u')
const SOFT = /(?:平台|数据库|网络?|实验室)$/u
const NAME = new RegExp(NAMED, 'u')
const STAMP = new RegExp(STAMPS, 'u')
const LINE = new RegExp(LINES, 'u')
const PROGRAMME = /^“[^”]*”(?:工程|项目|行动|计划)?$/u
const OWN_PART = /(?:项目|工程|基地|中心|园区?|改造|建设)$/u
const NOTE = /（[^）]*）$/u

/** Whether a phrase ends in something that can be built or founded. */
export const hasHead = (phrase: string): boolean => HEAD.test(phrase.replace(NOTE, ''))

/** Whether a phrase ends in something of which there is one in a place: a library, a station. */
export const isSingle = (phrase: string): boolean => SINGLE_HEAD.test(phrase)

/** How far a phrase looks like a name. */
export interface Properness {
  /** How surely it is the name of one thing, 0 to 1, by its words alone. */
  sure: number
  /** Whether it ends in something that can be built; a phrase that does not is one only among names. */
  head: boolean
  /** It can't be one, whatever stands beside it. */
  never: boolean
}

const NEVER: Properness = { sure: 0, head: false, never: true }

/** How surely a phrase is the name of one thing that is built. */
export function properness(phrase: string): Properness {
  if (phrase.length < 2 || phrase.length > LONGEST || COUNT.test(phrase) || PROGRAMME.test(phrase)) return NEVER
  if (CLASS.test(phrase) || GENERAL_WORD.test(phrase) || SLOGAN.test(phrase)) return NEVER
  const head = hasHead(phrase)
  const own = ownCharacters(phrase.replace(NOTE, '').replace(OWN_PART, ''))
  let sure = Math.min(0.9, own * 0.35 + 0.05)
  if (LIKELY_CLASS.test(phrase)) sure = own >= 2 ? sure - 0.2 : 0
  if (LINE.test(phrase) || NAME.test(phrase)) sure = Math.max(sure, 0.7) + 0.05
  if (STAMP.test(phrase)) sure = Math.max(sure, 0.6) + 0.1
  const named = NAMED_HEAD.exec(phrase)
  if (named) sure = KIND.test(phrase.slice(0, named.index)) ? sure * 0.6 : Math.max(sure, 0.7)
  if (SOFT.test(phrase)) sure -= 0.3
  if (phrase.length === 2) sure = own >= 1.5 ? 0.35 : 0
  return { sure: Math.min(0.95, sure), head, never: false }
}
const LONGEST = 36
