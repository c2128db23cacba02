import type { Span } from '#shared/model/anchor'
import type { Clause } from '../clause'
import { findsOf } from '../finds'
import type { Form } from './form'

const BODY =
  '(?:党?中央|国家|全?省|自治区|市|上级|国|区|县|州|盟|兵团|自治州)(?:委市政府|委省政府|委|政府|级|里|上|厅)?'
const TOLD = '下达|[核规确]?定|下(?!降|年|半|大)|分配|考核|控制?|要求|计划(?!生育)|责任|约束性|交办'
/** What a task is called. */
const HEAD =
  '(?:考核|控制|约束性|年度|责任|进度|预期|计划(?!生育)|工作|目标|总量|强制性|削减|任务)*(?:任务|目标值?|指标|计划(?!生育)|要求|限额|范围|数|进度)'
const MANNER = '(?:超额|全面|圆满|提前|较好地?|顺利|严格|[均都]|全部|基本|按期|如期|确保|预计|可)*'
/** Behind a task nothing follows that it would be part of. */
const END = '(?=[，。；：、！”）\\n]|并|且|以上|$)'
const WITHIN = '(?:之内|以内|内|范围内?|要求)?'

/** Of a task that was set from above, from its verb on. */
const ASSIGNED = new RegExp(
  `^(?<verb>(?:完成|达到|落实|实现|符合|满足|控制[在到]|保持在|不超过|不突破)了?)(?<before>[\\u4e00-\\u9fff、]{0,40}?)(?<reference>(?:${BODY}[、和及与]?)+(?<told>${TOLD})(?:给?我[市省区县州]|[市区县州]政府)?的?(?<what>[^，；。：\\d]{0,40}?)${HEAD})${WITHIN}${END}`,
  'u',
)
/** 节能减排|完成年度目标任务. */
const PLANNED = new RegExp(
  `^(?<verb>(?:完成|达到|实现|控制在)了?)(?<reference>(?:全年|年度|年控|年初|既定|预期)+(?:确定|下达|预期|控制|目标)*的?(?:目标|任务|计划|指标|控制)+)${WITHIN}${END}`,
  'u',
)
/** 提前完成|“十四五”|能耗强度|考核目标: a task by what it measures. */
const OWN = new RegExp(
  `^(?<verb>(?:完成|达到|实现)了?)(?<reference>(?:“?[十八九][一二三四]?五”?)?(?:\\d项|[一二三四五六]项)?(?<what>[^，；。：\\d“”]{0,20}?(?:减排|能耗强度|能耗|降碳|降耗))(?:年度|考核|控制|约束性|计划|工作|下降|任务|目标|指标)*(?:任务|目标|指标))${END}`,
  'u',
)
const VERB = /完成|达到|落实|实现|符合|满足|控制[在到]|保持在|不超过|不突破/gu
const BEFORE = new RegExp(`${MANNER}$`, 'u')
/** Every one of a set: 各项约束性指标. */
const ALL_OF = /^的?(?:各项|所有|全部)/u
const LONGEST_VERB = 3
/** The verb of a task stands not far before its other words. */
const VERBS = 3
/** So far in front of a verb words of manner may reach. */
const NEAR = 16

type Groups = Readonly<Record<string, string | undefined>>

/** What a task is about, in its own words. */
function inside(text: string, start: number, end: number, groups: Groups): Span | null {
  const { verb = '', before = '', reference = '', what = '' } = groups
  if (before !== '') return { start: start + verb.length, end: start + verb.length + before.length }
  if (ALL_OF.test(what) || (what === '' && /约束性指标/u.test(reference))) {
    const from = text.lastIndexOf(what === '' ? '约束性' : what, end)
    return { start: from, end: start + verb.length + reference.length }
  }
  const from = what === '' ? -1 : text.lastIndexOf(what, end - 1)
  return from < 0 ? null : { start: from, end: from + what.length }
}

function taskFrom({ text, end }: Clause, verb: number): Form | null {
  const words = text.slice(verb, end + 1)
  const told = ASSIGNED.exec(words)
  const task = told ?? PLANNED.exec(words) ?? OWN.exec(words)
  if (!task) return null
  const { reference = '', verb: doing = '' } = task.groups ?? {}
  const stop = verb + task[0].length
  if (/\d/u.test(text.slice(stop, Math.min(end, stop + 4)))) return null
  const standard =
    (/要求$/u.test(reference) || /^(?:达到|符合|满足)/u.test(doing)) && !/任务|下达|目标|指标/u.test(reference)
  const hedge = BEFORE.exec(text.slice(Math.max(0, verb - NEAR), verb))?.[0] ?? ''
  return {
    relation: standard ? 'reach' : 'assigned',
    rule: told ? 'assigned' : 'planned',
    nameEnd: verb - hedge.length,
    end: stop,
    hedge,
    reference,
    inside: inside(text, verb, stop, task.groups ?? {}),
    confidence: told ? 0.9 : 0.8,
  }
}

/**
 * The task around an offset: 节能减排|完成省下达任务; 控制在国家和省下达的指标内; 完成省下达的|节能减排|任务; null where
 * there is none.
 */
export function readTask(clause: Clause, at: number): Form | null {
  const words = clause.text.slice(clause.start, at + LONGEST_VERB)
  for (const verb of findsOf(VERB, words).slice(-VERBS)) {
    const form = taskFrom(clause, clause.start + verb.index)
    if (form && at < form.end) return form
  }
  return null
}
