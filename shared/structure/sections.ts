import type { Section } from '../model/section'
import type { Line } from '../text/lines'
import { type Heading, headingOf } from './headings'
import { markerOf } from './markers'
import { type View, viewOfBody, viewOfHeading } from './outlook'
import { type SettleInput, settleOutlooks } from './settle'
import { topicOf } from './topics'

interface Open {
  readonly index: number
  readonly style: Heading['style']
}

/** What is known of a report before its sections are read. */
export interface SectionInput extends SettleInput {
  readonly lines: readonly Line[]
  /** Index of the first and behind the last line of the report. */
  readonly from: number
  readonly to: number
  readonly end: number
  /** Offsets at which a line goes on in the middle of a sentence: no heading begins there. */
  readonly joined: ReadonlySet<number>
}

/**
 * The sections of a report as a tree in reading order. A section reaches from its heading to the next one of the same
 * or a higher level. A paragraph that turns from looking back to looking ahead (主要预期目标是：…) opens a section of
 * its own even without a heading.
 */
export function sectionsOf(input: SectionInput): Section[] {
  const inked = input.lines.flatMap((line, index) =>
    line.ink !== '' && index >= input.from && index < input.to ? [index] : [],
  )
  const sections: Section[] = []
  let stack: Open[] = []
  inked.forEach((lineIndex, position) => {
    const line = input.lines[lineIndex]
    const nextIndex = inked[position + 1]
    const next = nextIndex === undefined ? undefined : input.lines[nextIndex]
    if (!line || input.joined.has(line.inkStart)) return
    const heading = headingOf(line, lineIndex, next)
    const found = heading ?? markerOf(line, lineIndex)
    if (!found) return
    const above = parentFor(stack, found, sections, heading === null)
    stack = above
    const parent = above.at(-1)?.index ?? null
    const view = heading
      ? headingView(heading, line, next)
      : viewOfHeading(line.ink.slice(0, found.span.end - line.inkStart))
    const inherited = parent === null ? null : (sections[parent] ?? null)
    sections.push({
      start: found.span.start,
      end: input.end,
      heading: found.span,
      title: found.title,
      level: above.length + 1,
      parent,
      outlook: view.outlook === 'none' ? (inherited?.outlook ?? 'none') : view.outlook,
      year: view.year,
      topic: topicOf(found.title),
    })
    stack = [...above, { index: sections.length - 1, style: found.style }]
  })
  return settleOutlooks(closed(sections, input.end), input)
}

function headingView(heading: Heading, line: Line, next: Line | undefined): View {
  const own = viewOfHeading(heading.title)
  if (own.outlook !== 'none') return own
  const body = heading.lead ? line.ink.slice(heading.span.end - line.inkStart) : (next?.ink ?? '')
  const told = heading.lead ? { outlook: 'none' as const, year: null } : viewOfBody(body)
  return { outlook: told.outlook, year: own.year ?? told.year }
}

/** The open sections that a new heading stands under. */
function parentFor(stack: readonly Open[], found: Heading, sections: readonly Section[], marker: boolean): Open[] {
  if (marker) return stack.filter(({ index }) => sections[index]?.outlook === 'plan').slice(0, 1)
  const same = stack.findIndex((open) => open.style.name === found.style.name && open.style.rank === found.style.rank)
  if (same >= 0) return stack.slice(0, same)
  const { rank } = found.style
  if (rank === null) return [...stack]
  const lower = stack.findIndex((open) => open.style.rank !== null && open.style.rank >= rank)
  return lower >= 0 ? stack.slice(0, lower) : [...stack]
}

/** Ends every section where the next one of its level or above begins. */
function closed(sections: readonly Section[], end: number): Section[] {
  return sections.map((section, index) => {
    const next = sections.slice(index + 1).find((later) => later.level <= section.level)
    return { ...section, end: next?.start ?? end }
  })
}
