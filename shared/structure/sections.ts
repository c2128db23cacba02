import type { MarkedHeading } from '../model/marks'
import type { Outlook, Section } from '../model/section'
import type { TopicRule } from '../model/topic'
import { type Heading, headingsOf } from './headings'
import { isDecided, type View, viewOfBody, viewOfHeading } from './outlook'
import { HAS_SENTENCE } from './patterns'
import { type Row, type RowInput, rowsOf } from './rows'
import { type SettleInput, settleOutlooks } from './settle'
import { withTopics } from './topics'
import { looksBack, turnsAhead } from './turns'

/** What is known of a report before its sections are read. */
export interface SectionInput extends Omit<SettleInput, 'turns'>, RowInput {
  /** Offset at which the speech ends, and the one at which all that is appended to it does. */
  readonly speechEnd: number
  readonly end: number
  /** Headings that the format declares. */
  readonly marked: readonly MarkedHeading[]
  readonly topics: readonly TopicRule[]
}

/** The sections of a report, and which ways it looks in them or in its running text. */
export interface SectionFinding {
  readonly sections: Section[]
  readonly looks: { readonly back: boolean; readonly ahead: boolean }
}

/** The sections of a report as a tree in reading order. A section reaches from its heading to the next of its level or above. */
export function sectionsOf(input: SectionInput): SectionFinding {
  const rows = rowsOf(input)
  const headings = headingsOf(rows, input.speechEnd, input.marked)
  const sections: Section[] = []
  const bodies = isOneSentenceEach(rows) ? bodiesIn(rows, headings) : (row: number) => rows[row]?.ink
  for (const heading of headings) sections.push(sectionOf(heading, bodies, sections, input.end))
  const turns = rows.filter((row) => row.start < input.speechEnd && turnsAhead(row)).map(({ start }) => start)
  const settled = settleOutlooks(withTurns(closed(sections, input.end), turns), { ...input, turns })
  const looks = {
    back: settled.some(({ outlook }) => outlook === 'review') || rows.some(looksBack),
    ahead: settled.some(({ outlook }) => outlook === 'plan') || turns.length > 0,
  }
  return { sections: withTopics(settled, input.text, input.topics), looks }
}

/** The words of a paragraph by the index of its row; undefined where there is none. */
type Bodies = (row: number) => string | undefined

/** Rows that hold a sentence's end, and how many of them hold but one in a text that has lost its paragraphs. */
const FEWEST_BODIES = 20
const SINGLE_SHARE = 0.9
const LONGEST_HEAD = 100

/** Whether a converter gave every sentence a line of its own. */
function isOneSentenceEach(rows: readonly Row[]): boolean {
  const bodies = rows.filter(({ ink }) => HAS_SENTENCE.test(ink))
  const single = bodies.filter(({ ink }) => !HAS_SENTENCE.test(ink.replace(/[。；！？;!?][”’」』》）)*]*$/, '')))
  return bodies.length >= FEWEST_BODIES && single.length >= bodies.length * SINGLE_SHARE
}

/** Puts the first sentences under a heading together again. */
function bodiesIn(rows: readonly Row[], headings: readonly Heading[]): Bodies {
  const taken = new Set(headings.map(({ row }) => row))
  return (row) => {
    let ink = rows[row]?.ink
    for (let next = row + 1; ink !== undefined && ink.length < LONGEST_HEAD && !taken.has(next); next++) {
      const more = rows[next]?.ink
      if (more === undefined) break
      ink += more
    }
    return ink
  }
}

function sectionOf(heading: Heading, bodies: Bodies, sections: readonly Section[], end: number): Section {
  const view = heading.appendix ? NO_VIEW : headingView(heading, bodies(heading.row + 1))
  const inherited = heading.parent === null ? 'none' : (sections[heading.parent]?.outlook ?? 'none')
  const decided = heading.title.length <= LONGEST_DECIDED && isDecided(heading.title)
  const own = inherited === 'none' || decided ? firstOf(view.outlook, inherited) : inherited
  return {
    start: heading.span.start,
    end,
    heading: heading.span,
    title: heading.title,
    level: heading.level,
    parent: heading.parent,
    outlook: heading.appendix ? 'none' : own,
    year: view.year,
    dated: view.year !== null,
    topic: null,
    topicWords: [],
    appendix: heading.appendix,
  }
}

/** Longer words are a numbered paragraph's first sentence, not a heading. */
const LONGEST_DECIDED = 48
const NO_VIEW: View = { outlook: 'none', year: null }
const firstOf = (own: Outlook, other: Outlook): Outlook => (own === 'none' ? other : own)

/** A heading that says nothing is told by the first words under it. */
function headingView({ title, form }: Heading, body: string | undefined): View {
  const own = viewOfHeading(title)
  if (own.outlook !== 'none' || form !== 'alone' || body === undefined) return own
  const told = viewOfBody(body)
  const conflicts = own.year !== null && told.year !== null && own.year !== told.year
  return { outlook: conflicts ? 'none' : told.outlook, year: own.year ?? told.year }
}

/** Ends every section where the next one of its level or above begins. */
function closed(sections: readonly Section[], end: number): Section[] {
  const result: Section[] = []
  const open: Section[] = []
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) {
      const done = open.pop()
      if (done) done.end = section.start
    }
    const copy = { ...section, end }
    open.push(copy)
    result.push(copy)
  }
  return result
}

/**
 * Notes where a section that looks back turns to the plan without a heading; what stands under it behind the turn
 * looks ahead where its own words say nothing else.
 */
function withTurns(sections: readonly Section[], turns: readonly number[]): Section[] {
  if (turns.length === 0) return [...sections]
  const turned: Section[] = []
  for (const section of sections) {
    const above = section.parent === null ? undefined : turned[section.parent]
    const behind = above?.turn !== undefined && section.start >= above.turn && section.outlook === 'review'
    const outlook =
      behind && !section.dated && viewOfHeading(section.title).outlook === 'none' ? 'plan' : section.outlook
    const turn = outlook === 'review' ? turns.find((at) => at >= section.start && at < section.end) : undefined
    turned.push(turn === undefined ? { ...section, outlook } : { ...section, outlook, turn })
  }
  return turned
}
