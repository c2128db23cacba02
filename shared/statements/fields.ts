import type { Comparator, StatementKind } from '#shared/model/statement'
import type { Quantity } from './scan'
import { SUFFIX_HEADS } from './sentence'
import { endsWithSign, signs, startsWithSign } from './signs'
import { traitsOf } from './traits'

const DECLINE = /下降|减少|降低|压减|压缩|回落|缩减|削减|负增长|缩短|收窄|降幅|下滑|精简|下调/u
const GROWTH =
  /增长|增加|增幅|增速|提高|上涨|上升|提升|改善|涨幅|递增|扩大|翻|下降|减少|降低|压减|压缩|回落|缩减|削减|缩短|收窄|降幅|下滑|精简|(?<![新净])增$/u
/** 提高到, 降至: what follows is where it came to, not by how much. */
const ARRIVAL =
  /(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|压减|回落|缩短|扩大|精简|发展|增|降|升|控制|保持|稳定|缩减)(?:到|至|为|成|在)(?:了)?(?:(?:\d{4}年[底末]?|\d{1,2}月份?)的?(?![增下降]))?(?:月人均|年人均|人均|每[^，]{0,4})?[^，]{0,3}$/u
const RATE_NOUN = /增速|增幅|涨幅|降幅/u

/** Verbs of change count next to the number, or as the clause's own verb in front: 减少文件36%. */
function grows(before: string): boolean {
  const near = before.slice(-NEAR).replace(/自然增长率|增加值|增长极/gu, '')
  return GROWTH.test(near) || /^(?:、|和)?(?:减少|压减|压缩|缩减|削减|降低|精简)/u.test(before)
}
const NEAR = 14
/** An index of prices (102.9%) is above this, a rise of them below. */
const INDEX = 90

/** 总量, 增速, 比重, 百分点: from the unit and the words before it. */
export function kindOf(quantity: Quantity, before: string, canonical: string): StatementKind {
  const { unit } = quantity
  if (traitsOf(unit).points) return 'points'
  if (unit === '番') return 'growth'
  const rate = unit.startsWith('%') || unit === '‰' || unit === '倍' || unit === '成'
  if (!rate) return 'level'
  if (canonical === 'cpi') return quantity.value > INDEX ? 'ratio' : 'growth'
  if (before.includes('占') && /占(?![有地补用道领])[^，]*$/u.test(before)) return 'ratio'
  if (RATE_NOUN.test(before)) return 'growth'
  if (ARRIVAL.test(before)) return 'ratio'
  return grows(before) ? 'growth' : 'ratio'
}

/** −1 where the words before make a growth or a difference a decline. */
export function signOf(kind: StatementKind, before: string): 1 | -1 {
  return (kind === 'growth' || kind === 'points') &&
    DECLINE.test(before) &&
    !/(?:增长|提高|上升|增加)[^，]{0,4}$/u.test(before)
    ? -1
    : 1
}

const GE_BEFORE = /(?:超过|超|突破|不低于|不少于|不小于|逾|大于|至少|高于|多于|突破了|超过了|跨越|迈上)(?:年均|了)?$/u
const LE_BEFORE =
  /(?:不超过|不高于|不突破|(?<!不)低于|(?<!不)少于|(?<!不)小于|不大于|不到|(?<!明显)不足|控制在|最高[^，]{0,6}|最多[^，]{0,4})$/u
const APPROX_BEFORE = /(?:(?<![节签预契集简特条])约|近|接近|约为|大约|将近|大致)$/u
const GE_AFTER = /^(?:人民币)?(?:及以上|以上)/u
const LE_AFTER = /^(?:人民币)?(?:以内|以下|之内|及以下)/u
const APPROX_AFTER = /^(?:人民币)?(?:左右|上下)/u

/** 以上, 以内, 左右, 超过 … in the words on both sides of a number. */
export function comparatorOf(quantity: Quantity, before: string, after: string): Comparator {
  if (quantity.high !== null) return 'range'
  if (endsWithSign(NEAR_ENDS, before) && APPROX_BEFORE.test(before) && !/[附邻最就临远]近$/u.test(before))
    return 'approx'
  if (startsWithSign(SUFFIX_HEADS, after)) {
    if (LE_AFTER.test(after)) return 'le'
    if (GE_AFTER.test(after)) return 'ge'
    if (APPROX_AFTER.test(after)) return 'approx'
  }
  if ((endsWithSign(LE_ENDS, before) || before.includes('最')) && LE_BEFORE.test(before))
    return /控制在$/u.test(before) ? 'eq' : 'le'
  if (traitsOf(quantity.unit).points && /(?:高于|低于|超|超过)[^，]{0,8}$/u.test(before)) {
    return /(?:超过|突破)$/u.test(before) ? 'ge' : 'eq'
  }
  if (quantity.more || (endsWithSign(GE_ENDS, before) && GE_BEFORE.test(before))) return 'ge'
  return 'eq'
}

/** Last characters of which every form holds one. */
const NEAR_ENDS = signs('约近为致')
const LE_ENDS = signs('过高破于到大足在')
const GE_ENDS = signs('过超破于少逾均了越上')
