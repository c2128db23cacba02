import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import type { Choice, Fields, ProjectRecords } from '#shared/exchange/merge/merge-types'
import { at, changed, idOf, project, recordsOf, SOURCE } from './records'

const correction = (kind: number, n: number, start: number, end: number, author = '甲'): Fields => ({
  ...{ id: idOf(kind, n), source: SOURCE, reading: `${SOURCE}:1`, replacement: `${kind} ${n}` },
  anchor: { start, end, quote: '字'.repeat(end - start), prefix: '', suffix: '' },
  ...{ author, createdAt: at(kind), updatedAt: at(kind) },
})

const spans = (records: ProjectRecords): string[] =>
  recordsOf(records, 'corrections')
    .map(({ anchor, replacement }) => {
      const { start, end } = anchor as { start: number; end: number }
      return `${start}-${end} ${replacement}`
    })
    .sort()

/** What stands after a merge in which every conflict was settled as told. */
function settledBy(mine: ProjectRecords, theirs: ProjectRecords, choose: (at: number) => Choice): ProjectRecords {
  const { conflicts } = mergeProjects(mine, theirs)
  const settled = new Map(conflicts.map(({ id }, index) => [id, choose(index)]))
  return changed(mine, mergeProjects(mine, theirs, null, { settled }).changes)
}

it('lists every two corrections that share characters', () => {
  const mine = project({ corrections: [correction(1, 1, 0, 3), correction(1, 2, 5, 8), correction(1, 3, 20, 22)] })
  const theirs = project({ corrections: [correction(2, 1, 2, 6, '乙'), correction(2, 2, 7, 9, '乙')] })
  const { conflicts, counts } = mergeProjects(mine, theirs)
  expect(conflicts.map(({ mine: own, theirs: other }) => [own?.record.replacement, other?.record.replacement])).toEqual(
    [
      ['1 1', '2 1'],
      ['1 2', '2 1'],
      ['1 2', '2 2'],
    ],
  )
  expect(counts.get('corrections')).toMatchObject({ added: 0, conflicts: 3 })
  expect(spans(settledBy(mine, theirs, () => 'mine'))).toEqual(spans(mine))
  expect(spans(settledBy(mine, theirs, () => 'theirs'))).toEqual(['2-6 2 1', '20-22 1 3', '7-9 2 2'])
})

it('lists an insertion inside of what the other side replaces, and two at one place, but none at an end', () => {
  const mine = project({ corrections: [correction(1, 1, 10, 20), correction(1, 2, 30, 30)] })
  const theirs = project({
    corrections: [15, 10, 20, 30].map((start, n) => correction(2, n + 1, start, start, '乙')),
  })
  const { conflicts, counts } = mergeProjects(mine, theirs)
  const pairs = conflicts.map(
    ({ mine: own, theirs: other }) => `${own?.record.replacement}, ${other?.record.replacement}`,
  )
  expect(pairs.sort()).toEqual(['1 1, 2 1', '1 2, 2 4'])
  expect(counts.get('corrections')).toMatchObject({ added: 2, conflicts: 2 })
})

it('takes theirs only where all that it meets gives way', () => {
  const mine = project({ corrections: [correction(1, 1, 0, 3), correction(1, 2, 5, 8)] })
  const theirs = project({ corrections: [correction(2, 1, 2, 6, '乙')] })
  const kept = settledBy(mine, theirs, (index) => (index === 0 ? 'theirs' : 'mine'))
  expect(spans(kept)).toEqual(spans(mine))
})

it('leaves no two that share characters, whatever is chosen', () => {
  const apart = (kind: number) =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 })), { maxLength: 6 }).map((list) => {
      let from = 0
      return list.map(([gap, length], n) => {
        const start = from + gap
        from = start + length
        return correction(kind, n + 1, start, from, kind === 1 ? '甲' : '乙')
      })
    })
  fc.assert(
    fc.property(apart(1), apart(2), fc.infiniteStream(fc.boolean()), (own, others, choices) => {
      const choose = (): Choice => (choices.next().value ? 'mine' : 'theirs')
      const after = settledBy(project({ corrections: own }), project({ corrections: others }), choose)
      const ends = recordsOf(after, 'corrections')
        .map(({ anchor }) => anchor as { start: number; end: number })
        .sort((a, b) => a.start - b.start)
      for (const [index, { end }] of ends.entries()) expect(ends[index + 1]?.start ?? end).toBeGreaterThanOrEqual(end)
    }),
  )
})
