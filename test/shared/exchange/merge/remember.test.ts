import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import type { Choice, Fields, ProjectRecords } from '#shared/exchange/merge/merge-types'
import { decisionsOf } from '#shared/exchange/merge/remember'
import { MergeDecision } from '#shared/model/merge-decision'
import { at, changed, code, dumped, idOf, project, projectBy, recordsOf } from './records'

/** A project after a merge, with the decisions of that merge. */
function mergedBy(
  author: string,
  [mine, theirs]: [ProjectRecords, ProjectRecords],
  choose: (at: number) => Choice | null = () => null,
  base: ProjectRecords | null = null,
): ProjectRecords {
  const listed = mergeProjects(mine, theirs, base).conflicts
  const settled = new Map(
    listed.flatMap(({ id, choices }, index) => {
      const choice = choose(index)
      return choice && choices.includes(choice) ? [[id, choice] as const] : []
    }),
  )
  const { changes, conflicts } = mergeProjects(mine, theirs, base, { settled })
  const decisions = decisionsOf(conflicts, settled, { author, at: at(40) })
  return changed(changed(mine, changes), [
    ...decisions.map((after) => ({ table: 'mergeDecisions' as const, key: after.id, after })),
  ])
}

const choices = fc.infiniteStream(fc.constantFrom<Choice | null>('mine', 'theirs', 'both', null))
const [here, there] = [projectBy('甲', 1), projectBy('乙', 2)]

it('asks for nothing a second time while both sides stay, whatever was chosen', () => {
  fc.assert(
    fc.property(here, there, choices, (mine, theirs, stream) => {
      const once = mergedBy('甲', [mine, theirs], () => stream.next().value)
      const { conflicts, changes } = mergeProjects(once, theirs)
      expect(conflicts.filter(({ earlier }) => earlier === null)).toEqual([])
      expect(changes).toEqual([])
      expect(dumped(mergedBy('丙', [once, theirs]))).toBe(dumped(once))
    }),
    { numRuns: 300 },
  )
})

it('makes records that the schema takes, and that stay the same through JSON', () => {
  fc.assert(
    fc.property(here, there, (mine, theirs) => {
      for (const one of recordsOf(mergedBy('甲', [mine, theirs]), 'mergeDecisions'))
        expect(JSON.parse(JSON.stringify(MergeDecision.parse(one)))).toEqual(one)
    }),
  )
})

const A = idOf(1, 1)
const said = (definition: string, author: string) => project({ codes: [code(A, '目标', { definition, author })] })

it('takes over what others have settled, and goes by it where the very same is met', () => {
  const [first, second, third] = [said('甲说', '甲'), said('乙说', '乙'), project({})]
  const both = mergedBy('甲', [first, second], () => 'mine')
  const united = mergedBy('丙', [third, both])
  expect(recordsOf(united, 'mergeDecisions')).toEqual(recordsOf(both, 'mergeDecisions'))
  expect(mergeProjects(united, second).conflicts).toMatchObject([{ choice: 'mine', earlier: { author: '甲' } }])
  // Who is on the other side of it has settled nothing.
  expect(
    mergeProjects(
      mergedBy('乙', [second, both], () => 'mine'),
      both,
    ).conflicts,
  ).toMatchObject([{ choice: 'mine', earlier: { author: '乙', theirs: { definition: '甲说' } } }])
})

it('never asks whose decision stands', () => {
  const decided = (choice: Choice): Fields => ({
    ...{ id: idOf(9, 1), table: 'codes', keys: [A], mine: { definition: 'a' }, theirs: { definition: 'b' } },
    ...{ choice, suggested: false, author: '甲', updatedAt: at(1) },
  })
  const [mine, theirs] = (['mine', 'theirs'] as const).map((one) => project({ mergeDecisions: [decided(one)] }))
  if (!mine || !theirs) throw new Error('two are needed')
  expect(mergeProjects(mine, theirs)).toMatchObject({ conflicts: [], changes: [] })
  const base = project({ mergeDecisions: [decided('both')] })
  expect(mergeProjects(mine, theirs, base)).toMatchObject({ conflicts: [], changes: [] })
  expect(mergeProjects(base, theirs, base).changes).toMatchObject([{ after: { choice: 'theirs' } }])
  const without = project({ mergeDecisions: [] })
  expect(mergeProjects(mine, without, base).conflicts).toEqual([])
  expect(mergeProjects(without, mine, base).conflicts).toEqual([])
})

it('goes by the last of several decisions, and not by one whose choice is not to be had', () => {
  const decided = (n: number, choice: Choice): Fields => ({
    ...{ id: idOf(9, n), table: 'codes', keys: [A], mine: { definition: '甲说' }, theirs: { definition: '乙说' } },
    ...{ choice, suggested: false, author: `${n}`, updatedAt: at(n) },
  })
  const withDecisions = (...list: Fields[]) =>
    project({ codes: recordsOf(said('甲说', '甲'), 'codes'), mergeDecisions: list })
  const theirs = said('乙说', '乙')
  const several = mergeProjects(withDecisions(decided(1, 'mine'), decided(2, 'mine')), theirs)
  expect(several.conflicts).toMatchObject([{ earlier: { author: '2' } }])
  const [odd] = mergeProjects(withDecisions(decided(1, 'both')), theirs).conflicts
  expect(odd).toMatchObject({ earlier: null, choice: odd?.suggestion })
})
