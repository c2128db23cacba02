import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CodedUnits,
  cohensKappa,
  contingencyOf,
  krippendorffsAlpha,
  percentAgreement,
} from '#shared/coding/agreement/coefficients'

/** Units of the lines of a table: a line for each coder, `.` where a value is missing. */
function unitsOf(...lines: string[]): CodedUnits[] {
  const rows = lines.map((line) => line.trim().split(/\s+/))
  return (rows[0] ?? []).map((_, at) => ({
    values: rows.map((row) => (row[at] === '.' ? null : (row[at] ?? null))),
    weight: 1,
  }))
}

describe("Cohen's kappa", () => {
  it('is 0.492 in Cohen (1968), as psych for R has it: 200 cases, three categories', () => {
    const counts = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]
    expect(cohensKappa(counts)).toBeCloseTo(0.492, 3)
  })

  it('is -0.09 in table 1 of Cohen (1960): .29 agree, .35 would by chance, so that agreement is below chance', () => {
    const counts = [
      [25, 13, 12],
      [12, 2, 16],
      [3, 15, 2],
    ]
    expect(cohensKappa(counts)).toBeCloseTo(-0.09, 2)
  })

  it('is 0.654 in the example of Bonnardel (three diagnostic categories)', () => {
    const counts = [
      [25, 3, 5],
      [6, 32, 8],
      [1, 0, 20],
    ]
    expect(cohensKappa(counts)).toBeCloseTo(0.654, 3)
  })

  it('shows the paradox of Feinstein and Cicchetti (1990): 0.70 and 0.32 for the same 85 of 100', () => {
    const [even, uneven] = [
      [
        [40, 9],
        [6, 45],
      ],
      [
        [80, 10],
        [5, 5],
      ],
    ]
    expect(cohensKappa(even ?? [])).toBeCloseTo(0.7, 2)
    expect(cohensKappa(uneven ?? [])).toBeCloseTo(0.32, 2)
  })

  it('says nothing where both gave all the same value, or there is nothing', () => {
    expect([
      cohensKappa([[5]]),
      cohensKappa([
        [0, 0],
        [0, 9],
      ]),
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ]).toEqual([null, null, null])
    expect(
      cohensKappa([
        [0, 0],
        [3, 4],
      ]),
    ).toBe(0)
  })
})

describe("Krippendorff's alpha", () => {
  it('is 0.095 in Krippendorff (2011), A: binary, two observers', () => {
    expect(krippendorffsAlpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'))).toBeCloseTo(0.095, 3)
  })

  it('is 0.692 in Krippendorff (2011), B: nominal, two observers', () => {
    expect(krippendorffsAlpha(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))).toBeCloseTo(0.692, 3)
  })

  it('is 0.743 in Krippendorff (2011), C: nominal, four observers, missing data', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    )
    expect(krippendorffsAlpha(units)).toBeCloseTo(0.743, 3)
  })

  it("is 0.691 in the example of Wikipedia's article: three coders, missing data", () => {
    const units = unitsOf(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    )
    expect(krippendorffsAlpha(units)).toBeCloseTo(0.691, 3)
  })

  it('says nothing where all values are the same, or none can be paired', () => {
    expect(krippendorffsAlpha(unitsOf('1 1 1', '1 1 1'))).toBeNull()
    expect(krippendorffsAlpha(unitsOf('1 . 0', '. 1 .'))).toBeNull()
  })
})

const value = fc.constantFrom('a', 'b', 'c')
const rating = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
const ratings = fc.integer({ min: 2, max: 4 }).chain((coders) =>
  fc.array(
    fc.record({
      values: fc.array(rating, { minLength: coders, maxLength: coders }),
      weight: fc.integer({ min: 1, max: 4 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
)
const whole = fc.array(fc.record({ values: fc.tuple(value, value), weight: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 12,
})
const kappaOf = (units: readonly CodedUnits[], a = 0, b = 1) => cohensKappa(contingencyOf(units, a, b, ['a', 'b', 'c']))
const near = (a: number | null, b: number | null) => {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 9)
}

describe('any coefficient', () => {
  it('is at most 1, and percentages are at least 0', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        for (const one of [krippendorffsAlpha(units), kappaOf(units), percentAgreement(units)])
          expect(one ?? 0).toBeLessThanOrEqual(1 + 1e-12)
        expect(kappaOf(units) ?? 0).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(percentAgreement(units) ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is 1 with oneself, unless there is but one value', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), (values) => {
        const units = values.map((one) => ({ values: [one, one], weight: 1 }))
        const wanted = new Set(values).size > 1 ? 1 : null
        expect([kappaOf(units), krippendorffsAlpha(units), percentAgreement(units)]).toEqual([wanted, wanted, 1])
      }),
    )
  })

  it('does not go by the order of coders or of units, nor by what the values are called', () => {
    const other: Record<string, string> = { a: 'c', b: 'a', c: 'b' }
    fc.assert(
      fc.property(ratings, (units) => {
        const turned = [...units].reverse().map(({ values, weight }) => ({
          values: [...values].reverse().map((one) => (one === null ? null : (other[one] ?? null))),
          weight,
        }))
        const last = (units[0]?.values.length ?? 1) - 1
        near(krippendorffsAlpha(turned), krippendorffsAlpha(units))
        near(percentAgreement(turned), percentAgreement(units))
        near(kappaOf(turned, last - 1, last), kappaOf(units, 0, 1))
      }),
    )
  })

  it('counts a weight as so many units', () => {
    fc.assert(
      fc.property(ratings, (units) => {
        const single = units.flatMap(({ values, weight }) =>
          Array.from({ length: weight }, () => ({ values, weight: 1 })),
        )
        near(krippendorffsAlpha(single), krippendorffsAlpha(units))
        near(kappaOf(single), kappaOf(units))
      }),
    )
  })

  it('of alpha and kappa come near each other for many units', () => {
    fc.assert(
      fc.property(whole, (units) => {
        const [few, many] = [units, units.map(({ values, weight }) => ({ values, weight: weight * 100_000 }))]
        const [alpha, kappa] = [krippendorffsAlpha(many), kappaOf(many)]
        // Scott's pi, which alpha becomes, takes chance from both coders together: it is never above kappa.
        if (alpha !== null && kappa !== null) expect(alpha).toBeLessThanOrEqual(kappa + 1e-6)
        near(kappaOf(few), kappa)
      }),
    )
  })
})
