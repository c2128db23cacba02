import type { PackageCounts } from '#shared/model/package'

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** A size as people read it, with one decimal from a thousand bytes on: 1.2 MB. */
export function sizeText(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const digits = { maximumFractionDigits: step === 0 ? 0 : 1 }
  return `${(bytes / 1000 ** step).toLocaleString(language, digits)} ${UNITS[step]}`
}

/** A point in time as people read it, to the minute. */
export const timeText = (instant: string, language: string): string =>
  new Date(instant).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })

/** The figures that tell what a package or backup holds. */
export const figuresOf = ({ sources = 0, annotations = 0, codes = 0, statements = 0 }: PackageCounts) => ({
  sources,
  annotations,
  codes,
  statements,
})
