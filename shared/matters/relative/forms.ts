import type { Relation } from '#shared/model/matter'
import type { Clause } from '../clause'
import { endsAt, type Form, formOf, type Reader } from './form'
import { readReference } from './reference'
import { readTask } from './tasks'
import { ALONE, type Alone, OWNER, TASKS } from './words.data'

const GROWS = /^(?:增长|提高|提升|上升|增加|提增|增收|发展)/u
const SLIGHTLY = /^略[增降有]/u

/** 居民收入增长与经济增长基本|同步; 与上年|持平. */
function alike(clause: Clause, at: number, word: string): Form | null {
  const { text, start } = clause
  if (word === '持平' && /[保支维坚扶主]/u.test(text.charAt(at - 1))) return null
  const rest = text.slice(at + 2, at + 6)
  const end = at + 2 + ((word === '同步' ? GROWS : SLIGHTLY).exec(rest)?.[0].length ?? 0)
  if (!endsAt(clause, end)) return null
  const held = text.slice(start, at).replace(LINKING, '')
  const joint = Math.max(held.lastIndexOf('与'), held.lastIndexOf('同'), held.lastIndexOf('跟'))
  const cut = joint >= 0 ? joint : held.lastIndexOf('和')
  const reference = cut < 0 ? '' : held.slice(cut + 1)
  if (cut < 0 && word === '持平') return formOf(clause, at, end, { relation: 'match', rule: 'level', confidence: 0.8 })
  if (!HELD.test(reference) || /\d(?!\d*年)/u.test(reference)) return null
  const degree = DEGREE.exec(text.slice(start + held.length, at))?.[0] ?? ''
  return {
    relation: 'match',
    rule: word === '同步' ? 'sync' : 'level',
    nameEnd: start + cut,
    end,
    hedge: degree,
    reference,
    inside: null,
    confidence: 0.95,
  }
}
/** Between a reference and 同步. */
const LINKING = /(?:基本上?|总体上?|大体上?|大致|保持|实现|相|能够|稳定|持续|始终)+$/u
const DEGREE = /基本|总体|大体|大致/u
/** What others keep up with. */
const HELD =
  /经济|GDP|生产总值|增长|增速|增幅|提高|收入|支出|效益|生产率|价格|物价|上年|去年|往年|同期|年初|全[国省市区州县盟]|预期|计划|目标|前[一两]?年|水平|全自治区|\d{4}年|^[国省市]$/u

const COMPARED = '高于 快于 好于 优于 大于 多于 低于 慢于 少于 跑赢 反超 赶超 远超 超过'.split(' ')
const LESS = '低慢少'

/** 增速|高于全省平均水平; 不低于经济增速. */
function compared(clause: Clause, at: number, word: string): Form | null {
  const { text } = clause
  // 超|过去五年平均: the second character of 超过 is the reference's.
  const past = word === '超过' && text.charAt(at + 2) === '去' ? at + 1 : at + word.length
  const reference = readReference(text, past)
  if (reference === '') return null
  const denied = text.charAt(at - 1) === '不'
  const less = LESS.includes(word.charAt(0))
  const relation: Relation = denied ? (less ? 'not_below' : 'not_above') : less ? 'below' : 'exceed'
  const end = past + reference.length
  return formOf(clause, denied ? at - 1 : at, end, { relation, rule: 'compare', confidence: 0.9, reference })
}

/** 政府债务余额|控制在限额以内; one with a figure is a statement. */
const LIMIT =
  /^控制在(?<reference>(?:合理|较低|适度|可控|正常|规定|法定|安全|预算|全?[国省市区州]|国家|限定|预期)?[\u4e00-\u9fff]{0,8}?(?:区间|范围|限额|红线|水平|目标|计划|指标|规模|预警线|警戒线))(?:以内|之内|以下|内)?/u

function limited(clause: Clause, at: number): Form | null {
  const task = readTask(clause, at)
  if (task) return task
  const found = LIMIT.exec(clause.text.slice(at, clause.end))
  if (!found) return null
  const reference = found.groups?.reference ?? ''
  return formOf(clause, at, at + found[0].length, { relation: 'not_above', rule: 'limit', confidence: 0.8, reference })
}

const STANDARD = new RegExp(
  `^(?:达到|保持)(?:了|或[优好超][于过])?(?<reference>(?:${OWNER}[、和及与]?)+(?:空气质量|环境空气质量)?(?:[一二三]级|平均|考核|规定|环境|控制|要求|质量)*(?:标准|平均[\\u4e00-\\u9fff]{0,4}?水平|水平|平均|要求)|(?:[国省市](?:控|定)?)?考核?(?:要求|标准)|(?:水)?功能区[^，。；、\\d]{0,4}标准|国家[^，。；、\\d]{0,10}标准)`,
  'u',
)

/** 空气质量|达到国家二级标准. */
function reached(clause: Clause, at: number): Form | null {
  const task = readTask(clause, at)
  if (task) return task
  const found = STANDARD.exec(clause.text.slice(at, clause.end))
  if (!found || /先进|领先/u.test(found[0])) return null
  const reference = found.groups?.reference ?? ''
  return formOf(clause, at, at + found[0].length, { relation: 'reach', rule: 'reach', confidence: 0.85, reference })
}

/** 断面水质|全面达标. */
const qualified = (clause: Clause, at: number, words: string): Form | null =>
  endsAt(clause, at + words.length)
    ? formOf(clause, at, at + words.length, { relation: 'reach', rule: 'standard', confidence: 0.85 })
    : null

/** 出境断面水质|均为Ⅳ类及以上; 水质|达到或优于Ⅲ类标准. */
const WATER =
  /(?<words>(?:全部|均|稳定|总体|保持|达到|优于|为|在|或|达|符合)+)(?<reference>(?:国家|地表水|环境质量|标准)*[ⅠⅡⅢⅣⅤ一二三四五]类(?:标准|水质|水体)*)(?<above>[及或]?以上)?(?:标准|水质)*/u
/** 一类 alone is a class of anything. */
const GRADES = 'Ⅰ类 Ⅱ类 Ⅲ类 Ⅳ类 一类标准 一类水 二类标准 二类水 三类标准 三类水 四类标准 四类水'.split(' ')
const [GRADE_BEFORE, GRADE_BEHIND] = [16, 12]

function graded(clause: Clause, at: number): Form | null {
  const from = Math.max(clause.start, at - GRADE_BEFORE)
  const found = WATER.exec(clause.text.slice(from, Math.min(clause.end, at + GRADE_BEHIND)))
  if (!found || from + found.index > at) return null
  const end = from + found.index + found[0].length
  if (!endsAt(clause, end)) return null
  const { words = '', reference = '', above } = found.groups ?? {}
  const relation = above !== undefined || words.includes('优于') ? 'not_below' : 'reach'
  return formOf(clause, from + found.index, end, { relation, rule: 'grade', confidence: 0.8, reference })
}

/** 外贸出口|正增长; 粮食产量|稳中有升. */
function aloneBy(forms: Alone['forms'], confidence: number): Reader['read'] {
  return (clause, at) => {
    for (const { relation, form } of forms) {
      form.lastIndex = at
      const words = form.exec(clause.text)?.[0]
      if (words !== undefined)
        return formOf(clause, at, at + words.length, { relation, rule: relation.replace('_', '-'), confidence })
    }
    return null
  }
}

/** Every way to tell a relation, those first whose finds are read before others that begin at the same place. */
export const READERS: readonly Reader[] = [
  { finds: ['同步', '持平'], read: alike },
  { finds: COMPARED, read: compared },
  { finds: ['控制在'], read: limited },
  { finds: ['达到', '水质保持'], read: (clause, at, words) => reached(clause, at + words.length - 2) },
  ...TASKS.map((finds): Reader => ({ finds, read: readTask })),
  { finds: ['达标排放', '达标'], read: qualified },
  { finds: GRADES, read: graded },
  ...ALONE.flatMap(({ finds, forms, confidence }): Reader[] =>
    finds.map((words) => ({ finds: words, read: aloneBy(forms, confidence) })),
  ),
]
