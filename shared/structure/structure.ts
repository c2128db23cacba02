import type { Span } from '../model/anchor'
import { type Message, message } from '../model/identity'
import { type FormMarks, NO_MARKS } from '../model/marks'
import type { Stretch } from '../model/reading'
import type { ReportKind } from '../model/report'
import type { Section } from '../model/section'
import type { TopicRule } from '../model/topic'
import { findJoins } from '../text/joins'
import { linesOf } from '../text/lines'
import { articlesOf, digestsOf } from './digest'
import { furnitureOf } from './furniture'
import { type FoundBy, kindOf } from './kind'
import { listMarkOf } from './list-marks'
import { inkAt, isBody, type Page, pageOf } from './page'
import { type Paper, paperOf } from './papers'
import { sectionsOf } from './sections'
import { type Region, speechesOf } from './speech'
import { stretchesOf } from './stretches'
import { TOPICS } from './topics'
import { tellingWords, torsosOf } from './torso'

/** A work report that the form of the text shows, with its sections. Offsets in the whole text. */
export interface FoundReport extends Span {
  readonly title: string
  readonly kind: ReportKind
  /** 0 to 1: how sure the kind is. */
  readonly certainty: number
  readonly reasons: Message[]
  /** 报告年度 where the title of a bulletin, plan or budget report tells it; null for a work report. */
  readonly titleYear: number | null
  readonly sections: Section[]
}

/** What a text holds by form alone. */
export interface Structure {
  /** Cover the text without gap or overlap. */
  readonly stretches: Stretch[]
  readonly joins: Span[]
  /** In the order of the text. */
  readonly reports: FoundReport[]
}

/**
 * Reads the structure of a text: which stretches are work reports, other articles and furniture, the line breaks that
 * a scan put into sentences, and the sections of each report.
 */
export function readStructure(
  text: string,
  marks: FormMarks = NO_MARKS,
  topics: readonly TopicRule[] = TOPICS,
): Structure {
  const page = pageOf(text, linesOf(text))
  const furniture = furnitureOf(page, marks.furniture)
  const joins = findJoins(text, furniture).filter((join) => !isBesideHeading(join, marks))
  const form: Form = { joins, furniture, marks, topics }
  const { regions, repeats } = speechesOf(page)
  const taken = [...regions, ...repeats].sort((a, b) => a.from - b.from)
  const articles = between(page, taken).flatMap(({ from, to }) => articlesOf(page, from, to))
  const digests = digestsOf(page, articles)
  const torsos = taken.length > 0 || digests.length > 0 ? [] : torsosOf(page, articles)
  const reports = [
    ...regions.map((region) => reportOf(page, region, form, 'speech')),
    ...digests.map((region) => reportOf(page, region, form, 'digest')),
    ...torsos.map((region) => reportOf(page, { ...region, title: null }, form, 'torso')),
  ].sort((a, b) => a.start - b.start)
  const paper = reports.length === 0 ? paperOf(page) : null
  if (paper) reports.push(paperReport(page, paper, form))
  return { stretches: stretchesOf(page, reports, [...articles, ...repeats], furniture), joins, reports }
}

/** A break above or below a heading that the format declares is a true one. */
const isBesideHeading = ({ start, end }: Span, { headings }: FormMarks): boolean =>
  headings.some((heading) => heading.end === start || heading.start === end)

/** The lines that no speech takes. */
function between(page: Page, speeches: readonly Region[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let from = page.frontMatter.next
  for (const speech of speeches) {
    gaps.push({ from, to: speech.from })
    from = speech.to
  }
  gaps.push({ from, to: page.lines.length })
  return gaps.filter((gap) => gap.from < gap.to)
}

/** What is known of a text beside its lines. */
interface Form {
  readonly joins: readonly Span[]
  readonly furniture: readonly Span[]
  readonly marks: FormMarks
  readonly topics: readonly TopicRule[]
}

function reportOf(page: Page, region: Region, form: Form, found: FoundBy): FoundReport {
  const { from, body, speech } = region
  const inks = page.inks.slice(from, speech)
  const { start, end, sections, looks } = bodyOf(page, region, form, {
    congress: congressYear(inks.slice(0, body - from)),
    speech: found !== 'digest',
  })
  const title = titleOf(page, region)
  const titled = region.title !== null
  const telling = found === 'torso' ? tellingWords({ start, end }, page.text) : null
  return { start, end, title, ...kindOf({ inks, title, titled, looks, found, telling }), titleYear: null, sections }
}

/** The span of a report and its sections. */
function bodyOf(page: Page, region: Region, form: Form, of: { congress: number | null; speech: boolean }) {
  const { from, to, body, speech } = region
  const start = page.lines[from]?.inkStart ?? 0
  const end = page.lines[to - 1]?.inkEnd ?? page.text.length
  const { sections, looks } = sectionsOf({
    text: page.text,
    lines: page.lines,
    from: body,
    to,
    speechEnd: page.lines[speech - 1]?.inkEnd ?? end,
    end,
    joins: form.joins,
    furniture: form.furniture,
    marked: form.marks.headings,
    topics: form.topics,
    ...of,
  })
  return { start, end, sections, looks }
}

/** How sure a title is that names a bulletin, plan or budget report. */
const PAPER_CERTAINTY = 0.85

/** A bulletin, plan or budget report: no work report (kind 其他), but its figures stand beside those of one. */
function paperReport(page: Page, { region, title, genre, year }: Paper, form: Form): FoundReport {
  const { start, end, sections } = bodyOf(page, region, form, { congress: year, speech: false })
  // A bulletin speaks of the year gone by, whatever its headings are called.
  const told = genre === 'bulletin' ? sections.map((section) => ({ ...section, outlook: 'review' as const })) : sections
  const reasons = [message(`reasons.kind.${genre}`, { quote: title })]
  return { start, end, title, kind: 'other', certainty: PAPER_CERTAINTY, reasons, titleYear: year, sections: told }
}

/** The title, or the one of the front matter where the text itself says no more than 政府工作报告. */
function titleOf(page: Page, { from, title }: Region): string {
  const own = cleaned(title === null ? headOf(page, from) : inkAt(page, title))
  const front = page.frontMatter.title
  return front !== null && /^政府工作报告/.test(own) ? cleaned(inkAt(page, front)) : own
}

/** The first of the lines at the head of a report that names it, else its first line. */
function headOf(page: Page, from: number): string {
  const head = page.inks.slice(from, from + HEAD_LINES)
  const named = head
    .map((ink) => TITLE_INSIDE.exec(ink.slice(0, HEAD_WIDTH))?.[0])
    .find((words) => words && !SPOKEN.test(words))
  const first = inkAt(page, from)
  return named ?? (NO_TITLE.test(first) || isBody(first) ? UNTITLED : first)
}

/** The opening words name the report without being its title: 我代表市人民政府向大会作政府工作报告. */
const SPOKEN = /代表|大会|[向受作]/
/** Salutation, opening words and the line under a title are none; a speech without one is called what it is. */
const NO_TITLE = /^[*#\s]*(?:各位|尊敬的|现在|我|受|[—―–-]{2}|[（(—―–-]+.{0,4}\d{4}年)/
const UNTITLED = '政府工作报告'
/** Lines, and characters of each, in which a title is looked for. */
const HEAD_LINES = 6
const HEAD_WIDTH = 100
/** A title longer than this is the first line of a text without one. */
const LONGEST_TITLE = 60
/** The title inside such a line: 新华社北京3月14日电政府工作报告——2014年3月5日在…. */
const TITLE_INSIDE = /(?:\d{4}年)?[\p{Script=Han}]{0,12}政府工作报告/u

/** A title without marks, list numbers and the stop at its end. */
function bareTitle(words: string): string {
  const bare = words
    .replace(/^#{1,6}\s+|^[-*+●]\s+/, '')
    .replaceAll('**', '')
    .trim()
  return bare
    .slice(listMarkOf(bare)?.length ?? 0)
    .replace(/[。：:！，、；\s]+$/, '')
    .trim()
}

function cleaned(ink: string): string {
  const title = bareTitle(ink.replace(/^title:\s*/, '').replace(/^\[[^\]]*\]\s*/, ''))
  if (title.length <= LONGEST_TITLE) return title
  return TITLE_INSIDE.exec(title)?.[0] ?? `${title.slice(0, LONGEST_TITLE)}…`
}

/** The year that the date under the title implies: a congress in the last two months plans for the next year. */
function congressYear(header: readonly string[]): number | null {
  for (const ink of header) {
    const date = /((?:19|20)\d\d)年\s*(\d{1,2})月/.exec(ink)
    if (date) return Number(date[1]) + (Number(date[2]) >= 11 ? 1 : 0)
  }
  return null
}
