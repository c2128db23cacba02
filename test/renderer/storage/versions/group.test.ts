import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import type { Report } from '#shared/model/report'
import { sketchOf } from '#shared/text/sketch'
import { type Candidate, groupVersions } from '../../../../renderer/storage/versions/group'
import { DIGEST, FULL, fileOf, OTHER_SESSION, SCANNED, written } from './corpus'

function candidate(n: number, text: string, fields: Partial<Report> = {}): Candidate {
  const report = fileOf(n, text, fields).reports[0]?.report
  if (!report) throw new Error('no report')
  return { report, sketch: sketchOf(text, 0, text.length) }
}

/** The groups as sets of file numbers, those that stand alone each by itself. */
function grouped(candidates: readonly Candidate[]): number[][] {
  const groups = groupVersions(candidates)
  const sets = new Map<string, number[]>()
  for (const { report } of candidates) {
    const key = groups.get(report.id) ?? report.id
    sets.set(key, [...(sets.get(key) ?? []), Number.parseInt(report.source.slice(0, 8), 16)])
  }
  return [...sets.values()].map((set) => set.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

const chosen = (version: string | null): Partial<Report> => ({ version, edited: ['version'] })

it('finds copies, scans and digests, and keeps two sessions apart', () => {
  const all = [
    candidate(1, FULL),
    candidate(2, SCANNED),
    candidate(3, OTHER_SESSION),
    candidate(4, DIGEST, { kind: 'digest' }),
    candidate(5, written(3, 3_000), { kind: 'other' }),
  ]
  expect(grouped(all)).toEqual([[1, 2, 4], [3], [5]])
})

it('gives a part to the full report of its place and year, whatever their likeness', () => {
  const all = [candidate(1, FULL), candidate(2, written(9, 800), { kind: 'continuation' })]
  expect(grouped(all)).toEqual([[1, 2]])
  const lonely = [candidate(1, written(8, 800), { kind: 'digest' }), candidate(2, written(9, 800), { kind: 'digest' })]
  expect(grouped(lonely)).toEqual([[1], [2]])
})

it('gives a part to the more alike of two full reports, and unites these by it never', () => {
  const both = `${FULL.slice(0, 900)}${OTHER_SESSION.slice(0, 600)}`
  const all = [candidate(1, FULL), candidate(2, OTHER_SESSION), candidate(3, both, { kind: 'digest' })]
  expect(grouped(all)).toEqual([[1, 3], [2]])
})

it('goes by the user’s word first', () => {
  const [mine, other] = [newId(), newId()]
  expect(grouped([candidate(1, FULL, chosen(null)), candidate(2, SCANNED)])).toEqual([[1], [2]])
  expect(grouped([candidate(1, FULL, chosen(mine)), candidate(2, OTHER_SESSION, chosen(mine))])).toEqual([[1, 2]])
  expect(grouped([candidate(1, FULL, chosen(mine)), candidate(2, SCANNED, chosen(other))])).toEqual([[1], [2]])
  const groups = groupVersions([candidate(1, FULL, chosen(mine)), candidate(2, SCANNED)])
  expect([...groups.values()]).toEqual([mine, mine])
})

it('gives the same groups under the same names in whatever order the reports come', () => {
  const all = [
    candidate(1, FULL),
    candidate(2, SCANNED),
    candidate(3, OTHER_SESSION),
    candidate(4, DIGEST, { kind: 'digest' }),
    candidate(5, written(5, 700), { kind: 'digest' }),
    candidate(6, written(6, 3_000), chosen(newId())),
  ]
  const expected = new Map([...groupVersions(all)].sort())
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(new Map([...groupVersions(shuffled)].sort())).toEqual(expected)
    }),
  )
})
