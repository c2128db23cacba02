import { expect, it } from 'vitest'
import type { TopicRule } from '#shared/model/topic'
import { TOPICS } from '#shared/text/topics'
import {
  added,
  asBuiltIn,
  changesIn,
  draftFrom,
  isChanged,
  isSameDraft,
  moved,
  replaced,
  wordsIn,
} from '../../../../renderer/features/topics/draft'

const built = draftFrom([])
const topic = (draft: readonly TopicRule[], id: string): TopicRule => {
  const found = draft.find((one) => one.id === id)
  if (!found) throw new Error(`no topic ${id}`)
  return found
}

it('parts words as people type them', () => {
  expect(wordsIn(' 营商环境  外贸,口岸、外贸，\n自贸区；特区 ')).toEqual(['营商环境', '外贸', '口岸', '自贸区', '特区'])
  expect(wordsIn('  ')).toEqual([])
})

it('stores nothing while all is as it was built in', () => {
  expect(built).toEqual(TOPICS)
  expect(changesIn(built)).toEqual([])
})

it('stores what was changed, and takes it back', () => {
  const changed = replaced(built, { ...topic(built, 'reform'), words: ['口岸'], off: true })
  expect(changesIn(changed).map(({ id, words }) => [id, words])).toEqual([['reform', ['口岸']]])
  expect(isChanged(topic(changed, 'reform'))).toBe(true)
  expect(changesIn(replaced(changed, asBuiltIn(topic(changed, 'reform'))))).toEqual([])
  expect(isSameDraft(draftFrom(changesIn(changed)), changed)).toBe(true)
  expect(isSameDraft(built, changed)).toBe(false)
})

it('adds a topic of the user’s own, which stays where it was put', () => {
  const own = added(built, '民族团结')
  const id = own.at(-1)?.id ?? ''
  const up = moved(own, id, -1)
  expect(up.at(-2)?.name).toBe('民族团结')
  const stored = changesIn(up)
  expect(stored.map((one) => one.id).sort()).toEqual(['culture', id].sort())
  expect(isSameDraft(draftFrom(stored), up)).toBe(true)
  // A place among the others is no change of what a topic says.
  expect(isChanged(topic(up, 'culture'))).toBe(false)
})

it('moves nothing past the ends', () => {
  expect(moved(built, 'economy', -1)).toEqual(built)
  expect(moved(built, 'culture', 1)).toEqual(built)
})
