import { expect, it } from 'vitest'
import type { JournalTable } from '#shared/model/journal'
import { partsOf } from '../../../renderer/storage/changes'

const change = (table: JournalTable, source: string, after = true) => {
  const record = { source }
  return { table, key: 'k', after: after ? record : null, expected: after ? null : record }
}

const many = (table: JournalTable, source: string, count: number) =>
  Array.from({ length: count }, (_, n) => change(table, source, n % 2 === 0))

it('parts corrections where a source ends', () => {
  const changes = ['a', 'b', 'c'].flatMap((source) => [
    ...many('corrections', source, 50),
    ...many('annotations', source, 250),
  ])
  expect(
    partsOf(changes).map((part) => [...new Set(part.map(({ after, expected }) => (after ?? expected)?.source))]),
  ).toEqual([['a'], ['b'], ['c']])
  expect(partsOf(changes).flat()).toEqual(changes)
})

it('takes small sources together', () => {
  const changes = ['a', 'b', 'c'].flatMap((source) => many('corrections', source, 80))
  expect(partsOf(changes).map(({ length }) => length)).toEqual([240])
})

it('makes one part of what stands apart, or is of other tables too', () => {
  const apart = [...many('corrections', 'a', 300), ...many('annotations', 'b', 300), ...many('statements', 'a', 300)]
  expect(partsOf(apart)).toEqual([apart])
  const sources = [...many('corrections', 'a', 300), ...many('sources', 'b', 300)]
  expect(partsOf(sources)).toEqual([sources])
})

it('parts statements and annotations anywhere', () => {
  expect(partsOf(many('statements', 'a', 450)).map(({ length }) => length)).toEqual([200, 200, 50])
})

it('parts what was settled in a merge as what it stands beside', () => {
  const settled = Array.from({ length: 300 }, () => ({
    ...{ table: 'mergeDecisions' as const, key: 'k', after: { mine: null }, expected: null },
  }))
  expect(partsOf([...many('statements', 'a', 150), ...settled]).map(({ length }) => length)).toEqual([200, 200, 50])
  const corrected = [...many('corrections', 'a', 250), ...settled, ...many('corrections', 'b', 50)]
  expect(partsOf(corrected).map(({ length }) => length)).toEqual([550, 50])
})
