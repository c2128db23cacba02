import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementIn } from '#shared/coding/agreement/agreement'
import { type AgreementUnit, type Coding, type ComparedText, patternsIn } from '#shared/coding/agreement/coded-units'

const TEXT = '一二三四。五六七八。九十百千。'
const UNITS = [0, 5, 10].map((start) => ({ start, end: start + 5 }))
const AUTHORS = ['甲', '乙']

const coding = (author: string, start: number, end: number, code = 'a'): Coding => ({ author, start, end, code })
const compared = (codings: readonly Coding[], read = [true, true]): ComparedText => ({
  report: 'r',
  text: TEXT,
  span: { start: 0, end: TEXT.length },
  codings,
  units: UNITS,
  read,
})
const agreed = (codings: readonly Coding[], unit: AgreementUnit, read?: boolean[]) =>
  agreementIn([patternsIn(compared(codings, read), AUTHORS, unit)], 2)

describe('agreement on characters', () => {
  it('counts each character, and lists where they part', () => {
    const { codes, disagreements } = agreed([coding('甲', 0, 5), coding('乙', 2, 8)], 'character')
    expect(codes).toMatchObject([{ code: 'a', units: 15, coded: [5, 6], any: 8, all: 3, percent: 10 / 15 }])
    expect(disagreements).toEqual([
      { report: 'r', code: 'a', start: 0, end: 2, pattern: '10' },
      { report: 'r', code: 'a', start: 5, end: 8, pattern: '01' },
    ])
  })

  it('leaves white space out', () => {
    const text = {
      ...compared([coding('甲', 0, 4), coding('乙', 0, 3)]),
      text: '一二 \n。',
      span: { start: 0, end: 5 },
    }
    const { codes, disagreements } = agreementIn([patternsIn(text, AUTHORS, 'character')], 2)
    expect(codes).toMatchObject([{ units: 3, coded: [2, 2], percent: 1 }])
    expect(disagreements).toEqual([])
  })

  it('takes codings that overlap of one author for one', () => {
    const { codes } = agreed([coding('甲', 0, 5), coding('甲', 3, 8), coding('乙', 0, 8)], 'character')
    expect(codes).toMatchObject([{ coded: [8, 8], percent: 1, kappa: 1, alpha: 1 }])
  })
})

describe('agreement on sentences', () => {
  it('takes a coded phrase for its sentence, and one that runs over its end for the first only', () => {
    const { codes } = agreed([coding('甲', 1, 3), coding('乙', 0, 6)], 'sentence')
    expect(codes).toMatchObject([{ units: 3, coded: [1, 1], any: 1, all: 1, percent: 1, kappa: 1 }])
  })

  it('gives each code its own figures, and all of them together', () => {
    const { codes, overall } = agreed(
      [coding('甲', 0, 5), coding('乙', 0, 5), coding('甲', 5, 10, 'b'), coding('乙', 10, 15, 'b')],
      'sentence',
    )
    expect(codes).toMatchObject([
      { code: 'a', kappa: 1 },
      { code: 'b', kappa: expect.closeTo(-0.5), percent: 1 / 3 },
    ])
    expect(overall).toMatchObject({ code: null, units: 6, coded: [2, 2], percent: 4 / 6 })
  })
})

it('holds nobody to what they have not read', () => {
  const { codes, disagreements } = agreed([coding('甲', 0, 5)], 'sentence', [true, false])
  expect(codes).toMatchObject([{ units: 0, percent: null, kappa: null, alpha: null }])
  expect(disagreements).toEqual([])
})

it('says of a rare code that kappa tells little', () => {
  const text = '字'.repeat(1000)
  const rare = { ...compared([coding('甲', 0, 10), coding('乙', 8, 18)]), text, span: { start: 0, end: 1000 } }
  const { codes } = agreementIn([patternsIn(rare, AUTHORS, 'character')], 2)
  expect(codes[0]?.percent).toBeGreaterThan(0.98)
  expect(codes[0]?.kappa).toBeLessThan(0.3)
  expect(codes[0]?.skewed).toBe(true)
})

const spans = fc
  .array(
    fc.record({
      author: fc.constantFrom(...AUTHORS),
      at: fc.integer({ min: 0, max: 14 }),
      length: fc.integer({ min: 1, max: 9 }),
      code: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map(({ author, at, length, code }) => coding(author, at, Math.min(15, at + length), code)))

/** A character of a report and who has coded it, the slow way. */
const slow = (codings: readonly Coding[], code: string) =>
  AUTHORS.map((author) =>
    Array.from(TEXT, (_, at) =>
      codings.some((one) => one.author === author && one.code === code && one.start <= at && at < one.end),
    ),
  )

describe('patterns', () => {
  it('are those that one finds character by character', () => {
    fc.assert(
      fc.property(spans, (codings) => {
        const { codes } = agreed(codings, 'character')
        for (const { code, units, coded, any, all } of codes) {
          const [first = [], second = []] = slow(codings, code ?? '')
          const count = (wanted: (at: number) => boolean) => Array.from(TEXT, (_, at) => at).filter(wanted).length
          expect([units, ...coded, any, all]).toEqual([
            TEXT.length,
            count((at) => first[at] === true),
            count((at) => second[at] === true),
            count((at) => first[at] === true || second[at] === true),
            count((at) => first[at] === true && second[at] === true),
          ])
        }
      }),
    )
  })

  it('turn round with the authors, and list what is not the same for both', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom<AgreementUnit>('character', 'sentence'), (codings, unit) => {
        const here = agreed(codings, unit)
        const turned = codings.map((one) => ({ ...one, author: one.author === '甲' ? '乙' : '甲' }))
        const there = agreed(turned, unit)
        expect(there.codes.map(({ kappa }) => kappa)).toEqual(here.codes.map(({ kappa }) => kappa))
        expect(there.disagreements).toHaveLength(here.disagreements.length)
        for (const { any, all, code } of here.codes)
          expect(here.disagreements.some((one) => one.code === code)).toBe(any > all)
      }),
    )
  })
})
