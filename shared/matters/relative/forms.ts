import type { Relation } from '#shared/model/matter'
import { readReference } from './reference'
import { ALONE, HEDGE, OWNER } from './words.data'

/** A relation in its clause; offsets in the view. */
export interface Form {
  relation: Relation
  rule: string
  /** Where what stands to it ends: the words before are its subject. */
  nameEnd: number
  /** End of all its words. */
  end: number
  hedge: string
  /** What it is held against, as written; '' for nothing. */
  reference: string
  /** What it measures, where its own words tell that: 完成省下达的|节能减排|任务. */
  inside: { start: number; end: number } | null
  confidence: number
}

/** Where a relation is looked for: the clause around a trigger, as offsets in the view. */
export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Words of degree straight before an offset. */
function hedgeBefore({ text, start }: Clause, at: number): string {
  let from = at
  for (;;) {
    const word = HEDGE.exec(text.slice(Math.max(start, from - HEDGE_REACH), from))?.[0]
    if (word === undefined) break
    from -= word.length
  }
  return text.slice(from, at)
}
const HEDGE_REACH = 8

const END = /^(?:[，。；、：！”）\n]|的(?:良好|态势|势头|目标)|并|且|$)/u
const GROWS = /^(?:增长|提高|提升|上升|增加|提增|增收|发展)/u

/** 居民收入增长与经济增长基本|同步; 与上年|持平. */
function alike(clause: Clause, at: number): Form | null {
  const { text } = clause
  const word = text.slice(at, at + 2)
  if (word === '持平' && /[保支维坚扶主]/u.test(text.charAt(at - 1))) return null
  let end = at + 2
  end += (word === '同步' ? GROWS : /^略[增降有]/u).exec(text.slice(end, end + 4))?.[0].length ?? 0
  if (!END.test(text.slice(end, Math.min(clause.end, end + 4)))) return null
  const held = text.slice(clause.start, at).replace(LINKING, '')
  const joint = Math.max(held.lastIndexOf('与'), held.lastIndexOf('同'), held.lastIndexOf('跟'))
  const cut = joint > 0 || (joint === 0 && held.length > 2) ? joint : held.lastIndexOf('和')
  const reference = cut < 0 ? '' : held.slice(cut + 1)
  if (reference === '' && word === '持平')
    return {
      relation: 'match',
      rule: 'level',
      nameEnd: at,
      end,
      hedge: hedgeBefore(clause, at),
      reference: '',
      inside: null,
      confidence: 0.7,
    }
  if (!HELD.test(reference) || /\d(?!\d*年)/u.test(reference)) return null
  const hedge = hedgeBefore(clause, at) || hedgeBefore(clause, clause.start + held.length)
  return {
    relation: 'match',
    rule: word === '同步' ? 'sync' : 'level',
    nameEnd: clause.start + cut,
    end,
    hedge,
    reference,
    inside: null,
    confidence: 0.9,
  }
}
/** Between a reference and 同步. */
const LINKING = /(?:基本上?|总体上?|大体上?|大致|保持|实现|相|能够|稳定|持续|始终)+$/u
/** What others keep up with. */
const HELD =
  /经济|GDP|生产总值|增长|增速|增幅|提高|收入|支出|效益|生产率|价格|物价|上年|去年|往年|同期|年初|全[国省市区州县盟]|预期|计划|目标|前[一两]?年|水平|全自治区|\d{4}年/u

const RELATIONS: Readonly<Record<string, readonly [plain: Relation, denied: Relation]>> = {
  高: ['exceed', 'not_above'],
  快: ['exceed', 'not_above'],
  好: ['exceed', 'not_above'],
  优: ['exceed', 'not_above'],
  多: ['exceed', 'not_above'],
  大: ['exceed', 'not_above'],
  跑: ['exceed', 'not_above'],
  超: ['exceed', 'not_above'],
  低: ['below', 'not_below'],
  慢: ['below', 'not_below'],
  少: ['below', 'not_below'],
}

/** 增速|高于全省平均水平; 不低于经济增速. */
function compared(clause: Clause, at: number): Form | null {
  const { text } = clause
  const kinds = RELATIONS[text.charAt(at)]
  if (!kinds) return null
  const denied = text.charAt(at - 1) === '不'
  const reference = readReference(text, at + 2, clause.end)
  if (reference === '') return null
  const nameEnd = denied ? at - 1 : at
  const hedge = hedgeBefore(clause, nameEnd)
  return {
    relation: kinds[denied ? 1 : 0],
    rule: 'compare',
    nameEnd: nameEnd - hedge.length,
    end: at + 2 + reference.length,
    hedge,
    reference,
    inside: null,
    confidence: 0.85,
  }
}

function alone(clause: Clause, at: number): Form | null {
  for (const { relation, rule, form } of ALONE) {
    form.lastIndex = at
    const words = form.exec(clause.text)?.[0]
    if (words === undefined || at + words.length > clause.end) continue
    const hedge = hedgeBefore(clause, at)
    const nameEnd = at - hedge.length
    return {
      relation,
      rule,
      nameEnd,
      end: at + words.length,
      hedge,
      reference: '',
      inside: null,
      confidence: relation === 'positive' ? 0.9 : 0.75,
    }
  }
  return null
}

const BODY =
  '(?:党?中央|国家|全?省|自治区|市|上级|国|区|县|州|盟|兵团|自治州)(?:委|政府|级|里|上|厅|委市政府|委省政府)?'
const TOLD = '下达|[核规确]?定|下(?!降|年|半|大)|分配|安排|考核|控制?|要求|规划|计划(?!生育)|责任|约束性|交办'
/** Behind a task nothing follows that it would be part of. */
const ENDING = '(?=[，。；：、！”）\\n]|并|且|以上|$)'
/** What an assigned or planned task is called. */
const TASK_HEAD =
  '(?:考核|控制|约束性|年度|责任|进度|预期|计划(?!生育)|工作|目标|总量|强制性|削减|任务)*(?:任务|目标值?|指标|计划(?!生育)|要求|限额|范围|数|进度)'
const DONE = '(?:超额|全面|圆满|提前|较好地?|顺利|严格|[均都]|全部|基本|按期|如期|确保|预计|可)*'
const TASK = new RegExp(
  `(?<verb>${DONE}(?:完成|达到|落实|实现|符合|满足|控制在|控制到|保持在|不超过|不突破)了?)(?<before>[\\u4e00-\\u9fff、]{0,16}?)(?<reference>(?:${BODY}[、和及与]?)+(?<told>${TOLD})(?:给?我[市省区县州]|[市区县州]政府)?的?(?<what>[^，；。：\\d]{0,40}?)${TASK_HEAD})(?:之内|以内|内|范围内?|要求)?${ENDING}`,
  'gu',
)
/** 节能减排|完成年度目标任务. */
const PLANNED = new RegExp(
  `(?<verb>${DONE}(?:完成|达到|实现|控制在)了?)(?<reference>(?:全年|年度|年控|年初|既定|预期|规划|计划)+(?:确定|下达|预期|控制|目标)*的?(?:目标|任务|计划|指标|控制)+)(?:之内|以内|内|范围内?)?${ENDING}`,
  'gu',
)
const MANNERS = new RegExp(`^${DONE}`, 'u')
/** Every one of a set: 各项约束性指标. */
const ALL_OF = /^的?(?:各项|所有|全部)/u

function taskIn(form: RegExp, clause: Clause, at: number): { start: number; end: number; groups: Groups } | null {
  const words = clause.text.slice(clause.start, clause.end)
  form.lastIndex = 0
  for (let found = form.exec(words); found; found = form.exec(words)) {
    const start = clause.start + found.index
    const end = start + found[0].length
    if (at < start) return null
    if (at < end) return { start, end, groups: found.groups ?? {} }
  }
  return null
}
type Groups = Readonly<Record<string, string | undefined>>

/** What a task is about, in its own words, as offsets in the view. */
function inside(text: string, { start, end, groups }: { start: number; end: number; groups: Groups }): Form['inside'] {
  const { verb = '', before = '', reference = '', what = '' } = groups
  if (before !== '') return { start: start + verb.length, end: start + verb.length + before.length }
  if (ALL_OF.test(what) || (what === '' && /约束性指标/u.test(reference))) {
    const from = text.lastIndexOf(ALL_OF.test(what) ? what : '约束性', end)
    return { start: from, end: start + verb.length + reference.length }
  }
  const from = what === '' ? -1 : text.lastIndexOf(what, end - 1)
  return from < 0 ? null : { start: from, end: from + what.length }
}

/** 节能减排|完成省下达任务; 控制在国家和省下达的指标内; 完成省下达的|节能减排|任务. */
function assigned(clause: Clause, at: number): Form | null {
  const { text } = clause
  const told = taskIn(TASK, clause, at)
  const task = told ?? taskIn(PLANNED, clause, at)
  if (!task || /\d/u.test(text.slice(task.end, Math.min(clause.end, task.end + 4)))) return null
  const { verb = '', reference = '' } = task.groups
  const standard =
    (/要求$/u.test(reference) || /^(?:达到|符合|满足)/u.test(verb)) && !/任务|下达|目标|指标/u.test(reference)
  const inner = inside(text, task)
  return {
    relation: standard ? 'reach' : 'assigned',
    rule: told ? 'assigned' : 'planned',
    nameEnd: task.start,
    end: task.end,
    hedge: MANNERS.exec(verb)?.[0] ?? '',
    reference,
    inside: inner,
    confidence: told ? 0.85 : 0.75,
  }
}

/** 政府债务余额|控制在限额以内. */
const LIMIT =
  /控制在(?<reference>(?:合理|较低|适度|可控|正常|规定|法定|安全|预算|省|国家|限定|预期)?[\u4e00-\u9fff]{0,8}?(?:区间|范围|限额|红线|水平|目标|计划|指标|规模|预警线|警戒线))(?:以内|之内|内)?/uy

function limited(clause: Clause, at: number): Form | null {
  LIMIT.lastIndex = at
  const found = LIMIT.exec(clause.text)
  if (!found || at + found[0].length > clause.end) return null
  const hedge = hedgeBefore(clause, at)
  return {
    relation: 'not_above',
    rule: 'limit',
    nameEnd: at - hedge.length,
    end: at + found[0].length,
    hedge,
    reference: found.groups?.reference ?? '',
    inside: null,
    confidence: 0.7,
  }
}

const STANDARD = new RegExp(
  `达到(?:了|或[优好超][于过])?(?<reference>(?:${OWNER}[、和及与]?)+(?:空气质量|环境空气质量)?(?:[一二三]级|平均|考核|规定|环境|控制|先进|要求|质量)*(?:标准|平均水平|水平|平均|要求)|考核(?:要求|标准)|国家[^，。；、\\d]{0,10}标准)`,
  'uy',
)

/** 空气质量|达到国家二级标准. */
function reached(clause: Clause, at: number): Form | null {
  STANDARD.lastIndex = at
  const found = STANDARD.exec(clause.text)
  if (!found || at + found[0].length > clause.end || /先进|领先/u.test(found[0])) return null
  const hedge = hedgeBefore(clause, at)
  return {
    relation: 'reach',
    rule: 'reach',
    nameEnd: at - hedge.length,
    end: at + found[0].length,
    hedge,
    reference: found.groups?.reference ?? '',
    inside: null,
    confidence: 0.75,
  }
}

/** 断面水质|全面达标. */
function qualified(clause: Clause, at: number): Form | null {
  const { text } = clause
  if (!text.startsWith('达标', at) || !END.test(text.slice(at + 2, Math.min(clause.end, at + 6)))) return null
  const hedge = hedgeBefore(clause, at)
  return {
    relation: 'reach',
    rule: 'standard',
    nameEnd: at - hedge.length,
    end: at + 2,
    hedge,
    reference: '',
    inside: null,
    confidence: 0.75,
  }
}

/** 水质|稳定在现有水平; one with a figure is a statement. */
const KEPT_AT =
  /稳定在(?<reference>(?:现有|原有|目前|合理|较高|较低|正常|上年|去年|适度)[\u4e00-\u9fff]{0,6}?(?:水平|区间|范围))/uy

function kept(clause: Clause, at: number): Form | null {
  KEPT_AT.lastIndex = at
  const found = KEPT_AT.exec(clause.text)
  if (!found || at + found[0].length > clause.end) return null
  return {
    relation: 'stable',
    rule: 'stable',
    nameEnd: at,
    end: at + found[0].length,
    hedge: '',
    reference: found.groups?.reference ?? '',
    inside: null,
    confidence: 0.75,
  }
}

/** 出境断面水质|均为Ⅳ类及以上; 水质|达到或优于Ⅲ类标准. */
const WATER =
  /(?<words>(?:全部|均|稳定|总体|保持|达到|优于|为|在|或|达|符合)+)(?<reference>(?:国家|地表水|环境质量|标准)*[ⅠⅡⅢⅣⅤ]类(?:标准|水质|水体)*)(?<above>[及或]?以上)?(?:标准|水质)*/u

function graded(clause: Clause, at: number): Form | null {
  const from = Math.max(clause.start, at - 16)
  const found = WATER.exec(clause.text.slice(from, Math.min(clause.end, at + 12)))
  if (!found || from + found.index > at) return null
  const end = from + found.index + found[0].length
  if (!END.test(clause.text.slice(end, Math.min(clause.end, end + 4)))) return null
  const { words = '', reference = '', above } = found.groups ?? {}
  return {
    relation: above !== undefined || words.includes('优于') ? 'not_below' : 'reach',
    rule: 'grade',
    nameEnd: from + found.index,
    end,
    hedge: '',
    reference,
    inside: null,
    confidence: 0.7,
  }
}

/** The readers of relations, by the first character of a trigger, in the order in which they are tried. */
const READERS: Readonly<Record<string, readonly ((clause: Clause, at: number) => Form | null)[]>> = {
  同: [alike],
  持: [alike, alone],
  年: [assigned],
  达: [assigned, reached, qualified],
  稳: [kept, alone],
  Ⅱ: [graded],
  Ⅲ: [graded],
  Ⅳ: [graded],
  控: [assigned, limited],
  下: [assigned],
  国: [assigned],
  省: [assigned],
  市: [assigned],
  县: [assigned],
  家: [assigned],
  治: [assigned],
  自: [assigned],
  区: [assigned],
  级: [assigned],
  里: [assigned],
  上: [assigned],
  高: [compared],
  快: [compared],
  好: [compared],
  优: [compared],
  多: [compared],
  少: [compared],
  大: [compared, alone],
  低: [compared],
  慢: [compared],
  跑: [compared],
  超: [compared],
}
const OTHERS = [alone]

/** The relation that a trigger of a clause belongs to, null where it is none. */
export function formAt(clause: Clause, at: number): Form | null {
  for (const read of READERS[clause.text.charAt(at)] ?? OTHERS) {
    const form = read(clause, at)
    if (form) return form
  }
  return null
}
