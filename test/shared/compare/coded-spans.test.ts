import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePlaces, codesIn, lineageOf } from '../../../shared/compare/code-places'
import { headedStretches, intersectionOf, lengthOf, unionOf, unitsTouched } from '../../../shared/compare/coded-spans'
import { type CoReport, type CoUnit, cooccurrence, MOST, pairKey } from '../../../shared/compare/cooccurrence'
import { PLACES } from './build'

const span = (start: number, end: number) => ({ start, end })
const spans = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 8 },
)
const points = (list: readonly { start: number; end: number }[]): Set<number> =>
  new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))

describe('spans', () => {
  it('join and meet as sets of characters do', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [one, other] = [unionOf(a), unionOf(b)]
        expect(lengthOf(one)).toBe(points(a).size)
        expect(lengthOf(intersectionOf(one, other))).toBe([...points(a)].filter((at) => points(b).has(at)).length)
      }),
    )
  })

  it('touch the units that they share a character with', () => {
    const units = [span(0, 10), span(10, 20), span(25, 30)]
    fc.assert(
      fc.property(spans, (list) => {
        const expected = units.flatMap((unit, at) =>
          list.some((x) => x.start < unit.end && x.end > unit.start) ? [at] : [],
        )
        expect([...unitsTouched(units, list)].sort()).toEqual(expected)
      }),
    )
  })

  it('are cut at each heading', () => {
    expect(headedStretches([{ start: 4 }, { start: 4 }, { start: 9 }, { start: 40 }], span(2, 20))).toEqual([
      span(2, 4),
      span(4, 9),
      span(9, 20),
    ])
  })
})

const TREE = [
  { id: 'economy', parent: null },
  { id: 'growth', parent: 'economy' },
  { id: 'people', parent: null },
]
const TEXT = '经济增长百分之八，就业稳定。民生改善。'

describe('codes by place', () => {
  const lineage = lineageOf(TREE)
  const codings = [
    { ...span(0, 4), codes: ['growth'] },
    { ...span(2, 8), codes: ['growth', 'economy'] },
    { ...span(9, 13), codes: ['people', 'gone'] },
  ]

  it('count a passage once for the branch, and each character once', () => {
    expect(codesIn(TEXT, codings, lineage)).toEqual([
      { code: 'growth', passages: 2, characters: 8 },
      { code: 'economy', passages: 2, characters: 8 },
      { code: 'people', passages: 1, characters: 4 },
    ])
  })

  it('are told per 10,000 characters, by place and year or by place', () => {
    const report = (place: keyof typeof PLACES, year: number, characters: number) => ({
      ...{ report: `${place}${year}`, place: PLACES[place], year, kind: 'full' as const, characters },
      codes: codesIn(TEXT, codings, lineage),
    })
    const reports = [report('chanhe', 2022, 1000), report('chanhe', 2023, 3000), report('xigong', 2023, 0)]
    expect(
      codePlaces(reports, ['economy', 'other'], 'placeYear').map(({ key, cells }) => [key, cells[0]?.per10k]),
    ).toEqual([
      ['410304 2022', 80],
      ['410304 2023', expect.closeTo(80 / 3, 8)],
      ['410303 2023', 0],
    ])
    const [chanhe] = codePlaces(reports, ['economy', 'other'], 'place')
    expect(chanhe).toMatchObject({ years: [2022, 2023], reports: 2, characters: 4000 })
    expect(chanhe?.cells).toEqual([
      { code: 'economy', passages: 4, characters: 16, per10k: 40 },
      { code: 'other', passages: 0, characters: 0, per10k: 0 },
    ])
  })

  it('survive a tree that goes in a circle', () => {
    expect(
      lineageOf([
        { id: 'a', parent: 'b' },
        { id: 'b', parent: 'a' },
      ]).get('a'),
    ).toEqual(['a', 'b'])
  })
})

describe('codes beside each other', () => {
  const units = [span(0, 14), span(14, 19)]
  const report: CoReport = {
    report: 'one',
    source: 'source',
    units,
    codings: [
      { ...span(0, 8), codes: ['growth'] },
      { ...span(4, 12), codes: ['people'] },
      { ...span(15, 17), codes: ['people'] },
    ],
  }

  it('are counted by stretch, with the share of characters that both have', () => {
    const { counts, pairs } = cooccurrence([report], 'overlap')
    expect(Object.fromEntries(counts)).toEqual({ growth: 1, people: 2 })
    expect(pairs.get(pairKey('people', 'growth'))).toEqual({
      ...{ a: 'growth', b: 'people', count: 1, jaccard: 4 / 14 },
      passages: [{ start: 4, end: 8, report: 'one', source: 'source' }],
    })
  })

  it('are counted by sentence or section, with the share of these that have both', () => {
    const pair = cooccurrence([report], 'sentence').pairs.get(pairKey('growth', 'people'))
    expect(pair).toMatchObject({ count: 1, jaccard: 1 / 2, passages: [{ start: 0, end: 14 }] })
  })

  it('are not listed without end', () => {
    const many = Array.from({ length: MOST + 5 }, (_, at) => ({ ...report, report: `${at}` }))
    const pair = cooccurrence(many, 'overlap').pairs.get(pairKey('growth', 'people'))
    expect(pair?.count).toBe(MOST + 5)
    expect(pair?.passages).toHaveLength(MOST)
  })

  it('keep their measures in bounds, in whatever order the codings come', () => {
    const coding = fc
      .tuple(spans, fc.constantFrom('a', 'b', 'c'))
      .map(([list, code]) => list.map((one) => ({ ...one, codes: [code] })))
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 4 }), fc.constantFrom<CoUnit>('overlap', 'sentence'), (made, unit) => {
        const codings = made.flat()
        const table = cooccurrence([{ ...report, codings }], unit)
        const turned = cooccurrence([{ ...report, codings: codings.toReversed() }], unit)
        expect([...table.pairs].sort()).toEqual([...turned.pairs].sort())
        for (const { a, b, count, jaccard } of table.pairs.values()) {
          expect(a < b).toBe(true)
          expect(count).toBeGreaterThan(0)
          expect(jaccard).toBeGreaterThan(0)
          expect(jaccard).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
