import type { Section } from '../model/section'

/** The year of the latest report that can be meant; later numbers are slips of the scan. */
const EARLIEST = 1949
const LATEST = 2100

/**
 * The year that a report plans for, as its sections tell: the year of the first planning section that names one, else
 * the year after the one reviewed.
 * @returns null where no section names a year
 */
export function reportYear(sections: readonly Section[]): number | null {
  const plan = sections.find((section) => section.outlook === 'plan' && section.year !== null)
  const review = sections.find((section) => section.outlook === 'review' && section.year !== null)
  const year = plan?.year ?? (review?.year == null ? null : review.year + 1)
  return year !== null && year >= EARLIEST && year <= LATEST ? year : null
}

/** Gives every section that names no year the one that its outlook and the report's year imply; spans stay without. */
export function yearsOfSections(sections: readonly Section[], year: number | null): Section[] {
  if (year === null) return [...sections]
  return sections.map((section) => {
    if (
      section.year !== null ||
      section.outlook === 'none' ||
      /五年|[三四]年来|“?十[二三四五六]五|本届/.test(section.title)
    )
      return section
    return { ...section, year: section.outlook === 'review' ? year - 1 : year }
  })
}
