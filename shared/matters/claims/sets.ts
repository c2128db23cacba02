import type { Clause } from '../clause'
import { isMeasure, nameIn } from '../measured'
import { AHEAD, AMOUNT, DONE, MANNER, MANNER_ENDS, SET, SET_ENDS, SINGLE, WHOLE } from './words.data'

/** Words of completion that some sets alone have. */
const ANSWERED: ReadonlySet<string> = new Set(DONE.filter((word) => /^办|^落实|^整改|^销号/u.test(word)))
const ENDED = '收官'

/** A claim as its clause tells it; offsets in the view. */
export interface Found {
  start: number
  end: number
  /** What it covers. */
  from: number
  covers: string
  manner: string
  rule: string
  confidence: number
}

/** Words in front of what is covered. */
const LEAD =
  /^(?:[、—\-●#*\s]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]是|\d{1,2}[.、]|\d{4}年(?!度)|去年|今年|过去(?:的)?[一五]年|一年来|五年来|经过[^，]{1,8}努力|.{0,20}?标志着|使得?|并|同时|其中|随着|实现了?|我们|确保了|全市|全区|全县|我市|目前|至此|到\d{4}年底?|确定的?(?=[\d“]))+/u

/** How a set was done: the words at the end of those before the word of completion. Their last character tells most. */
const mannerOf = (before: string): string =>
  before !== '' && MANNER_ENDS.includes(before.charAt(before.length - 1)) ? (MANNER.exec(before)?.[0] ?? '') : ''
const isSet = (covers: string): boolean => SET_ENDS.includes(covers.charAt(covers.length - 1)) && SET.test(covers)

/** 84件省市民生实事|全部|完成. */
function subjectFirst(text: string, clause: Clause, at: number, word: string, state: string): Found | null {
  const before = text.slice(clause.start, at)
  const manner = mannerOf(before)
  const said = before.slice(0, before.length - manner.length)
  const named = said.endsWith('的')
  const whole = named ? said.slice(0, -1) : said
  const covers = whole.replace(LEAD, '')
  if (covers.length < 2 || SINGLE.test(covers) || AMONG.test(covers) || PROMISE.test(covers)) return null
  const plan = word === ENDED && PLAN.test(covers)
  if (!plan && !(word === ENDED ? TASKS.test(covers) : isSet(covers))) return null
  if (manner === '' && state === '' && !ALL.test(covers)) return null
  if (ANSWERED.has(word) && !/建议|提案|议案|承诺|意见|实事|事项|交办|督办|反馈/u.test(covers)) return null
  const start = clause.start + whole.length - covers.length
  const end = at + word.length + state.length
  return { start, end, from: start, covers, manner: manner + state, rule: 'set-done', confidence: 0.9 }
}
const PROMISE = /^(?:确保|力争|努力|争取)/u
/** Works among others: X水库建设、7个灌区改造项目. */
const AMONG = /、[^、]*\d个[^、]*(?:项目|工程)$/u
const PLAN = /(?:“?(?:十[一二三四]?五|[八九]五)”?(?:规划)?|规划)$/u
const TASKS = /(?:目标|任务|计划)$/u
/** Every one of a set. */
export const ALL = /各项|所有|全部/u
/** How far a set was kept is told, not only that it was done well. */
const HOW_FAR = /全部|全面|[均都]|各项|圆满|较好|很好|顺利|如期|按期|按时|基本|大体|超额|提前|出色|悉数|保质保量/u
const OF_SESSION = /(?:会议|人大|党代会|全会|代表大会|报告)[^，]{0,12}(?:确定|提出|通过|部署)/u
/** Promises that are counted need no word of how far they were kept: 十大民生实事65项具体任务. */
const COUNTED = /^(?:[一二两三四五六七八九十百\d]+[件项大]|年初)[^，]{0,10}(?:实事|民生工程)/u
const OF_PLAN = /^“?(?:十[一二三四]?五|[八九]五)”?(?:规划)?(?:确定的?)?(?:主要|各项)?(?:目标|任务)/u
const OF_YEAR = /^(?:全年|年度|当年|年初)/u
/** What all of it was named: 全面建成小康社会、“十三五”规划|“三个圆满收官”. */
const SUMMED = /“[^”]{0,4}圆满收官”$/u
/** Things that are counted one by one are amounts, unless they are promises. */
const THINGS = /\d个/u

/** 较好地|完成了|区人大十六届六次会议确定的各项目标任务. */
function verbFirst(text: string, clause: Clause, at: number, word: string): Found | null {
  if (ANSWERED.has(word) && word !== '办结') return null
  const before = text.slice(clause.start, at)
  const manner = mannerOf(before)
  const from = at + word.length + (text.charAt(at + word.length) === '了' ? 1 : 0)
  const written = text.slice(from, clause.end)
  const covers = written.endsWith('官”') ? written.replace(SUMMED, '') : written
  if (covers.length < 2) return null
  const summed = covers.length < written.length
  if (!summed && (!isSet(covers) || SINGLE.test(covers))) return null
  const whole = summed || WHOLE.test(covers)
  const told =
    HOW_FAR.test(manner) ||
    ALL.test(covers) ||
    OF_SESSION.test(covers) ||
    (whole && OF_YEAR.test(covers)) ||
    OF_PLAN.test(covers) ||
    COUNTED.test(covers)
  if (!told || (THINGS.test(covers) && !PROMISED.test(covers))) return null
  if (NAMED_TASK.test(covers) || MEASURED_TASK.test(covers)) return null
  if (ofIndicator(before.slice(0, before.length - manner.length), covers)) return null
  const start = at - manner.length
  const words = written === covers ? manner : `${manner}圆满`
  return { start, end: clause.end, from, covers, manner: words, rule: 'done-set', confidence: whole ? 0.9 : 0.8 }
}
const PROMISED = /实事|民生|惠民|任务|目标/u

/** 节能减排|完成省定目标: of one indicator, which is a relative target. */
function ofIndicator(words: string, covers: string): boolean {
  const { name } = nameIn(words, 0)
  return isMeasure(name) || (name.length > 1 && ABOVE.test(covers) && !WORKS.test(name))
}
/** Works are many: what they completed is a claim. */
const WORKS = /\d|(?:项目|工程|企业|单位)$/u
/** 主要污染物|减排|任务 is one, too. */
const MEASURED_TASK =
  /^(?:“?[十八九][一二三四]?五”?)?[^，各“”]{0,20}(?:减排|能耗强度|能耗|降碳|降耗)[^，]{0,8}(?:目标|任务|指标)$/u
/** 省下达的|节能减排|任务: a task that names its indicator is a relative target. */
const NAMED_TASK =
  /^(?:[国省市县区州盟]|自治区|国家|上级)[^，]{0,6}?(?:下达|定)(?:我[市省区县州])?的?(?!的|各项|目标|任务|年度|全年|指标|计划|主要)[^，]{2,}(?:目标|任务|指标|计划)$/u
const ABOVE = /下达|[省国市区县]定(?!点|位)|^(?:全年|年度|年初|年控)(?:目标|任务|计划|指标)+$/u

/** Behind what is done another thing is told of. */
const GOES_ON = '、并且'

/** 各项主要经济指标完成|情况较好. */
const STATE = /^情况(?:较好|良好|很好)$/u

/**
 * The claim around a word of completion, null where it is none: one amount, one indicator, or still to come.
 * @param at where the word stands in the view
 */
export function claimAt(clause: Clause, at: number, word: string): Found | null {
  const { text } = clause
  const after = text.slice(at + word.length, clause.end)
  const state = after.startsWith('情况') ? (STATE.exec(after)?.[0] ?? '') : ''
  const found =
    state !== '' || after === '' || GOES_ON.includes(after.charAt(0))
      ? subjectFirst(text, clause, at, word, state)
      : verbFirst(text, clause, at, word)
  if (!found || AMOUNT.test(found.covers) || text.charAt(found.start - 1) === '为') return null
  return AHEAD.test(text.slice(clause.start, found.start)) ? null : found
}
