import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StripeMarker } from '../../../../../renderer/features/reader/margin/stripe-marker'
import { inSlots } from '../../../../../renderer/features/reader/margin/stripe-slots'

const stripe = (id: string, top = 0) =>
  new StripeMarker({ id, label: '', color: null, left: 0, top, height: 20, named: false, look: '', depth: 0 })

const ids = (markers: readonly StripeMarker[]) => markers.map(({ drawn }) => drawn.id)
const slots = (before: string, now: string) =>
  ids(
    inSlots(
      [...before].map((id) => stripe(id)),
      [...now].map((id) => stripe(id)),
    ),
  ).join('')

describe('the slots of stripes', () => {
  it.each([
    ['', 'abc', 'abc'],
    ['abc', 'abc', 'abc'],
    // Those that stay keep their places; new ones take those of what is gone.
    ['abcd', 'bcde', 'ebcd'],
    ['abc', 'abcde', 'abcde'],
    // Without new ones the last take the places, so that the others need not move.
    ['abcd', 'bcd', 'dbc'],
    ['abcd', 'b', 'b'],
    ['abc', 'defg', 'defg'],
    ['abc', '', ''],
  ])('%s, then %s: %s', (before, now, after) => expect(slots(before, now)).toBe(after))

  it('takes the stripes as they stand now', () => {
    expect(inSlots([stripe('a', 1), stripe('b', 2)], [stripe('b', 5)])).toEqual([stripe('b', 5)])
  })

  it('holds the same stripes whatever stood there before', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 })).map((all) => all.map((id) => stripe(id)))
    fc.assert(
      fc.property(names, names, (before, now) => {
        const after = inSlots(before, now)
        expect(ids(after).toSorted()).toEqual(ids(now).toSorted())
        const length = Math.min(before.length, after.length)
        const stay = ids(before.slice(0, length)).filter((id) => ids(now).includes(id))
        expect(ids(after.slice(0, length)).filter((id, i) => id === ids(before)[i])).toEqual(stay)
      }),
    )
  })
})
