import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outdated, stampOf } from '../../../../electron/files/backups/rotation'

/** A backup at a time of the user's clock. */
const at = (year: number, month: number, day: number, hour = 12) => {
  const date = new Date(year, month - 1, day, hour)
  return { file: `x ${stampOf(date)}.duibiao`, at: date.toISOString() }
}

describe('outdated', () => {
  it('keeps the newest, the last of each day, and the last of each month', () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((day) => [at(2026, 11, day, 9), at(2026, 11, day, 18)])
    const months = [at(2026, 10, 3), at(2026, 10, 30), at(2026, 9, 1), at(2024, 1, 1)]
    const gone = new Set(outdated([...months, ...days], 3))
    const stays = [...months, ...days].filter(({ file }) => !gone.has(file)).map((backup) => backup.at)
    // Three newest are of the 9th and the 8th; the last of seven days reach back to the 3rd.
    const wanted = [
      at(2024, 1, 1),
      at(2026, 9, 1),
      at(2026, 10, 30),
      ...[3, 4, 5, 6, 7].map((day) => at(2026, 11, day, 18)),
      at(2026, 11, 8, 18),
      at(2026, 11, 9, 9),
      at(2026, 11, 9, 18),
    ].map((backup) => backup.at)
    expect(stays.sort()).toEqual(wanted.sort())
  })

  it('never lets the newest go, nor more stay than it says, and comes to rest', () => {
    const backup = fc.integer({ min: 0, max: 900 * 24 }).map((hours) => at(2024, 1, 1, hours))
    fc.assert(
      fc.property(
        fc.uniqueArray(backup, { selector: ({ file }) => file }),
        fc.integer({ min: 1, max: 20 }),
        (all, keep) => {
          const gone = new Set(outdated(all, keep))
          const stays = all.filter(({ file }) => !gone.has(file))
          const newest = all.toSorted((a, b) => (a.at > b.at ? -1 : 1)).slice(0, keep)
          expect(stays).toEqual(expect.arrayContaining(newest))
          expect(stays.length).toBeLessThanOrEqual(keep + 7 + 12)
          expect(outdated(stays, keep)).toEqual([])
        },
      ),
    )
  })
})
