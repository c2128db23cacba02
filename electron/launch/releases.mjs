/**
 * @type {Record<number, string>} the days on which lines of Electron were released, by their major number: when the registry got their `x.0.0`
 * (`npm view electron time`). A line is supported until the third one after it is out: Electron supports its latest three
 * (https://www.electronjs.org/docs/latest/tutorial/electron-timelines#version-support-policy). When package.json names a
 * new line, it and those before it are put in here.
 */
export const RELEASED = {
  38: '2025-09-03',
  39: '2025-10-28',
  40: '2026-01-16',
  41: '2026-03-11',
  42: '2026-05-06',
  43: '2026-07-01',
  44: '2026-08-25',
  45: '2026-10-21',
}
const SUPPORTED = 3

/** Eight weeks from line to line: for what is not out yet (https://www.electronjs.org/blog/8-week-cadence). */
const CADENCE = 8 * 7 * 24 * 3600 * 1000

/**
 * The day on which a line's support ends, reckoned where the lines after it are not out yet; null for a line that is
 * not in the table.
 * @param {number} major
 * @param {Record<number, string>} released
 * @returns {Date | null}
 */
export function supportEnds(major, released = RELEASED) {
  if (released[major] === undefined) return null
  for (let later = major + SUPPORTED; later > major; later -= 1)
    if (released[later] !== undefined)
      return new Date(Date.parse(released[later]) + (major + SUPPORTED - later) * CADENCE)
  return new Date(Date.parse(released[major]) + SUPPORTED * CADENCE)
}

/**
 * Whether the support of the Electron that runs has ended; a line that is older than the table has none either.
 * @param {string} version
 * @param {Date} today
 * @param {Record<number, string>} released
 */
export function isUnsupported(version, today, released = RELEASED) {
  const major = Number.parseInt(version, 10)
  const end = supportEnds(major, released)
  return end === null ? major < Math.min(...Object.keys(released).map(Number)) : end <= today
}
