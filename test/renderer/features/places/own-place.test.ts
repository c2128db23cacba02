import { expect, it } from 'vitest'
import type { Place } from '#shared/model/place'
import * as gazetteer from '#shared/places/gazetteer'
import { directoryOf } from '../../../../renderer/features/places/directory'
import { levelOfName, placeOf } from '../../../../renderer/features/places/own-place'

it.each([
  ['郑东新区', 'county'],
  ['大寨镇', 'township'],
  ['某某街道', 'township'],
  ['某市', 'city'],
  ['无字尾', 'county'],
] as const)('%s is taken for a %s', (name, level) => {
  expect(levelOfName(name)).toBe(level)
})

it('derives the short name where it was left open', () => {
  const draft = { name: ' 郑东新区 ', short: '', level: 'county', parent: '410100' } as const
  expect(placeOf(draft)).toEqual({ name: '郑东新区', short: '郑东新区', level: 'county', parent: '410100' })
  expect(placeOf({ ...draft, name: '某某县' }).short).toBe('某某')
  expect(placeOf({ ...draft, short: '郑东' }).short).toBe('郑东')
})

it('finds own places before those of the table, and says what is above them', () => {
  const zone: Place = { code: 'u-1', name: '郑东新区', short: '郑东', level: 'county', parent: '410100', lineage: [] }
  const ring: Place = { code: 'u-2', name: '环', short: '环', level: 'county', parent: 'u-2', lineage: [] }
  const directory = directoryOf(gazetteer, [zone, ring])
  expect(directory.search('郑', 3).map(({ name }) => name)[0]).toBe('郑东新区')
  expect(directory.label(zone)).toBe('郑东新区 · 郑州市 · 河南省')
  expect(directory.byCode('u-1')).toBe(zone)
  expect(directory.search('  ', 3)).toEqual([])
  // A place above itself does not hang the window.
  expect(directory.label(ring)).toBe('环 · 环')
})
