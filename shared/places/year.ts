import type { Message } from '../model/identity'
import { message } from '../model/identity'
import { animalYear, latestDivisionName, latestSession, type Session } from './calendar'
import { dated, readSmall, readYear } from './dates'
import { fromPlans } from './five-years'
import type { YearHint } from './year-hint'

/** First lines in which a date is that of the congress. */
const HEAD = 900

/** Longest line that is a heading. */
const HEADING = 42

/** Longest line that gives the date of a congress. */
const DATE_LINE = 90

const DATED = dated()

const REVIEW = /回顾|总结|工作情况|完成情况/
/** Words of a review, unless they stand in a later heading or among words of resolve (务求新成效). */
const DONE = /成绩|成就|成效|圆满|完成/
const AHEAD = /^[#*\s]*(?:[二三四五六]、|（[二三四五六]）)|务求|努力|力争|确保|全力|奋力|争取/
/** The first heading of a report looks back, whatever it is called. */
const FIRST_HEADING = /^[#*\s]*(?:一、|（一）|第一部分)/
const PLAN =
  /工作(?:的)?(?:总体)?(?:安排|打算|部署|思路|要求|任务|重点|目标|建议|意见)|主要(?:工作|任务|目标|预期)|预期目标|总体要求|重点工作|目标任务|奋斗目标|发展目标|民生实事|实事项目|工作计划|^年的?(?:政府)?工作$/
const PUBLISHED = /发表于|发布|编辑|签到|来源|更新|打印|浏览|上传/

/** A date on which somebody put the text up, by the words around it. */
const isPublication = ({ before, after }: Seen): boolean => PUBLISHED.test(before) || PUBLISHED.test(after.slice(0, 14))

/** The day on which a government took office: 本届政府自2002年3月市第十一届人民代表大会第一次会议选举产生以来. */
const isTermStart = ({ before, after }: Seen): boolean =>
  /届政府|届人民政府|自$/.test(before) || /就职|选举产生|以来/.test(after)

interface Seen {
  year: number
  month: number | null
  /** Offset in the text. */
  at: number
  /** The line that it stands in. */
  line: string
  /** The line after it. */
  next: string
  before: string
  after: string
}

function seenYears(text: string, start: number, end: number): Seen[] {
  const seen: Seen[] = []
  const part = text.slice(start, end)
  for (const match of part.matchAll(DATED)) {
    const year = readYear(match[1] ?? '')
    if (!(year >= 1978 && year <= 2100)) continue
    const at = match.index
    const stop = at + match[0].length
    const lineStart = part.lastIndexOf('\n', at) + 1
    const lineEnd = part.indexOf('\n', stop)
    seen.push({
      year,
      month: match[2] === undefined ? null : readSmall(match[2]),
      at,
      line: part.slice(lineStart, lineEnd === -1 ? part.length : lineEnd).trim(),
      next: lineEnd === -1 ? '' : part.slice(lineEnd, lineEnd + 40).trim(),
      before: part.slice(Math.max(lineStart, at - 14), at),
      after: part.slice(stop, lineEnd === -1 ? stop + 24 : Math.min(lineEnd, stop + 24)),
    })
  }
  return seen
}

/** The year that a congress held in a month plans for; from September to December it is mostly the next one. */
const plannedBy = (year: number, month: number): number => (month >= 10 ? year + 1 : year)

/** The first session of a congress in autumn elects a government: the report is on its term where it names no next year. */
const isElection = ({ year, month, line, next }: Seen, seen: readonly Seen[]): boolean =>
  month !== null &&
  month >= 8 &&
  month <= 11 &&
  /第一次会议/.test(`${line}${next}`) &&
  !seen.some((other) => other.year === year + 1 && !DISTANT.test(other.before))

/** What a date of the first lines tells: when the congress met. */
function fromDate(seen: Seen, all: readonly Seen[]): YearHint | null {
  if (seen.month === null || seen.month < 1 || seen.month > 12) return null
  const published = isPublication(seen)
  const congress = /大会|会议/.test(seen.after) || /大会|会议/.test(seen.line)
  // A long line is running text: 本届政府自2002年3月……选举产生.
  const base = published || seen.line.length > DATE_LINE ? 1 : congress ? 5 : 3
  const weight = base - (seen.month >= 8 && seen.month <= 10 ? 2 : 0)
  return {
    year: isElection(seen, all) ? seen.year : plannedBy(seen.year, seen.month),
    weight: Math.max(weight, 1),
    reason: message('reasons.year.date', { date: `${seen.year}-${String(seen.month).padStart(2, '0')}` }),
  }
}

/** A heading without the marks of Markdown. */
const bare = (heading: string): string => heading.replace(/^[#\s]+|\*/g, '')

/** What a heading with a year tells. */
function fromHeading(seen: Seen): YearHint | null {
  if (seen.line.length > HEADING) return null
  if (/工作报告/.test(seen.after)) return seen.at < HEAD ? titled(seen.year) : null
  // 2003年以来工作回顾 looks back on several years: the first of them tells nothing.
  if (/^(?:以来|至|到|—|-|－)/.test(seen.after)) return null
  const plan = PLAN.test(`年${seen.after}`) && !/远景/.test(seen.after)
  const about = /工作|目标|任务|发展|经济/.test(seen.after)
  if (
    about &&
    (REVIEW.test(seen.line) || (DONE.test(seen.line) && !AHEAD.test(seen.line)) || FIRST_HEADING.test(seen.line)) &&
    !/建议|安排|打算|部署/.test(seen.after)
  ) {
    return { year: seen.year + 1, weight: 4, reason: message('reasons.year.review', { heading: bare(seen.line) }) }
  }
  if (!plan) return null
  return { year: seen.year, weight: 4, reason: message('reasons.year.plan', { heading: bare(seen.line) }) }
}

const titled = (year: number): YearHint => ({ year, weight: 3, reason: message('reasons.year.title', { year }) })

/** What a running sentence tells: 总结回顾2022年工作, 2023年全市经济社会发展的主要预期目标是. */
function fromSentence(seen: Seen): YearHint | null {
  const next = seen.after.slice(0, 20)
  if (/回顾(?:了|总结)?(?:\p{Script=Han}{0,4})$/u.test(seen.before) || /^工作(?:的)?回顾/.test(next)) {
    return { year: seen.year + 1, weight: 2, reason: message('reasons.year.review', { heading: quote(seen) }) }
  }
  if (/(?:刚刚|即将)?过去的$/.test(seen.before) || /^是[^。]{0,12}不(?:平凡|寻常|容易|同寻常)/.test(next)) {
    return { year: seen.year + 1, weight: 1, reason: message('reasons.year.past', { quote: quote(seen) }) }
  }
  if (/预期目标|总体要求|工作的总体|要(?:重点|着力)抓好|重点(?:抓好|做好)/.test(next)) {
    return { year: seen.year, weight: 2, reason: message('reasons.year.plan', { heading: quote(seen) }) }
  }
  return null
}

/** The clause around a year, as far as it is at hand. */
const quote = ({ before, year, after }: Seen): string =>
  `${/[^，。；：,;:、\s]*$/.exec(before)?.[0] ?? ''}${year}年${/^[^，。；：,;:\s]*/.exec(after)?.[0] ?? ''}`

/** A year of a title without its 年: 洛阳市2023政府工作报告, 政府工作报告（2017）. */
const BARE_YEAR = /(?<!\d)(20\d{2})(?=[^\d年]{0,12}工作报告)|工作报告[（(]((?:19|20)\d{2})(?:年?度)?[）)]/g

/** The years of a title: the year planned for, as a rule. */
function fromTitle(title: string): YearHint[] {
  const bare = [...title.matchAll(BARE_YEAR)].map(([, before, after]) => titled(Number(before ?? after)))
  const named = seenYears(title, 0, title.length).map((seen) =>
    seen.month === null
      ? titled(seen.year)
      : {
          year: plannedBy(seen.year, seen.month),
          weight: 3,
          reason: message('reasons.year.date', { date: `${seen.year}-${String(seen.month).padStart(2, '0')}` }),
        },
  )
  return [...named, ...bare]
}

/** What the title of the page around a report tells: less than its own, since a page may hold more than the report. */
export const pageTitleHints = (title: string): YearHint[] =>
  /工作报告/.test(title) ? fromTitle(title).map((hint) => ({ ...hint, weight: 1 })) : []

/** Words before a year that make it one to come or one to compare with: 到2025年, 比2010年. */
const DISTANT = /(?:到|至|力争|比|由|从|较|自|起|在)$/

/** How often a running text names each year as its own time. */
function countYears(seen: readonly Seen[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { year, before, after } of seen) {
    if (!DISTANT.test(before) && !/^(?:远景|前|底前|末)/.test(after)) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}

/**
 * A report names the year reviewed and the year planned for more often than any other two that follow one another. The
 * latest plenary session that it names keeps the years of long plans out (2035年).
 */
function fromCounts(seen: readonly Seen[], session: Session | null): YearHint[] {
  const counts = countYears(seen)
  let best: { year: number; support: number } | null = null
  for (const year of new Set([...counts.keys()].flatMap((one) => [one, one + 1]))) {
    if (
      session !== null &&
      (year < session.year - (session.congress ? 1 : 0) || year > (session.next ?? session.year + 2))
    )
      continue
    const [reviewed, planned] = [counts.get(year - 1) ?? 0, counts.get(year) ?? 0]
    const support = reviewed + planned + (reviewed > 0 && planned > 0 ? 1 : 0) + (session?.year === year ? 0.5 : 0)
    if (best === null || support > best.support || (support === best.support && year > best.year))
      best = { year, support }
  }
  if (best === null) return []
  return [
    { year: best.year, weight: 0.8, reason: message('reasons.year.counts', { year: best.year - 1, next: best.year }) },
  ]
}

/** Where a report names no year at all: animal years, the latest plenary session, names of new divisions. */
function fromEra(text: string, session: Session | null): YearHint[] {
  const division = latestDivisionName(text)
  const from = Math.max(division?.year ?? 0, session?.year ?? 0)
  if (from === 0) return []
  const known = session !== null && session.year === from ? session : division
  const animal = animalYear(text, from)
  if (animal !== null) {
    return [
      {
        year: animal.year,
        weight: 0.7,
        reason: message('reasons.year.animal', { animal: animal.animal, name: known?.name ?? '', year: from }),
      },
    ]
  }
  if (session === null || session.year !== from) return []
  return [{ year: session.year, weight: 0.5, reason: message('reasons.year.session', { session: session.name }) }]
}

/**
 * All hints at the year that a report plans for, not yet weighed.
 * @param title title of the report
 * @param text the whole reading: the page around a report tells where the report itself does not
 */
export function yearHints(title: string, text: string, start: number, end: number): YearHint[] {
  const seen = seenYears(text, start, end)
  const hints = fromTitle(title)
  const dates = seen.filter((one) => one.at < HEAD && one.month !== null && !isTermStart(one))
  const met = dates.find((one) => /大会|会议|届/.test(one.after) && one.line.length <= DATE_LINE && !isPublication(one))
  const date = met ?? dates.find((one) => !isPublication(one)) ?? dates[0]
  const dateHint = date === undefined ? null : fromDate(date, seen)
  if (dateHint !== null) hints.push(dateHint)
  for (const one of seen) {
    const hint = fromHeading(one) ?? fromSentence(one)
    if (hint !== null) hints.push(hint)
  }
  hints.push(...fromPlans(text, start, end))
  // The report itself first: a page may carry news of later years.
  const session = latestSession(text.slice(start, end)) ?? latestSession(text)
  hints.push(...fromCounts(seen, session))
  if (hints.every(({ weight }) => weight < 1)) hints.push(...fromEra(text, session))
  return hints
}

/** A year with the share of all weight that speaks for it and the reasons, heaviest first. */
export interface YearFinding {
  year: number | null
  confidence: number
  reasons: Message[]
}

/** The most that hints of one kind weigh together: ten headings say no more than two. */
const CAP = 8

/** Weighs the hints. */
export function weighYears(hints: readonly YearHint[]): YearFinding {
  const byYear = new Map<number, Map<string, number>>()
  for (const { year, weight, reason } of hints) {
    const kinds = byYear.get(year) ?? new Map<string, number>()
    kinds.set(reason.key, Math.min(CAP, (kinds.get(reason.key) ?? 0) + weight))
    byYear.set(year, kinds)
  }
  const sums = [...byYear].map(([year, kinds]) => ({ year, sum: [...kinds.values()].reduce((a, b) => a + b, 0) }))
  sums.sort((a, b) => b.sum - a.sum || b.year - a.year)
  const best = sums[0]
  if (best === undefined) return { year: null, confidence: 0, reasons: [message('reasons.year.none')] }
  const total = sums.reduce((sum, one) => sum + one.sum, 0)
  const strength = Math.min(1, best.sum / 5)
  const own = hints.filter(({ year }) => year === best.year).sort((a, b) => b.weight - a.weight)
  const reasons = [...new Map(own.map(({ reason }) => [reason.key, reason])).values()].slice(0, 3)
  return { year: best.year, confidence: round((best.sum / total) * (0.4 + 0.6 * strength)), reasons }
}

const round = (value: number): number => Math.round(value * 100) / 100
