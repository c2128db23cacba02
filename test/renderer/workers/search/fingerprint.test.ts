import { expect, it } from 'vitest'
import { fingerprintOf } from '../../../../renderer/workers/search/fingerprint'
import { type HeldText, heldOf } from '../../../../renderer/workers/search/held'
import { Hits } from '../../../../renderer/workers/search/hits'
import { analysed } from '../../storage/fixture'

const text = (n: number): HeldText => {
  const { source, text: reading } = analysed(n)
  return heldOf(source, [], { ...reading, reading: source.reading })
}
const [one, other] = [text(1), text(2)]

/** Hits of two characters in texts. */
function hitsAt(...places: [HeldText, number][]): Hits {
  const hits = new Hits()
  for (const [held, start] of places) {
    hits.begin(held, null)
    hits.spans.push(start, start + 2)
  }
  return hits
}
const identity = (rank: number) => rank
const known = fingerprintOf(hitsAt([one, 3], [other, 3]), identity)

it('is the same for the same list', () => {
  expect(fingerprintOf(hitsAt([text(1), 3], [text(2), 3]), identity)).toBe(known)
})

it.each([
  ['another place', hitsAt([one, 4], [other, 3]), identity],
  ['another text', hitsAt([one, 3], [one, 3]), identity],
  ['another order', hitsAt([one, 3], [other, 3]), (rank: number) => 1 - rank],
  ['one hit less', hitsAt([one, 3]), identity],
  ['another memo', hitsAt([{ ...one, memo: 'm' }, 3], [other, 3]), identity],
])('is another for %s', (_, hits, placeOf) => {
  expect(fingerprintOf(hits, placeOf)).not.toBe(known)
})

it('is the same in whatever order hits were asked for before', () => {
  const hits = hitsAt([one, 3], [one, 9], [other, 3], [one, 1])
  const turned = (rank: number) => 3 - rank
  const before = fingerprintOf(hits, turned)
  for (const place of [2, 0, 3, 1]) expect(hits.at(place)).toMatchObject({ start: [3, 9, 3, 1][place] })
  expect(fingerprintOf(hits, turned)).toBe(before)
  expect(hits.at(4)).toBeNull()
})
