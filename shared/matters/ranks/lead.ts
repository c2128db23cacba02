import { parseChineseInteger } from '#shared/text/numerals'
import { findsOf } from '../finds'
import type { Order } from './orders'
import {
  ADVERB,
  BEHIND_NO_VERB,
  CAME_FROM,
  EACH,
  EVENT,
  EVENT_END,
  FIRM,
  FIRSTS,
  NO_VERB,
  OWNER,
  OWNER_END,
  OWNER_EVENT,
  OWNER_PLAIN,
  STEPS,
  STREAK,
  VERB,
} from './words.data'

/** What stands in front of an order, in its clause. */
export interface Lead {
  /** Length of the words in front that tell no rank: the thing that is ranked, '' where it is named elsewhere. */
  readonly subject: string
  /** Of whom, as the view shows it; '' where that is not told. */
  readonly among: string
  /** 考核: what ranks; it names the thing where nothing else does. */
  readonly event: string
  /** 连续16年. */
  readonly streak: number | null
  /** 均, 分别: each of several things. */
  readonly each: boolean
  /** A verb or an owner was found; bare orders are ranks only with 位 or 名. */
  readonly told: boolean
}

export interface Split {
  head: string
  among: string
  event: string
}

const TRIM = /^(?:在|了|到|我|的)+(?=.{2})|(?:之|中|里|内|的|范围内|总?排名|位次|综合)+$/gu
const trimmed = (owner: string): string => owner.replace(TRIM, '').replace(TRIM, '')

/** Splits words that end with whom an order is of. */
export function ownerAt(words: string): Split | null {
  const event = EVENT_END.exec(words)
  if (event?.groups)
    return { head: words.slice(0, event.index), among: event.groups.owner ?? '', event: event.groups.event ?? '' }
  const owner = OWNER_END.exec(words)
  return owner?.groups
    ? { head: words.slice(0, owner.index), among: trimmed(owner.groups.owner ?? ''), event: '' }
    : null
}

/** 把…放在首位 ranks nothing. */
const PUT = /[把将摆放置]在?$/u

/** What may be ranked without a verb: 政府服务能力|第5位. */
const NAME = /^[\u4e00-\u9fff“”]{3,16}(?:力|度|率|量|额|值|数|平|比|收入|指数|排名)$/u

/** The last verb of a lead with nothing behind it but whom the order is of. */
function verbAt(lead: string): Split | null {
  const verbs = findsOf(VERB, lead)
  for (let at = verbs.length - 1; at >= 0; at--) {
    const { index = 0, word: verb = '' } = verbs[at] ?? {}
    if (NO_VERB.test(lead.slice(index)) || BEHIND_NO_VERB.test(lead.slice(0, index + verb.length))) continue
    const head = lead.slice(0, index)
    const owner = lead.slice(index + verb.length)
    if (owner === '') {
      if (verb === '在' || PUT.test(head)) continue
      const bare = unadorned(head)
      return ownerAt(bare) ?? { head, among: '', event: '' }
    }
    const told = OWNER_EVENT.exec(owner)?.groups
    if (told) return { head, among: told.owner ?? '', event: told.event ?? '' }
    if ((verb.length > 1 || FIRM.test(verb) ? OWNER : OWNER_PLAIN).test(owner))
      return { head, among: trimmed(owner), event: '' }
  }
  return null
}

/** Takes the adverbs off the end of some words. */
export function unadorned(words: string): string {
  let rest = words
  for (let found = ADVERB.exec(rest); found && rest !== ''; found = ADVERB.exec(rest)) rest = rest.slice(0, found.index)
  return rest
}

/**
 * Reads the words of a clause in front of an order.
 * @returns null where they tell no rank
 */
export function leadOf(lead: string, { sure, closed }: Pick<Order, 'sure' | 'closed'>): Lead | null {
  const split = verbAt(lead) ?? ownerAt(lead)
  if (!split) {
    const bare = closed && !PUT.test(lead) ? NAME.exec(lead)?.[0] : undefined
    if (bare !== undefined && !EVENT.test(lead))
      return { subject: bare, among: '', event: '', streak: null, each: false, told: false }
    if (!sure || !EVENT.test(lead)) return null
    return { subject: '', among: '', event: lead, streak: null, each: false, told: false }
  }
  const again = verbAt(split.head)
  const head = again && again.among === '' && again.event === '' ? again.head : split.head
  const subject = unadorned(unadorned(head).replace(STEPS, '').replace(CAME_FROM, ''))
  if (FIRSTS.test(subject)) return null
  const adverbs = lead.slice(subject.length)
  const streak = STREAK.exec(lead)?.groups?.count
  return {
    subject,
    among: split.among,
    event: split.event,
    streak: streak === undefined ? null : /^\d/u.test(streak) ? Number(streak) : parseChineseInteger(streak),
    each: EACH.test(adverbs),
    told: split.among !== '' || split.event !== '',
  }
}

/** 八城区 → 8, 15个副省级城市 → 15; null where no number is told. */
export function sizeOf(among: string): number | null {
  const digits = /(\d{1,4}|[一二三四五六七八九十百]{1,4})(?:个|大|座|家|省|市|州|区|县|城)/u.exec(among)?.[1]
  if (digits === undefined || /百强|[千万]强/u.test(among)) return null
  const value = /^\d/u.test(digits) ? Number(digits) : parseChineseInteger(digits)
  return value !== null && value > 1 && value < 4000 ? value : null
}
