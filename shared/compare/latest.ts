/**
 * 最近一期: the latest year for which a place says something.
 * @param years in the order of time
 * @param says whether there is a number for the year at this place in `years`
 * @returns the place of the year in `years`, null where no year has a number
 */
export function latestOf(years: readonly string[], says: (at: number) => boolean): number | null {
  for (let at = years.length - 1; at >= 0; at--) if (says(at)) return at
  return null
}

/** The year of a column in which each place has its own. */
export const LATEST_YEAR = ''
