/** A backup, by when it was made. */
export interface Dated {
  file: string
  /** ISO 8601 in UTC. */
  at: string
}

/** Days of which the last backup stays, and months. */
const DAYS = 7
const MONTHS = 12

/**
 * Which backups of a project may go: all but the newest `keep`, the last one of each of the seven newest days, and the
 * last one of each of the twelve newest months that have any. Days and months are those of the user's clock.
 */
export function outdated(backups: readonly Dated[], keep: number): string[] {
  const newest = backups.toSorted((a, b) => (a.at > b.at ? -1 : 1))
  const stays = new Set(newest.slice(0, keep))
  for (const [count, format] of [
    [DAYS, dayOf],
    [MONTHS, monthOf],
  ] as const) {
    const seen = new Set<string>()
    for (const backup of newest) {
      const period = format(backup.at)
      if (seen.has(period)) continue
      seen.add(period)
      if (seen.size > count) break
      stays.add(backup)
    }
  }
  return newest.filter((backup) => !stays.has(backup)).map(({ file }) => file)
}

const two = (value: number): string => String(value).padStart(2, '0')

function monthOf(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}`
}

const dayOf = (at: string): string => `${monthOf(at)}-${two(new Date(at).getDate())}`

/** Day and time of the user's clock, as a part of a file name: `2026-11-23 081502`. */
export function stampOf(date: Date): string {
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('')
  return `${dayOf(date.toISOString())} ${time}`
}
