import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Line, linesOf } from '../../../../renderer/features/statement-table/lines'
import type { RowGroup } from '../../../../renderer/workers/statements/protocol'

const groupsOf = (...counts: readonly number[]): RowGroup[] => {
  let from = 0
  return counts.map((count, index) => {
    const group = { value: `g${index}`, label: '', from, count, suggested: 0 }
    from += count
    return group
  })
}
const shown = (line: Line | null) => (line?.type === 'group' ? line.group.value : (line?.position ?? null))
const all = (lines: ReturnType<typeof linesOf>) =>
  Array.from({ length: lines.count }, (_, index) => shown(lines.at(index)))

it('are rows alone where nothing is grouped', () => {
  const lines = linesOf(3, null, new Set())
  expect(all(lines)).toEqual([0, 1, 2])
  expect([lines.at(3), lines.at(-1), lines.ofRow(2), lines.ofGroup('g0')]).toEqual([null, null, 2, -1])
})

it('have the head of each group before its rows', () => {
  const lines = linesOf(3, groupsOf(2, 1), new Set())
  expect(all(lines)).toEqual(['g0', 0, 1, 'g1', 2])
  expect([lines.ofRow(0), lines.ofRow(2), lines.ofGroup('g1'), lines.ofGroup('none')]).toEqual([1, 4, 3, -1])
})

it('leave out the rows of collapsed groups', () => {
  const lines = linesOf(6, groupsOf(2, 3, 1), new Set(['g0', 'g2']))
  expect(all(lines)).toEqual(['g0', 'g1', 2, 3, 4, 'g2'])
  expect(lines.at(0)).toMatchObject({ type: 'group', collapsed: true })
  // A hidden row is where its group is.
  expect([lines.ofRow(1), lines.ofRow(4), lines.ofRow(5)]).toEqual([0, 4, 5])
})

it('lead from every row to its line and back', () => {
  const some = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(some, fc.array(fc.nat({ max: 7 })), (counts, closed) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      const lines = linesOf(total, groupsOf(...counts), new Set(closed.map((index) => `g${index}`)))
      for (let position = 0; position < total; position++) {
        const line = lines.at(lines.ofRow(position))
        expect(line?.type === 'group' ? line.collapsed : line?.position === position).toBe(true)
      }
    }),
  )
})
