import { ownCharacters } from './own-words'
import { CLASSES, COUNTED, HEADS, KINDS, LINES, NAMED, NAMED_HEADS, STAMPS } from './words.data'

const HEAD = new RegExp(`(?:${HEADS})$`, 'u')
const NAMED_HEAD = new RegExp(`(?:${NAMED_HEADS})$`, 'u')
const KIND = new RegExp(`(?:^|${KINDS})$`, 'u')
const CLASS = new RegExp(`(?:${CLASSES})(?:改造|建设|提升|整治|综合)*(?:项目|工程)?$`, 'u')
const COUNT = new RegExp(`^(?:${COUNTED})`, 'u')
const NAME = new RegExp(NAMED, 'u')
const STAMP = new RegExp(STAMPS, 'u')
const LINE = new RegExp(LINES, 'u')
const PROGRAMME = /^“[^”]*”(?:工程|项目|行动|计划)?$/u
const OWN_PART = /(?:项目|工程|基地|中心|园区?|改造|建设)$/u

/** Whether a phrase ends in something that can be built or founded. */
export const hasHead = (phrase: string): boolean => HEAD.test(phrase)

/**
 * How surely a phrase is the name of one thing, 0 to 1.
 * @param listed it stands in a list of such (A、B等项目)
 */
export function properness(phrase: string, listed: boolean): number {
  if (phrase.length < 3 || phrase.length > LONGEST || COUNT.test(phrase) || PROGRAMME.test(phrase)) return 0
  const head = hasHead(phrase)
  if (!head && !listed) return 0
  if (CLASS.test(phrase)) return 0
  const own = ownCharacters(phrase.replace(OWN_PART, ''))
  let sure = Math.min(0.9, own * 0.35 + 0.05)
  if (LINE.test(phrase) || NAME.test(phrase)) sure = Math.max(sure, 0.7) + 0.05
  if (STAMP.test(phrase)) sure = Math.max(sure, 0.6) + 0.1
  const named = NAMED_HEAD.exec(phrase)
  if (named) sure = KIND.test(phrase.slice(0, named.index)) ? sure * 0.6 : Math.max(sure, 0.7)
  return Math.min(0.95, listed ? sure + 0.1 : sure)
}
const LONGEST = 36
