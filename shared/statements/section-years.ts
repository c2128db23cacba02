import type { Section } from '../model/section'

/** Headings that speak of several years: their sections get no single one. */
const SPAN = /[三四五]年|“?十[二三四五六]五|本届/

/**
 * The year that a report plans for, as its sections tell: the year of the first planning section that names one, else
 * the year after the one reviewed.
 * @returns null where no section names a year
 */
export function reportYear(sections: readonly Section[]): number | null {
  const plan = sections.find((section) => section.outlook === 'plan' && section.year !== null)
  if (plan) return plan.year
  const review = sections.find((section) => section.outlook === 'review' && section.year !== null)
  return review?.year == null ? null : review.year + 1
}

/**
 * Gives every section that names no year itself the one that its outlook and the report's year imply, whatever it had
 * before: a corrected report year moves them all. Sections that speak of several years, and what stands under them,
 * stay without.
 * @param year the year planned for, null where it is not known
 */
export function yearsOfSections(sections: readonly Section[], year: number | null): Section[] {
  const bare = sections.map((section) => (section.dated ? section : { ...section, year: null }))
  if (year === null) return bare
  return bare.map((section) => {
    if (section.dated || section.outlook === 'none' || underSpan(bare, section)) return section
    return { ...section, year: section.outlook === 'review' ? year - 1 : year }
  })
}

function underSpan(sections: readonly Section[], section: Section): boolean {
  if (SPAN.test(section.title)) return true
  const above = section.parent === null ? undefined : sections[section.parent]
  return above !== undefined && above.year === null && above.outlook === section.outlook && underSpan(sections, above)
}
