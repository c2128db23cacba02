import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packCounts, unpackCounts } from '../../../../renderer/workers/search/packed-counts'
import type { SearchCount } from '../../../../renderer/workers/search/protocol'

const place = fc.record({
  code: fc.constantFrom('410300', '420100', 'u1'),
  // A place of the user's own may have been named anew between two reports.
  name: fc.constantFrom('洛阳市', '武汉市'),
  short: fc.constantFrom('洛阳', '武汉'),
  level: fc.constantFrom('city' as const, 'county' as const),
  parent: fc.constantFrom(null, '410000'),
})
const count: fc.Arbitrary<SearchCount> = fc.record({
  place: fc.option(place),
  year: fc.option(fc.integer({ min: 1949, max: 2100 })),
  hits: fc.nat(),
  reports: fc.nat(3000),
  of: fc.nat(3000),
  characters: fc.maxSafeNat(),
})

it('are after packing and sending what they were before', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 30 }), (counts) => {
      expect(unpackCounts(structuredClone(packCounts(counts)))).toEqual(counts)
    }),
  )
})

it('name a place once, however many rows have it', () => {
  const row = { year: 2024, hits: 1, reports: 1, of: 1, characters: 9 }
  const of = (code: string) => ({ code, name: code, short: code, level: 'city' as const, parent: null })
  const { places } = packCounts(['a', 'b', 'a', 'b'].map((code) => ({ ...row, place: of(code) })))
  expect(places.map(({ code }) => code)).toEqual(['a', 'b'])
})
