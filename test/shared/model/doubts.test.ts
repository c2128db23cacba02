import { expect, it } from 'vitest'
import { doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import { placeByCode, placeRef } from '#shared/places/gazetteer'

const city = placeByCode('410300')

/** A report in which everything is certain. */
const sure: Report = {
  id: '00000000-0000-8000-8000-000000000000',
  source: '0'.repeat(64),
  reading: `${'0'.repeat(64)}:1`,
  ordinal: 0,
  title: '政府工作报告',
  place: city && placeRef(city),
  repairedFrom: null,
  year: 2023,
  kind: 'full',
  start: 0,
  end: 10,
  speaker: null,
  session: null,
  date: null,
  confidence: 1,
  certainty: { place: 1, year: 1, kind: 1 },
  reasons: [],
  version: null,
  main: true,
  edited: [],
}

it('names nothing of a report in which everything is certain', () => {
  expect(doubtsOf(sure)).toEqual([])
})

it('names what is missing and what is uncertain', () => {
  expect(doubtsOf({ ...sure, place: null, certainty: { place: 0, year: 0.4, kind: 0.9 } })).toEqual(['place', 'year'])
  expect(doubtsOf({ ...sure, year: null })).toEqual(['year'])
  expect(doubtsOf({ ...sure, certainty: { place: 0.5, year: 1, kind: 0.2 } })).toEqual(['kind'])
})

it('leaves out what the user has set, even to nothing', () => {
  expect(
    doubtsOf({ ...sure, place: null, certainty: { place: 0, year: 0, kind: 0 }, edited: ['place', 'kind'] }),
  ).toEqual(['year'])
})
