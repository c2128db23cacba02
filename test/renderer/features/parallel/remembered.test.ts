// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { KEPT_VIEWS, type Kept, recall, remember } from '../../../../renderer/features/parallel/remembered'

beforeEach(() => localStorage.clear())

const kept = (left: number): Kept => ({
  left,
  right: 7,
  linked: false,
  listing: true,
  split: 0.4,
  listHeight: 200,
  formulae: false,
})

it('keeps positions and settings by project and view', () => {
  remember('p', 'a|b', kept(1))
  remember('p', 'a|b', kept(2))
  remember('q', 'a|b', kept(3))
  expect(recall('p', 'a|b')).toEqual(kept(2))
  expect(recall('q', 'a|b')).toEqual(kept(3))
  expect(recall('p', 'b|a')).toBeNull()
})

it('forgets the view that was kept longest ago', () => {
  for (let at = 0; at <= KEPT_VIEWS; at++) remember('p', `view ${at}`, kept(at))
  expect(recall('p', 'view 0')).toBeNull()
  expect(recall('p', 'view 1')).toEqual(kept(1))
  expect(recall('p', `view ${KEPT_VIEWS}`)).toEqual(kept(KEPT_VIEWS))
})

it.each(['not json', '[["a|b",{"left":"x"}]]', '{}'])('passes over what it did not write: %s', (stored) => {
  localStorage.setItem('duibiao.parallel.p', stored)
  expect(recall('p', 'a|b')).toBeNull()
  remember('p', 'a|b', kept(1))
  expect(recall('p', 'a|b')).toEqual(kept(1))
})
