import type { Comparator, ExtractedStatement, StatementKind } from '#shared/model/statement'
import type { Quantity } from './scan'
import { SUFFIX_HEADS } from './sentence'
import { endsWithSign, holdsSign, signs, signsIn, startsWithSign } from './signs'
import { traitsOf } from './traits'

const DECLINE = /下降|减少|降低|压减|压缩|回落|缩减|削减|负增长|缩短|收窄|降幅|下滑|精简|下调/u
const GROWTH =
  /增长|增加|增幅|增速|提高|上涨|上升|提升|改善|涨幅|递增|扩大|翻|下降|减少|降低|压减|压缩|回落|缩减|削减|缩短|收窄|降幅|下滑|精简|(?<![新净])增$/u
/** 提高到, 降至: what follows is where it came to, not by how much. */
const ARRIVAL =
  /(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|压减|回落|缩短|扩大|精简|发展|增|降|升|控制|保持|稳定|缩减)(?:到|至|为|成|在)(?:了)?(?:月人均|年人均|人均|每[^，]{0,4})?[^，]{0,3}$/u
const RATE_NOUN = /增速|增幅|涨幅|降幅/u

/** Verbs of change count next to the number, or as the clause's own verb in front: 减少文件36%. */
function grows(before: string): boolean {
  const near = before.slice(-NEAR).replace(/自然增长率|增加值|增长极/gu, '')
  return GROWTH.test(near) || /^(?:、|和)?(?:减少|压减|压缩|缩减|削减|降低|精简)/u.test(before)
}
const NEAR = 14

/** 总量, 增速, 比重, 百分点: from the unit and the words before it. */
export function kindOf(quantity: Quantity, before: string, canonical: string): StatementKind {
  const { unit } = quantity
  if (traitsOf(unit).points) return 'points'
  if (unit === '番') return 'growth'
  const rate = unit.startsWith('%') || unit === '‰' || unit === '倍' || unit === '成'
  if (!rate) return 'level'
  if (canonical === 'cpi') return 'growth'
  if (/占(?![有地补用道领])[^，]*$/u.test(before)) return 'ratio'
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

const PERIOD =
  /(?:截至)?\d{0,4}年?(?:前三季度|上半年|下半年|一季度|前[一二三四五六七八九十\d]{1,2}个?月|1[-—至]\d{1,2}月份?)|截至(?:目前|\d{0,4}年?\d{1,2}月(?:底|末|份|\d{1,2}日)?)|(?:过去|今后|未来)?五年(?:来|累计|间)?|“?十[一二三四]五”?(?:时期|期间|以来|末)|年均|全年/u
const WORDING = /确保|力争|争取|计划|拟|预计|初步统计|初步核算|预期|努力|有望|不低于/u
const DUE = /(?:\d{4}年)?(?:年底前?|年末|\d{1,2}月(?:底|末|份)?前|上半年|年内|明年[^，。]{0,4}前|三季度末?|6月底)/u
const BASIS =
  /区本级|市本级|县本级|本级|辖区|可比价格?|现价|同口径|自然口径|扣除留抵退税[^，）]{0,6}|剔除[^，）]{1,16}因素|不含农户|全社会|全口径|规模以上|规上|限额以上|登记(?=失业)|调查(?=失业)|初步核算|初步统计/u
const SUBSET =
  /省、?市(?:级)?重点|国家(?:级)?重点|省(?:级)?重点|市(?:级)?重点|国家级|省级|市级|县级|自治区级|非机动车|电动汽车|电动自行车|旅游(?=公厕|厕所)|生态(?=停车场)|公共(?=停车场)|立体(?=停车场)|国内(?=游客|旅游)|海外|入境/u

/** Characters of which every form of a field holds one. */
const OF_PERIOD = signs('季半前月截五十年')
const OF_WORDING = signs('保争拟计划步期努望低')
const OF_BASIS = signs('级辖价径除户社围规限登调初')
const OF_SUBSET = signs('省市国县治机车旅态公立内海境')
const OF_DUE = signs('年月季')
const NEAR_ENDS = signs('约近为致')
const LE_ENDS = signs('过高破于到大足在')
const GE_ENDS = signs('过超破于少逾均了越上')

const first = (pattern: RegExp, text: string): string => pattern.exec(text)?.[0] ?? ''

/** Fields that are words of the text, '' where they don't stand there. */
export interface Words {
  /** 前三季度, 截至11月底. */
  period: string
  /** 措辞力度: 确保, 力争. */
  wording: string
  /** Deadline, if it is a target: 年底前. */
  due: string
  /** 口径. */
  basis: string
  subset: string
}

/**
 * The words that say when, how firmly and of what a number speaks.
 * @param gap the words between the number before and this one
 * @param near the last words of the sentence up to the number
 */
export function wordsOf(gap: string, near: string, indicator: string): Words {
  const inGap = signsIn(gap)
  const inNear = signsIn(near)
  const inName = signsIn(indicator)
  return {
    period: (inGap & OF_PERIOD ? first(PERIOD, gap) : '') || (inNear & OF_PERIOD ? first(PERIOD, near) : ''),
    wording: (inGap & OF_WORDING ? first(WORDING, gap) : '') || (inNear & OF_WORDING ? first(WORDING, near) : ''),
    due: inGap & OF_DUE ? first(DUE, gap) : '',
    basis: (inGap | inName) & OF_BASIS ? first(BASIS, gap + indicator) : '',
    subset: inName & OF_SUBSET ? first(SUBSET, indicator) : '',
  }
}

/** Characters of which every form of a measure holds one. */
const OF_MEASURE = signs('总净累新量数额达现拥签争申完建实改加')

/** 计量方式, as far as the words tell. */
export function measureOf(indicator: string, clause: string, kind: StatementKind): ExtractedStatement['measure'] {
  if (kind !== 'level') return ''
  if (!holdsSign(OF_MEASURE, indicator) && !holdsSign(OF_MEASURE, clause)) return ''
  const text = indicator + clause
  if (indicator.includes('总投资')) return 'planned_total'
  if (text.includes('净增')) return 'net'
  if (clause.includes('累计')) return 'cumulative'
  if (/新增|新建|新设|新登记|新认定|新引进|新培育|新开工|新注册/u.test(text)) return 'added'
  if (/总量|总数|保有量|余额|存量|达到|现有|拥有|总数达/u.test(text)) return 'stock'
  if (/签约|签订/u.test(text)) return 'signed'
  if (/争取|申报/u.test(text)) return 'sought'
  return /完成|建成|实施|改造|加装/u.test(text) ? 'done' : ''
}

/** 约束性, 预期性, where the sentence says so. */
export function bindingOf(sentence: string): ExtractedStatement['binding'] {
  if (sentence.includes('约束性')) return 'binding'
  return sentence.includes('预期') && /预期性|预期目标/u.test(sentence) ? 'expected' : ''
}
