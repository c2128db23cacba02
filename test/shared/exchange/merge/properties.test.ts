import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '#shared/exchange/merge/canonical'
import { mergeProjects } from '#shared/exchange/merge/merge-projects'
import type { Choice, Fields, ProjectRecords } from '#shared/exchange/merge/merge-types'
import { Annotation, codersOf } from '#shared/model/annotation'
import { at, changed, dumped, idOf, projectBy, recordsOf } from './records'

const [here, there] = [projectBy('甲', 1), projectBy('乙', 2)]
const merged = (mine: ProjectRecords, theirs: ProjectRecords, base: ProjectRecords | null = null): ProjectRecords =>
  changed(mine, mergeProjects(mine, theirs, base).changes)

const textOf = (value: unknown): string => String(value)

/** Names of codes by id, so that two projects can be compared whatever the ids. */
const names = (records: ProjectRecords) =>
  new Map(recordsOf(records, 'codes').map(({ id, name }) => [textOf(id), textOf(name)]))

/** Who gave which code where: what must never change by a merge. */
function codings(records: ProjectRecords): string[] {
  const named = names(records)
  return recordsOf(records, 'annotations')
    .flatMap((record) => {
      const annotation = Annotation.parse({ ...record, id: idOf(2, 0) })
      return codersOf(annotation).flatMap(({ author, codes }) =>
        codes.map((one) => `${annotation.anchor.start} ${author} ${named.get(one)}`),
      )
    })
    .sort()
}

/** What a project says, without whose record it is. */
function said(records: ProjectRecords): string {
  const named = names(records)
  const codes = recordsOf(records, 'codes').map(({ name, definition }) => [name, definition])
  const statements = recordsOf(records, 'statements').map(({ origin, value, status, author, also }) => [
    ...[origin, value, status],
    [author, ...(also as { author: string }[]).map((one) => one.author)].sort(),
  ])
  const marks = recordsOf(records, 'annotations').map(({ anchor, memo, codes: given }) => [
    ...[anchor, memo],
    (given as string[]).map((id) => named.get(id)).sort(),
  ])
  const memos = recordsOf(records, 'memos').map(({ subject, text }) => [
    named.get((subject as { id: string }).id),
    text,
  ])
  return canonical(
    [codes, statements, marks, memos].map((list) => list.map(canonical).sort()).concat([codings(records)]),
  )
}

const reversed = (records: ProjectRecords): ProjectRecords =>
  new Map([...records].reverse().map(([table, list]) => [table, new Map([...list].reverse())]))

describe('a merge', () => {
  it('with oneself changes nothing and has no conflict', () => {
    fc.assert(
      fc.property(here, fc.boolean(), (mine, parted) => {
        const { changes, conflicts } = mergeProjects(mine, mine, parted ? mine : null)
        expect([changes, conflicts]).toEqual([[], []])
      }),
    )
  })

  it('with nothing changes nothing, and of nothing takes all', () => {
    fc.assert(
      fc.property(here, (mine) => {
        expect(mergeProjects(mine, new Map()).changes).toEqual([])
        expect(dumped(merged(new Map(), mine))).toBe(dumped(mine))
      }),
    )
  })

  it('done twice is the same as done once', () => {
    fc.assert(
      fc.property(here, there, (mine, theirs) => {
        const once = merged(mine, theirs)
        expect(dumped(merged(once, theirs))).toBe(dumped(once))
      }),
    )
  })

  it('says the same whoever merges, but for conflicts', () => {
    fc.assert(
      fc.property(here, there, (mine, theirs) => {
        const { conflicts } = mergeProjects(mine, theirs)
        const back = mergeProjects(theirs, mine)
        expect(back.conflicts).toHaveLength(conflicts.length)
        if (conflicts.length > 0) return
        expect(said(changed(theirs, back.changes))).toBe(said(merged(mine, theirs)))
      }),
      { numRuns: 300 },
    )
  })

  it('does not go by the order of its input', () => {
    fc.assert(
      fc.property(here, there, (mine, theirs) => {
        expect(mergeProjects(reversed(mine), reversed(theirs))).toEqual(mergeProjects(mine, theirs))
      }),
    )
  })

  it('keeps every code that anybody gave, with who gave it', () => {
    fc.assert(
      fc.property(here, there, (mine, theirs) => {
        const both = codings(merged(mine, theirs))
        for (const one of [...codings(mine), ...codings(theirs)]) expect(both).toContain(one)
        expect(new Set(both)).toEqual(new Set([...codings(mine), ...codings(theirs)]))
      }),
    )
  })

  it('lets nothing disappear: what does not stand is in the list of conflicts', () => {
    fc.assert(
      fc.property(here, there, fc.constantFrom<Choice>('mine', 'theirs'), (mine, theirs, choice) => {
        const listed = mergeProjects(mine, theirs).conflicts
        const settled = new Map(listed.map(({ id }) => [id, choice]))
        const after = changed(mine, mergeProjects(mine, theirs, null, { settled }).changes)
        const kept = [
          ...recordsOf(after, 'codes').map(({ definition }) => definition),
          ...recordsOf(after, 'annotations').map((record) => record.memo),
          ...recordsOf(after, 'memos').map(({ text }) => text),
          ...listed.flatMap(({ fields }) => fields.flatMap(({ mine: a, theirs: b }) => [a, b])),
        ]
        const words = (records: ProjectRecords): unknown[] => [
          ...recordsOf(records, 'codes').map(({ definition }) => definition),
          ...recordsOf(records, 'annotations').map((record) => record.memo),
          ...recordsOf(records, 'memos').map(({ text }) => text),
        ]
        for (const word of [...words(mine), ...words(theirs)]) if (word !== '') expect(kept).toContain(word)
        const decided = (records: ProjectRecords) => recordsOf(records, 'statements').map(({ origin }) => origin)
        expect(new Set(decided(after))).toEqual(new Set([...decided(mine), ...decided(theirs)]))
      }),
    )
  })

  it('of two from one ancestor asks only where both changed a thing', () => {
    fc.assert(
      fc.property(here, fc.nat(), fc.nat(), (base, first, second) => {
        const list = recordsOf(base, 'statements')
        if (list.length < 2) return
        const [a, b] = [first % list.length, second % list.length]
        const turned = (n: number, author: string): ProjectRecords => {
          const record = list[n] as Fields
          const after = { ...record, value: 99 + n, author, status: 'edited', updatedAt: at(50) }
          return changed(base, [{ table: 'statements', key: textOf(record.id), after }])
        }
        const [mine, theirs] = [turned(a, '甲'), turned(b, '乙')]
        const { conflicts, changes } = mergeProjects(mine, theirs, base)
        expect(conflicts).toEqual([])
        // Both said the same of the same number, or each of another.
        expect(changes).toHaveLength(1)
        expect(changes[0]?.key).toBe(textOf(list[b]?.id))
      }),
    )
  })
})
