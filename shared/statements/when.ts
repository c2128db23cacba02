import type { Role, StatementKind } from '#shared/model/statement'
import type { Zone } from './outlook'
import { holdsSign, signs } from './signs'
import { planStart } from './years'

export interface When {
  role: Role
  year: string
}

const MENTION =
  /(?<![比较于自\d、])(?<!到)(\d{4})年(?!度|版|以来|以前|的?\d|的?$|基础|均|的基础|底前|前|计划|第|价格)/gu
const UNTIL = /到(?:“?十[一二三四]五”?末(?:的)?)?(\d{4})年(?:底|末)?/gu
const PLAN_SPAN = /“?(十[一二三四]五|十五|九五|八五)”?(?:期间|时期|以来|五年|规划期)/u
const FROM = /(?:由|从)(?:(\d{4})年(?:底|末)?|(上年|去年|前年|\d{2}年前|五年前|“?十[一二三四]五”?末))[^，。；]{0,8}$/u
const ARRIVED = /(?:提高|增加|增长|提升|上升|扩大|发展|下降|降低|减少|增|升|降|达)(?:到|至)/u
const arrived = (gap: string): boolean => holdsSign(TO, gap) && ARRIVED.test(gap)
const TO = signs('到至')
const FIVE_AHEAD = /^(?:[^，。]{0,6})(?:今后|未来)五年|五年(?:累计|共|新增|新建|完成)/u
const OVER_YEARS = /五年(?:来|累计|间|共|年均)|年均|累计/u

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
  const until = lastOf(UNTIL, before)
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

/**
 * Role and year of a number: what its stretch of the report speaks of, unless words nearer by say otherwise.
 * @param sentence the sentence up to the number
 * @param gap the words between the number before and this one
 */
export function whenOf(
  zone: Zone,
  sentence: string,
  gap: string,
  kind: StatementKind,
  reportYear: number | null,
): When {
  const base: When = { role: zone.role, year: zone.year }
  const from = gap.includes('由') || gap.includes('从') ? FROM.exec(gap) : null
  if (from && kind !== 'growth') {
    const anchor = endOf(zone.year)
    const named = from[1] ?? (anchor === '' ? '' : String(Number(anchor) - (from[2] === '前年' ? 2 : 1)))
    return { role: 'actual', year: isSpan(zone.year) && !from[1] ? String(Number(zone.year.slice(0, 4)) - 1) : named }
  }
  const told = zone.role === 'target' || isSpan(zone.year) ? sentence : gap
  const plan = told.includes('五') ? PLAN_SPAN.exec(told) : null
  if (plan && (zone.role === 'target' || /以来/u.test(plan[0]) || OVER_YEARS.test(gap) || isSpan(zone.year))) {
    const start = planStart(plan[1] ?? '')
    if (start !== null) {
      const stop = reportYear !== null && zone.role === 'actual' ? Math.min(start + 4, reportYear - 1) : start + 4
      if (stop > start) return { role: base.role, year: `${start}-${stop}` }
    }
  }
  const ahead = zone.role === 'target' && reportYear !== null && !arrived(gap)
  if (ahead && sentence.includes('五年') && FIVE_AHEAD.test(sentence.slice(0, 12) + gap)) {
    return { role: 'target', year: `${reportYear}-${reportYear + 4}` }
  }
  if (ahead && gap.includes('年均') && !isSpan(zone.year)) {
    return { role: 'target', year: `${reportYear}-${reportYear + 4}` }
  }
  const named = namedYear(sentence, zone, reportYear)
  if (named !== null) return { role: base.role, year: named }
  if (zone.role === 'actual' && reportYear !== null) {
    if (sentence.includes('今年') && /今年[^。]{0,30}(?:将|拟|要|计划|力争|确保)|(?:将|拟)于今年/u.test(sentence))
      return { role: 'target', year: String(reportYear) }
  } else if (
    zone.role === 'target' &&
    reportYear !== null &&
    sentence.includes('年') &&
    /(?:^|，)(?:去年|上年)[^比]/u.test(sentence)
  ) {
    return { role: 'actual', year: String(reportYear - 1) }
  }
  if (isSpan(zone.year) && arrived(gap) && !OVER_YEARS.test(gap)) return { role: base.role, year: endOf(zone.year) }
  if (
    !isSpan(zone.year) &&
    zone.role === 'actual' &&
    reportYear !== null &&
    gap.includes('年') &&
    /五年(?:来|累计|间)|年均(?:分别)?(?:增长|递增|下降|提高)/u.test(gap)
  ) {
    return { role: base.role, year: `${reportYear - 5}-${reportYear - 1}` }
  }
  return base
}
