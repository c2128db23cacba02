import type { Section } from '../model/section'
import type { Line } from '../text/lines'
import { type Heading, type HeadingStyle, headingOf } from './headings'
import { markerOf } from './markers'
import { type View, viewOfBody, viewOfHeading } from './outlook'
import { isBody } from './page'
import { type SettleInput, settleOutlooks } from './settle'
import { topicOf } from './topics'

/** What is known of a report before its sections are read. */
export interface SectionInput extends SettleInput {
  readonly lines: readonly Line[]
  /** First line of the body and the line behind the last one. */
  readonly from: number
  readonly to: number
  /** Offset at which the report ends. */
  readonly end: number
  /** Offsets at which a line goes on in the middle of a sentence: no heading begins there. */
  readonly joined: ReadonlySet<number>
}

/** A section that is still open, with the style of its heading. */
interface Open {
  readonly index: number
  readonly style: HeadingStyle
}

/** A line with its own number and the next one with ink. */
interface Row {
  readonly line: Line
  readonly index: number
  readonly next: Line | undefined
}

/**
 * The sections of a report as a tree in reading order. A section reaches from its heading to the next one of the same
 * or a higher level. A paragraph that turns from looking back to looking ahead (主要预期目标是：…) opens a section of
 * its own even without a heading.
 */
export function sectionsOf(input: SectionInput): Section[] {
  const sections: Section[] = []
  let stack: Open[] = []
  let above: Heading | null = null
  for (const row of rowsOf(input)) {
    if (input.joined.has(row.line.inkStart)) continue
    const heading = headingOf(row.line, row.index, row.next)
    if (heading && above && isSubtitle(above, heading, row.next)) {
      addSubtitle(sections, heading)
      above = null
      continue
    }
    const found = heading ?? markerOf(row.line, row.index, stack.length === 0)
    above = heading && !heading.lead ? heading : null
    if (!found) continue
    const view = heading ? headingView(heading, row) : viewOfMarker(found, row.line)
    stack = heading ? openAbove(stack, found.style) : openAboveMarker(stack, sections)
    sections.push(sectionOf(found, view, sections, stack, input.end))
    stack = [...stack, { index: sections.length - 1, style: found.style }]
  }
  return settleOutlooks(closed(sections, input.end), input)
}

function rowsOf({ lines, from, to }: SectionInput): Row[] {
  const rows: Row[] = []
  let next: Line | undefined
  for (let index = to - 1; index >= from; index--) {
    const line = lines[index]
    if (!line || line.ink === '') continue
    rows.push({ line, index, next })
    next = line
  }
  return rows.reverse()
}

function sectionOf(
  found: Heading,
  view: View,
  sections: readonly Section[],
  stack: readonly Open[],
  end: number,
): Section {
  const parent = stack.at(-1)?.index ?? null
  const inherited = parent === null ? 'none' : (sections[parent]?.outlook ?? 'none')
  return {
    start: found.span.start,
    end,
    heading: found.span,
    title: found.title,
    level: stack.length + 1,
    parent,
    outlook: view.outlook === 'none' ? inherited : view.outlook,
    year: view.year,
    dated: view.year !== null,
    topic: topicOf(found.title),
    topicWords: [],
    appendix: false,
  }
}

/** A heading that says nothing is told by the first words under it. */
function headingView(heading: Heading, { next }: Row): View {
  const own = viewOfHeading(heading.title)
  if (own.outlook !== 'none' || heading.lead || next === undefined) return own
  const told = viewOfBody(next.ink)
  return { outlook: told.outlook, year: own.year ?? told.year }
}

/** A marker's words are the beginning of a body paragraph. */
function viewOfMarker(found: Heading, line: Line): View {
  const own = viewOfHeading(found.title)
  return own.outlook === 'none' ? viewOfBody(line.ink) : own
}

/** A second headline right under a first: 精彩2022 / 生动诠释新时代漯河力量. */
function isSubtitle(above: Heading, heading: Heading, next: Line | undefined): boolean {
  if (heading.style.name !== 'plain') return false
  if (/^(?:bullet|bold|item)/.test(above.style.name)) return true
  return above.style.name === 'plain' && next !== undefined && isBody(next.ink)
}

function addSubtitle(sections: Section[], subtitle: Heading): void {
  const last = sections.at(-1)
  if (!last) return
  last.heading = { start: last.heading.start, end: subtitle.span.end }
  last.title = `${last.title} ${subtitle.title}`
  last.topic ??= topicOf(subtitle.title)
}

/** The open sections that a heading stands under: same styles are siblings, ranked styles close what ranks below. */
function openAbove(stack: readonly Open[], style: HeadingStyle): Open[] {
  const same = stack.findIndex((open) => open.style.name === style.name && open.style.rank === style.rank)
  if (same >= 0) return stack.slice(0, same)
  const { rank } = style
  if (rank === null) return [...stack]
  const lower = stack.findIndex((open) => open.style.rank !== null && open.style.rank >= rank)
  return lower >= 0 ? stack.slice(0, lower) : [...stack]
}

/** A marker closes everything but the outermost plan that it may stand in. */
const openAboveMarker = (stack: readonly Open[], sections: readonly Section[]): Open[] =>
  stack.filter(({ index }) => sections[index]?.outlook === 'plan').slice(0, 1)

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
