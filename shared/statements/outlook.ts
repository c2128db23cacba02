import type { Span } from '#shared/model/anchor'
import type { ExtractedStatement, Role } from '#shared/model/statement'
import type { StatementInput } from './input'
import { listReader } from './lists'
import { lastYears, YEARS } from './spans'
import { inView, type View } from './view'
import { planStart } from './years'

/** A stretch of the view in which role and year are the same as long as no word nearby says otherwise. */
export interface Zone {
  /** Offsets in the view, end exclusive. */
  start: number
  end: number
  role: Role
  /** '2022', '2017-2021', '' */
  year: string
  list: ExtractedStatement['list']
  /** The paragraph calls its figures expected ones (预期目标). */
  expected: boolean
  /** The part of the place that its paragraph speaks of, '' for none; undefined until that is asked. */
  topic?: string
}

const REVIEW =
  /回顾|过去[一五]?[个]?年|过去的[一五]年|五年来|工作总结|工作情况|年工作|已过|十[一二三四]五.{0,6}(?:发展|成就|时期.{0,8}(?:成|回顾))|取得.{0,10}(?:成效|成绩|成就|进展)|成效|显著|砥砺/u
const PLAN =
  /总体要求|总体思路|指导思想|奋斗目标|预期目标|主要目标|主要任务|目标任务|工作安排|工作建议|工作部署|工作打算|重点工作|工作重点|今年(?:的)?(?:政府)?工作|全力|工作计划|工作任务|目标和任务|主要工作|重点任务|安排意见|民生实事|实事|[今未][后来][五5]年/u
const APPENDIX =
  /^(?:附件|附录|附：)?[:：]?(?:\d{4}年)?(?:《?政府工作报告》?)?(?:有关|部分|相关)?(?:名词|词语|术语|用语|名词术语)(?:解释|注释|说明)|^注释[:：]?$|^名词解释/u
/** Whether a heading is one of an appendix; few hold a character that each of those has. */
const isAppendix = (line: string): boolean =>
  (line.includes('词') || line.includes('语') || line.includes('注')) && APPENDIX.test(line)
/** The years that a paragraph or a heading looks back on, where they are several. */
const OVER =
  /(?:过去|这|近|走过)的?(?<past>[三四五5])年(?!级)|(?<come>[三四五]|(?<!\d)5)年(?:来|间|里|工作|的?(?:奋斗|发展|历程|政府))|(?<term>本届政府|届政府(?:任期|履职)?的?(?<years>[三四五])?年?)|“?(?<plan>十[一二三四]?五|九五|八五)”?(?:时期|期间|以来|五年)/u
const NOW =
  /^(?:今年|\d{4}年(?:是|，|经济|全[市区县州]|政府|工作))|今年(?:是|，|全[市区县州]|经济|政府|的?工作|要|我们|的主要|我市|我[区县州])/u

/** The aims of one year, wherever in a paragraph they are named. */
const AIMS_NOW = /(今年|\d{4})年?(?!底|末|前)[^。，]{0,18}(?:预期|主要|奋斗)?目标(?:是|为|：|建议)/u

/** Whether a paragraph or heading of a plan for several years turns to the tasks of this one. */
function opensYear(line: string, year: number): boolean {
  if (AIMS_NOW.exec(line)?.[1] === '今年' || AIMS_NOW.exec(line)?.[1] === String(year)) return true
  const head = line.slice(0, 30)
  const at = Math.max(head.indexOf('今年'), head.indexOf(`${year}年`))
  return (
    at >= 0 &&
    !/[五5]年|规划|时期|到$|至$|[-—]$/u.test(head.slice(0, at)) &&
    !/^.{0,6}(?:到|至)\d{4}/u.test(head.slice(at))
  )
}

interface Paragraph {
  start: number
  end: number
  text: string
}

function paragraphs(text: string, cuts: () => readonly number[]): Paragraph[] {
  const found: Paragraph[] = []
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start > LONG) sentencesOf(text, { start, end }, cuts(), found)
    else if (end > start) found.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return found
}

/** A report on one line is cut at its full stops and headings, or nothing would tell its plan from its review. */
const LONG = 2_000

function sentencesOf(text: string, { start, end }: Span, cuts: readonly number[], found: Paragraph[]): void {
  let next = 0
  for (let from = start; from < end; ) {
    while ((cuts[next] ?? end) <= from) next++
    const stop = text.indexOf('。', from)
    const to = Math.min(stop < 0 || stop >= end ? end : stop + 1, cuts[next] ?? end)
    found.push({ start: from, end: to, text: text.slice(from, to) })
    from = to
  }
}

/** Offsets in the view at which a heading begins or ends, in order. */
function headingCuts({ sections }: StatementInput, view: View): number[] {
  const ends = sections.flatMap(({ heading }) => [heading.start, heading.end])
  return [...new Set(ends.map((offset) => inView(view, offset)))].sort((a, b) => a - b)
}

const TOP_HEADING = /^(?:#+|第[一二三四五六七八]部分|[一二三四五六七八九十]{1,2}、|[（(]?[一二三四五六]{1,2}[）)])/u

const TOP_HEADS = '#第一二三四五六七八九十（('

/** A slogan's name tells nothing: 统筹抓好“五大重点工作”，形成良好局面. */
const QUOTED = /“[^”]*”/gu

/** Whether a heading looks back or ahead; null where it tells neither. */
export function headingOutlook(title: string, year: number | null): 'review' | 'plan' | null {
  const dated = title.includes('年')
  const named = dated ? /(\d{4})年/u.exec(title) : null
  const of = named ? Number(named[1]) : null
  if (dated && /[五5]年/u.test(title) && /今后|未来/u.test(title)) return 'plan'
  if (of !== null && year !== null) {
    if (of >= year) return 'plan'
    if (!/(?:至|到|-|—|—)\d{4}/u.test(title)) return 'review'
  }
  if (/回顾|过去|五年来|总结/u.test(title)) return 'review'
  if (PLAN.test(title.includes('“') ? title.replace(QUOTED, '') : title)) return 'plan'
  return REVIEW.test(title) ? 'review' : null
}

/** The years of a heading that plans for several: 今后五年, “十四五”时期; null where it names its one year too. */
function spanAhead(title: string, year: number | null): string | null {
  const dated = title.includes('年')
  if (dated && /\d{4}年/u.test(title)) return null
  const plan = /“?(十[一二三四五]五|十五|九五)”?(?:期间|时期|发展|规划|目标|奋斗)/u.exec(title)
  const start = plan ? planStart(plan[1] ?? '') : null
  if (start !== null && (year === null || start >= year - 1)) return `${start}-${start + 4}`
  return (dated || title.includes('届') || title.includes('任')) &&
    /(?:今后|未来)[四五5]年|[新本]一?届政府|任期/u.test(title) &&
    year !== null &&
    !/今年|明年/u.test(title)
    ? `${year}-${year + 4}`
    : null
}

/** The span that words look back on, '' where they tell of none. */
function spanBack(text: string, year: number | null): string {
  const may = text.includes('年') || text.includes('五') || text.includes('届')
  const groups = year === null || !may ? undefined : OVER.exec(text)?.groups
  if (!groups || year === null) return ''
  const start = groups.plan ? planStart(groups.plan) : null
  if (start !== null && start < year - 1 && start >= year - 6) return `${start}-${Math.min(start + 4, year - 1)}`
  return lastYears(YEARS[groups.past ?? groups.come ?? groups.years ?? ''] ?? 5, year)
}

/** Words by which a paragraph turns from several years to the last one. */
const LAST_YEAR =
  /^(?:各位代表[，！：]*)?[^，。到至从比由]{0,9}?(?:去年|这一年(?=，)|过去的?一年|一年来|刚刚过去的一年|(\d{4})年(?!来|以来|到|至|[-—–~]))/u

/** Whether a paragraph of a review for several years turns to the last one. */
function opensLast(line: string, year: number): boolean {
  const found = line.includes('年') ? LAST_YEAR.exec(line) : null
  return found !== null && (found[1] === undefined || Number(found[1]) === year - 1)
}

/** What the paragraphs of a report speak of, one after another. */
interface Course {
  role: Role
  /** The year or years of the stretch. */
  current: string
  /** A heading has begun the plan. */
  settled: boolean
  /** The heading names one year: a word on several holds for its paragraph only. */
  bound: boolean
  /** The years of a list of aims that the paragraph before has opened, '' where none is open. */
  aims: string
}

function atHeading(course: Course, line: string, top: boolean, year: number | null): void {
  const outlook = /报告|代表大会|^title|^source|\d月\d{1,2}日/u.test(line) ? null : headingOutlook(line, year)
  const last = year === null ? '' : String(year - 1)
  const dated = line.includes('年') && /\d{4}年/u.test(line)
  if (outlook === 'plan' && (top || course.role === 'actual')) {
    course.role = 'target'
    course.current =
      spanAhead(line.replace(/(?:和|与|及|以及|、|，)?\d{4}年.*$/u, ''), year) ?? (year === null ? '' : String(year))
    course.settled = true
  } else if (outlook === 'review' && top && !course.settled) {
    course.role = 'actual'
    course.current = (!dated && spanBack(line, year)) || last
    course.bound = dated && !OVER_TOO.test(line) && spanBack(line.replace(/\d{4}年/gu, ''), year) === ''
  } else if (year !== null) atParagraph(course, line, year)
}

function atParagraph(course: Course, line: string, year: number): void {
  if (course.role === 'target') {
    if (course.current.includes('-') && opensYear(line, year)) course.current = String(year)
  } else if (!course.bound) {
    const over = spanBack(line.slice(0, OPENING), year)
    const last = opensLast(line, year)
    if (last) course.current = String(year - 1)
    else if (over !== '') course.current = over
    if ((last || over === '') && !course.current.includes('-')) {
      const turn = line.includes('年') && TURNS_BACK.exec(line)?.[1]
      if (turn) course.current = spanBack(turn, year) || course.current
    }
  }
}
/** A paragraph that tells nothing yet of the last year before it turns to all five: 过去一年，我们…。五年来，…. */
const TURNS_BACK = /^(?:\d{4}年|“十|[^\d“])*?。(?=(“?十[一二三四]五”?(?:时期|期间|以来)|五年来，|过去五年，))/u
/** A heading that names a five-year plan or a term beside its year: 2020年和“十三五”工作回顾. */
const OVER_TOO = /“?十[一二三四]?五”?(?:工作|发展|主要|[^，。]{0,10}回顾)|任期|届政府/u
/** So far a paragraph's opening words reach. */
const OPENING = 40

/** The years of a single paragraph, where its opening words say other ones than its stretch. */
function localYears(course: Course, line: string, bullet: boolean, year: number | null): string {
  const opening = line.slice(0, OPENING)
  if (course.role === 'actual')
    return (
      (!(opening.includes('年') && /一年来|\d{4}年[，是]/u.test(opening)) && spanBack(opening, year)) || course.current
    )
  if (course.current.includes('-')) return course.current
  if (course.aims !== '' && bullet) return course.aims
  course.aims = ''
  const ahead =
    AHEAD_HEADS.includes(opening.charAt(0)) && AHEAD.test(opening) && !opening.includes(String(year))
      ? spanAhead(`${opening.slice(0, 16)}发展`, year)
      : null
  if (ahead !== null && /[：:]$/u.test(line)) course.aims = ahead
  return ahead ?? course.current
}
/** A paragraph that opens with the years to come. */
const AHEAD_HEADS = '今未“十'
const AHEAD = /^(?:今后|未来)[五5]年|^“?十[一二三四五]五”?(?:期间|时期)/u

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** Zones by the report's own words, where no section tells. */
function judge(input: StatementInput, view: View, whole: boolean): Zone[] {
  const { text } = view
  const { year } = input
  const zones: Zone[] = []
  const last = year === null ? '' : String(year - 1)
  const course: Course = { role: 'actual', current: last, settled: false, bound: false, aims: '' }
  for (const paragraph of paragraphs(text, () => headingCuts(input, view))) {
    const line = isHan(paragraph.text.charCodeAt(0)) ? paragraph.text : paragraph.text.replace(/^[#*\-●—\s]+/u, '')
    if (!whole && line.length < 30 && zones.length > 5 && isAppendix(line)) return zones
    const heading = line.length <= 45 && !line.endsWith('。') && !line.endsWith('；')
    const top =
      heading &&
      TOP_HEADS.includes(paragraph.text.charAt(0)) &&
      TOP_HEADING.test(paragraph.text) &&
      !/^[（(]/u.test(line)
    if (heading) atHeading(course, line, top, year)
    else if (course.role === 'actual' && turnsAhead(line, paragraph.start, text, year)) {
      course.role = 'target'
      course.current = year === null ? '' : String(year)
    } else if (year !== null) atParagraph(course, line, year)
    const local = localYears(course, line, line.length < paragraph.text.length, year)
    const { start, end } = paragraph
    zones.push({ start, end, role: course.role, year: local, list: '', expected: false })
  }
  return zones
}

/** Whether a paragraph begins the plan without a heading: 总体要求, 今年…. */
function turnsAhead(line: string, at: number, text: string, year: number | null): boolean {
  if (at <= text.length * 0.12) return false
  const head = line.slice(0, 60)
  if (/预期目标|总体要求|总体思路|指导思想|工作思路/u.test(head)) return true
  return year !== null && NOW.test(head) && (!/^\d{4}/u.test(head) || head.startsWith(String(year)))
}

/**
 * Where the report looks back and where it looks ahead: by its sections where they say so, else by its headings and
 * opening words (回顾, 过去一年, 总体要求, 主要预期目标, 今年 …).
 * @param whole keep also what follows a heading of explained terms (名词解释), which is no part of the report
 */
export function zonesOf(input: StatementInput, view: View, whole = false): Zone[] {
  const zones = outlooksOf(input, view, whole)
  const list = listReader()
  for (const zone of zones) {
    const line = view.text.slice(zone.start, zone.end)
    const listing = list(line, zone.role === 'target', !zone.year.includes('-'))
    zone.list = listing.list
    zone.expected = listing.expected
  }
  return zones
}

function outlooksOf(input: StatementInput, view: View, whole: boolean): Zone[] {
  const judged = judge(input, view, whole)
  const zones = whole ? judged : judged.filter((zone) => !isAppended(view.at[zone.start] ?? 0, input.sections))
  const told = input.sections.filter((section) => section.outlook !== 'none')
  if (input.kind === 'continuation' && !told.some((section) => section.outlook === 'review')) ahead(zones, input.year)
  if (told.length === 0) return zones
  const both =
    told.some((section) => isReview(section, input.year)) &&
    told.some((section) => !isReview(section, input.year) || section.turn !== undefined)
  if (input.kind === 'full' && !both) return zones
  let opened: (typeof told)[number] | null = null
  const spans = new Map(told.map((section) => [section, spanAhead(section.title, input.year)]))
  return zones.map((zone) => {
    const at = view.at[zone.start] ?? 0
    let best: (typeof told)[number] | null = null
    for (const section of told) {
      if (at >= section.start && at < section.end && (!best || section.start >= best.start)) best = section
    }
    if (!best) return zone
    const turned = best.turn !== undefined && at >= best.turn
    const role: Role = isReview(best, input.year) && !turned ? 'actual' : 'target'
    const title = role === 'target' ? (spans.get(best) ?? null) : null
    if (title !== null) {
      if (input.year !== null && opensYear(view.text.slice(zone.start, zone.start + 40), input.year)) opened = best
      return { ...zone, role, year: opened === best ? String(input.year) : title }
    }
    if (role === zone.role) return zone
    const year =
      (turned ? null : best.year) ?? (input.year === null ? null : role === 'actual' ? input.year - 1 : input.year)
    return { ...zone, role, year: year === null ? '' : String(year) }
  })
}

/** Whether an offset lies in what is appended to the report and is none of it (名词解释). */
const isAppended = (at: number, sections: StatementInput['sections']): boolean =>
  sections.some((section) => section.appendix && at >= section.start && at < section.end)

/** A section that speaks of the report's own year looks ahead, whatever its heading was taken for. */
function isReview(section: StatementInput['sections'][number], year: number | null): boolean {
  return section.outlook === 'review' && (section.year === null || year === null || section.year < year)
}

/** A continuation with no review in it goes on with the plan. */
function ahead(zones: Zone[], year: number | null): void {
  for (const zone of zones) {
    if (zone.role === 'target') return
    zone.role = 'target'
    zone.year = year === null ? '' : String(year)
  }
}
