import { describe, expect, it } from 'vitest'
import { matterKey } from '#shared/model/matter'
import {
  itemsOfList,
  listOfItem,
  mattersOf,
  statementsOf,
} from '../../../../../renderer/features/statements/matters/belonging'
import type { ReviewStatement } from '../../../../../renderer/storage'
import { statementAt } from '../../../storage/fixture'
import { matterOf, reviewOf } from './sample'

const heading = matterOf('list')
const list = reviewOf(heading, { key: matterKey(heading) })
const item = (ordinal: number, parent: string, more = {}) =>
  reviewOf(matterOf('list_item', { ordinal, parent }), { key: `i${ordinal}`, ...more })
const first = item(1, list.key)
const matters = [list, first, item(2, list.key), item(3, 'list:9:另一个'), item(4, list.key, { report: 'other' })]

describe('what belongs together', () => {
  it('are a list and its items', () => {
    expect(itemsOfList(list, matters).map(({ key }) => key)).toEqual(['i1', 'i2'])
    expect(listOfItem(first, matters)).toBe(list)
    expect(listOfItem(item(3, 'list:9:另一个'), matters)).toBeNull()
    expect(listOfItem(list, matters)).toBeNull()
  })

  it('are still so when the heading was edited, and for a list made by hand', () => {
    const edited = reviewOf({ ...heading, heading: '十件实事' }, { key: list.key, id: 'x', status: 'edited' })
    expect(itemsOfList(edited, [edited, first]).map(({ key }) => key)).toEqual(['i1'])
    const made = reviewOf(heading, { key: 'uuid', id: 'uuid', status: 'accepted' })
    expect(listOfItem(first, [made])).toBe(made)
  })

  it('are an item and the statements in its words, a rank and the one beside it', () => {
    const statement = (key: string, start: number, report = 'r') =>
      ({ ...statementAt('8%'), key, start, report }) as ReviewStatement
    const { start, end } = first.content
    const all = [statement('a', start), statement('b', end), statement('c', start, 'other'), statement('d', end - 1)]
    expect(statementsOf(first, all).map(({ key }) => key)).toEqual(['a', 'd'])
    expect(statementsOf(reviewOf(matterOf('rank', { statement: 'b' })), all).map(({ key }) => key)).toEqual(['b'])
    expect(statementsOf(reviewOf(matterOf('rank')), all)).toEqual([])
    expect(statementsOf(list, all)).toEqual([])
    const beside = reviewOf(matterOf('rank', { statement: 'b' }), { key: 'rank' })
    const of = (statement: ReviewStatement) => mattersOf(statement, [beside, ...matters]).map(({ key }) => key)
    expect(all.map(of)).toEqual([['i1', 'i2', 'i3'], ['rank'], ['i4'], ['i1', 'i2', 'i3']])
  })
})
