import type { Outlook, Section } from '../model/section'
import { leaningOf, outlookByPlan } from './outlook'

/** What is known beside the headings when outlooks are settled. */
export interface SettleInput {
  readonly text: string
  /** Year of the congress as the header has it, null where it has none. */
  readonly congress: number | null
  /** True for a report as it was given, which looks back first and ahead afterwards. */
  readonly speech: boolean
  /** Offsets of paragraphs that turn to what is planned, in order. */
  readonly turns: readonly number[]
}

/**
 * Gives an outlook to sections whose words tell none: by their year beside the year planned for, by their place in a
 * speech (what stands before the first plan looks back, what follows it looks ahead), last by the words of the text.
 */
export function settleOutlooks(sections: readonly Section[], input: SettleInput): Section[] {
  const planned = input.congress ?? plannedYear(sections)
  const dated = sections.map((section) => {
    const told = datedTop(withOutlook(section, byYear(section, planned)), planned)
    return planned === null || told.appendix ? told : withOutlook(told, outlookByPlan(told.title, planned))
  })
  const placed = input.speech ? byPlace(inherit(dated), input.turns) : inherit(dated)
  return inherit(
    placed.map((section) =>
      section.parent === null ? withOutlook(section, leaningOf(input.text.slice(section.start, section.end))) : section,
    ),
  )
}

function plannedYear(sections: readonly Section[]): number | null {
  const plan = sections.find((section) => section.outlook === 'plan' && section.year !== null)
  if (plan) return plan.year
  const review = sections.find((section) => section.outlook === 'review' && section.year !== null)
  return review?.year == null ? null : review.year + 1
}

const withOutlook = (section: Section, outlook: Outlook): Section =>
  section.outlook === 'none' && outlook !== 'none' && !section.appendix ? { ...section, outlook } : section

/** A great part that names one year looks the way of that year, whatever else it says: 较好完成2013年目标任务. */
function datedTop(section: Section, planned: number | null): Section {
  const outlook = section.parent === null && section.dated ? byYear(section, planned) : 'none'
  return outlook === 'none' || !/\d{4}/.test(section.title) ? section : { ...section, outlook }
}

function byYear({ year }: Section, planned: number | null): Outlook {
  if (year === null || planned === null) return 'none'
  return year < planned ? 'review' : 'plan'
}

/** Sections at the top of a speech without an outlook take the one of their place. */
function byPlace(sections: readonly Section[], turns: readonly number[]): Section[] {
  const told = sections.findIndex((section) => section.parent === null && section.outlook === 'plan')
  const firstPlan = told < 0 ? turningPart(sections, turns[0]) : told
  if (firstPlan <= 0) return [...sections]
  return sections.map((section, index) =>
    section.parent === null ? withOutlook(section, index < firstPlan ? 'review' : 'plan') : section,
  )
}

/** The part in which a paragraph first turns to what is planned, where no part says that it looks ahead; -1 for none. */
const turningPart = (sections: readonly Section[], turn: number | undefined): number =>
  turn === undefined
    ? -1
    : sections.findIndex(
        ({ parent, outlook, start, end }) => parent === null && outlook === 'none' && start <= turn && turn < end,
      )

/** Sections without an outlook take the one of the section above, and its year with it. */
function inherit(sections: readonly Section[]): Section[] {
  const settled: Section[] = []
  for (const section of sections) {
    const above = section.parent === null ? undefined : settled[section.parent]
    const same = above && !section.appendix && (section.outlook === 'none' || section.outlook === above.outlook)
    settled.push(
      same
        ? { ...section, outlook: above.outlook, year: section.year ?? above.year, dated: section.dated || above.dated }
        : section,
    )
  }
  return settled
}
