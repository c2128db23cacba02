import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isUnsupported, RELEASED, supportEnds } from '../../../electron/launch/releases.mjs'
import { supportLine } from '../../../electron/launch/support.mjs'

const LINES = { 40: '2026-01-01', 41: '2026-03-01', 42: '2026-05-01', 43: '2026-07-01' }
const day = (date: Date | null): string | undefined => date?.toISOString().slice(0, 10)

describe('the support of a line of Electron', () => {
  it('ends when the third line after it is out, or will be at eight weeks each', () => {
    expect(day(supportEnds(40, LINES))).toBe('2026-07-01')
    expect(day(supportEnds(41, LINES))).toBe('2026-08-26')
    expect(day(supportEnds(42, LINES))).toBe('2026-10-21')
    expect(day(supportEnds(43, LINES))).toBe('2026-12-16')
    expect(supportEnds(44, LINES)).toBeNull()
  })

  it.each([
    ['^40.2.0', '2026-06-30T23:00:00Z', null],
    ['^40.2.0', '2026-07-01T00:00:00Z', 'support for Electron 40, which package.json names, has ended (2026-07-01)'],
    ['43.1.0', '2026-12-15T00:00:00Z', null],
    ['43.1.0', '2027-05-01T00:00:00Z', 'has ended (2026-12-16)'],
    ['44.0.0', '2030-01-01T00:00:00Z', null],
  ])('%s on %s', (named, today, said) => {
    const line = supportLine(named, new Date(today), LINES)
    if (said === null) expect(line).toBeNull()
    else expect(line).toContain(said)
  })

  it('has ended for lines before the table, and not for those after it', () => {
    const on = new Date('2026-07-01T00:00:00Z')
    expect(
      ['33.2.1', '40.9.0', '41.0.0', '43.1.0', '50.0.0'].map((version) => isUnsupported(version, on, LINES)),
    ).toEqual([true, true, false, false, false])
  })

  it('is known for the line that package.json names, and that is the newest in the table', () => {
    const named: string = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.electron
    const major = Number.parseInt(named.replace(/^\D+/, ''), 10)
    expect(Math.max(...Object.keys(RELEASED).map(Number))).toBe(major)
    expect(Object.values(RELEASED).every((date) => !Number.isNaN(Date.parse(date)))).toBe(true)
  })
})
