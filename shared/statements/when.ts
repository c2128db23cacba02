import type { Role, StatementKind } from '#shared/model/statement'
import type { Zone } from './outlook'
import { holdsSign, signs } from './signs'
import { aheadOf, backOf, pastOf } from './spans'
import { planStart } from './years'

export interface When {
  role: Role
  year: string
  /** What decided: `section` (the stretch of the report), else words nearer by. */
  by: string
}

/** What is known of a number when its role and year are judged. */
export interface Moment {
  zone: Zone
  /** Words of the paragraph up to the number; looked at only where several years are spoken of. */
  paragraph: string
  /** The sentence up to the number. */
  sentence: string
  /** Words between the number before and this one. */
  gap: string
  kind: StatementKind
  indicator: string
  reportYear: number | null
}

const MENTION =
  /(?<![比较于自\d、])(?<!到)(\d{4})年(?!度|版|以来|以前|的?\d|的?$|基础|均|的基础|底前|前|计划|第|价格|[底末]?相比)/gu
const UNTIL = /到(?:“?十[一二三四]五”?末(?:的)?)?(\d{4})年(?:底|末)?/gu
const PLAN_SPAN = /“?(十[一二三四]五|十五|九五|八五)”?(?:期间|时期|以来|五年|规划期)/u
const FROM =
  /(?:由|从)(?:(\d{4})年(?:底|末)?|(上年|去年|前年|\d{2}年前|五年前|“?十[一二三四]五”?末))?的?[^，。；]{0,8}$/u
const FROM_TOLD = /(?:由|从)(?:(\d{4})年|(上年|去年|前年|过去|原来|当初|五年前|“?十[一二三四]五”?末))/u
const ARRIVED = /(?:提高|增加|增长|提升|上升|扩大|发展|下降|降低|减少|增|升|降|达)(?:到|至)/u
const ARRIVING = /(?:提高|增加|增长|提升|上升|扩大|发展|下降|降低|减少|压缩|缩短|跃升|削减|增|升|降|减|扩)(?:到|至)/u
const arrived = (gap: string): boolean => holdsSign(TO, gap) && ARRIVED.test(gap)
const TO = signs('到至')
const FIVE_AHEAD = /^(?:[^，。]{0,6})(?:今后|未来)五年|五年(?:累计|共|新增|新建|完成)/u
const lastOf = (pattern: RegExp, text: string): RegExpExecArray | null => {
  let last: RegExpExecArray | null = null
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) last = m
  return last
}

const isSpan = (year: string): boolean => year.includes('-')
const endOf = (year: string): string => year.slice(-4)

/** The year that words before the number name by themselves, null where they name none. */
function namedYear(before: string, zone: Zone, reportYear: number | null): string | null {
  if (!before.includes('年')) return null
  const until = before.includes('到') ? lastOf(UNTIL, before) : null
  const named = lastOf(MENTION, before)
  const found = until && (!named || until.index >= named.index - 1) ? until : named
  if (!found) return null
  const year = Number(found[1])
  if (year < 1949 || year > 2100) return null
  if (reportYear !== null) {
    if (zone.role === 'target' && year < reportYear) return null
    if (zone.role === 'actual' && year >= reportYear) return null
    if (zone.role === 'actual' && year < reportYear - 12) return null
  }
  return String(year)
}

/** 由X提高到Y: X is of the year that the words name, else of the year before what Y is of. */
function fromOf({ zone, sentence, gap, kind }: Moment): When | null {
  if (kind === 'growth' || !(gap.includes('由') || gap.includes('从')) || ARRIVING.test(gap)) return null
  const from = FROM.exec(gap)
  if (!from) return null
  if (from[1]) return { role: 'actual', year: from[1], by: 'from' }
  const named = from[2]
  if (named === undefined && !FROM_BARE.test(gap)) return null
  const than = named === undefined ? THAN.exec(sentence)?.[1] : undefined
  if (than) return { role: 'actual', year: than, by: 'from' }
  if (isSpan(zone.year)) {
    const first = Number(zone.year.slice(0, 4))
    const told = FROM_TOLD.exec(sentence.slice(-120))?.[1]
    return { role: 'actual', year: zone.role === 'actual' && told && !from[2] ? told : String(first - 1), by: 'from' }
  }
  const anchor = endOf(zone.year)
  if (anchor === '') return { role: 'actual', year: '', by: 'from' }
  return { role: 'actual', year: String(Number(anchor) - (named === '前年' ? 2 : 1)), by: 'from' }
}
/** 2022年与2017年相比，由X提高到Y. */
const THAN = /[与同和](\d{4})年[底末]?相比/u
/** A bare 由 or 从 straight before the number. */
const FROM_BARE = /(?:由|从)(?:过去|原来|当初|原有|以前)?的?$/u

/** What a report plans inside its review, or looks back at inside its plan. */
function turned({ zone, sentence, gap, reportYear }: Moment): When | null {
  if (reportYear === null || !sentence.includes('年')) return null
  if (zone.role === 'actual') {
    const ahead =
      sentence.includes('今年') &&
      /今年[^。]{0,30}(?:将|拟|要|计划|力争|确保)|(?:将|拟|预计|计划)[于在]今年/u.test(sentence)
    return ahead ? { role: 'target', year: String(reportYear), by: 'turned' } : null
  }
  if (!sentence.includes('去年') && !sentence.includes('上年')) return null
  if (/(?:^|，)(?:去年|上年)[^比]/u.test(sentence) || /在去年[^，。]{0,12}$/u.test(gap))
    return { role: 'actual', year: String(reportYear - 1), by: 'turned' }
  return null
}

/**
 * Role and year of a number: what its stretch of the report speaks of, unless words nearer by say otherwise.
 */
export function whenOf(moment: Moment): When {
  const { zone, sentence, gap, kind, indicator, reportYear } = moment
  const base: When = { role: zone.role, year: zone.year, by: 'section' }
  const from = fromOf(moment)
  if (from) return from
  const several = isSpan(zone.year)
  if (zone.role === 'actual' && several && reportYear !== null) {
    const turn = turned(moment)
    if (turn) return turn
    return { role: 'actual', ...pastOf(zone, moment.paragraph, sentence, gap, kind, indicator, reportYear) }
  }
  const told = zone.role === 'target' || several ? sentence : gap
  const plan = told.includes('五') ? PLAN_SPAN.exec(told) : null
  if (plan && (zone.role === 'target' || /以来/u.test(plan[0]) || /年均|累计|共/u.test(gap) || several)) {
    const start = planStart(plan[1] ?? '')
    if (start !== null) {
      const stop = reportYear !== null && zone.role === 'actual' ? Math.min(start + 4, reportYear - 1) : start + 4
      if (stop > start) {
        const years = `${start}-${stop}`
        // A level to be reached by the plan's end: “十四五”时期……城镇化率提高到58%.
        const year = zone.role === 'target' ? aheadOf(years, gap, kind, indicator).year : years
        return { role: base.role, year, by: 'plan' }
      }
    }
  }
  if (zone.role === 'target' && several) {
    const named = namedYear(sentence, zone, reportYear)
    if (named === null || gap.includes('年均')) return { role: 'target', ...aheadOf(zone.year, gap, kind, indicator) }
    return /累计|年均/u.test(gap)
      ? { role: 'target', year: zone.year, by: 'span' }
      : { role: 'target', year: named, by: 'named' }
  }
  if (zone.role === 'target' && reportYear !== null && !arrived(gap)) {
    const five = `${reportYear}-${reportYear + 4}`
    if (gap.includes('年均')) return { role: 'target', year: five, by: 'ahead' }
    if (sentence.includes('五年') && FIVE_AHEAD.test(sentence.slice(0, 12) + gap))
      return { role: 'target', ...aheadOf(five, gap, kind, indicator) }
  }
  if (zone.role === 'actual' && reportYear !== null && gap.includes('均') && /年平?均/u.test(gap)) {
    const back = backOf(sentence, gap, kind, indicator, reportYear)
    if (back) return { role: 'actual', ...back }
  }
  const named = namedYear(sentence, zone, reportYear)
  if (named !== null) return { role: base.role, year: named, by: 'named' }
  const turn = turned(moment)
  if (turn) return turn
  if (zone.role === 'actual' && reportYear !== null && sentence.includes('年')) {
    const back = backOf(sentence, gap, kind, indicator, reportYear)
    if (back) return { role: 'actual', ...back }
  }
  return base
}
