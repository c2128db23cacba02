import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyness, levelOf, logLikelihood, logRatio, type WordCounts } from '../../../shared/compare/keyness'

const rounded = (value: number): number => Number(value.toFixed(2))

describe('the log-likelihood of a word', () => {
  // Printed results of Rayson's calculator: the first as teaching slides of corpus linguistics have it, the others as
  // the CLiC project checks its own against (words of the body in Dickens).
  it.each([
    [52, 50_000, 57, 75_000, 2.65],
    [540, 116_000, 7525, 5_451_382, 534.64],
    [227, 116_000, 3635, 5_451_382, 183.53],
    [29, 116_000, 504, 5_451_382, 20.5],
    [431, 116_000, 5892, 5_451_382, 437.88],
    [16, 116_000, 650, 5_451_382, 0.32],
    [540, 116_000, 0, 5_451_382, 4180.78],
    [7, 10_000, 0, 100_000, 33.57],
    [0, 10_000, 536, 100_000, 102.17],
    [10, 150, 10, 150, 0],
  ])('of %i in %i and %i in %i is %f', (a, c, b, d, expected) => {
    expect(Math.abs(rounded(logLikelihood(a, b, c, d)) - expected)).toBeLessThanOrEqual(0.011)
  })

  it('is never negative, is 0 where the rates are equal, and does not care which side comes first', () => {
    const count = fc.nat(5000)
    fc.assert(
      fc.property(count, count, fc.nat(100_000), fc.nat(100_000), (a, b, moreA, moreB) => {
        const [c, d] = [a + moreA, b + moreB]
        const g2 = logLikelihood(a, b, c, d)
        expect(g2).toBeGreaterThanOrEqual(0)
        expect(logLikelihood(b, a, d, c)).toBeCloseTo(g2, 8)
        expect(logLikelihood(a, a, c, c)).toBeCloseTo(0, 8)
      }),
    )
  })

  it('is 0 where there is nothing to compare with', () => {
    expect(logLikelihood(5, 0, 100, 0)).toBe(0)
    expect(logRatio(5, 0, 100, 0)).toBe(0)
  })
})

describe('the log ratio', () => {
  it.each([
    [20, 10, 1000, 1000, 1],
    [10, 20, 1000, 1000, -1],
    [10, 10, 1000, 4000, 2],
    [8, 0, 1000, 1000, 4],
  ])('of %i and %i in %i and %i is %i', (a, b, c, d, expected) => {
    expect(logRatio(a, b, c, d)).toBeCloseTo(expected, 10)
  })
})

it('names the strictest level that is passed', () => {
  expect([3.83, 3.84, 6.63, 10.83, 15.13].map(levelOf)).toEqual([null, 0.05, 0.01, 0.001, 0.0001])
})

const corpus = (size: number, words: Record<string, number>): WordCounts => ({
  size,
  reports: 1,
  words: new Map(Object.entries(words).map(([word, count]) => [word, { count, reports: 1 }])),
})
const ALL = { least: 1, p: 0.05, most: 100 }

describe('the words that set two corpora apart', () => {
  const a = corpus(1000, { 文旅: 40, 工业: 5, 市场: 20, 牡丹: 3 })
  const b = corpus(2000, { 文旅: 10, 工业: 60, 市场: 40 })

  it('come with all figures, the largest G² first, each on the side that has more of it', () => {
    const found = keyness(a, b, ALL)
    expect(found.words.map(({ word, side, p }) => [word, side, p])).toEqual([
      ['文旅', 'a', 0.0001],
      ['工业', 'b', 0.0001],
      ['牡丹', 'a', 0.05],
    ])
    expect(found.words[0]).toMatchObject({ a: { count: 40, rate: 400, reports: 1 }, b: { count: 10, rate: 50 } })
    expect(found.words[0]?.a.expected).toBeCloseTo(50 / 3, 10)
    expect(found.words[0]?.logRatio).toBeCloseTo(3, 10)
    expect(found).toMatchObject({ compared: 4, passing: { a: 2, b: 1 }, a: { size: 1000 }, b: { size: 2000 } })
  })

  it('leaves out rare words, weak ones, and more than are wanted', () => {
    const words = (choice: Partial<typeof ALL>) => keyness(a, b, { ...ALL, ...choice }).words.map(({ word }) => word)
    expect(words({ least: 5 })).toEqual(['文旅', '工业'])
    expect(words({ p: 0.001 })).toEqual(['文旅', '工业'])
    expect(words({ most: 1 })).toEqual(['文旅', '工业'])
  })

  it('turns round when the corpora are swapped, whatever they hold', () => {
    const words = fc.dictionary(fc.constantFrom('文旅', '工业', '市场', '牡丹', '创新'), fc.nat(300))
    fc.assert(
      fc.property(
        words,
        words,
        fc.integer({ min: 1500, max: 9000 }),
        fc.integer({ min: 1500, max: 9000 }),
        (x, y, n, m) => {
          const [one, other] = [keyness(corpus(n, x), corpus(m, y), ALL), keyness(corpus(m, y), corpus(n, x), ALL)]
          const mirrored = new Map(other.words.map((word) => [word.word, word]))
          expect(mirrored.size).toBe(one.words.length)
          for (const word of one.words) {
            const twin = mirrored.get(word.word)
            expect(twin?.g2).toBeCloseTo(word.g2, 8)
            expect(twin?.logRatio).toBeCloseTo(-word.logRatio, 8)
            expect(twin?.side).not.toBe(word.side)
            expect(word.a.expected + word.b.expected).toBeCloseTo(word.a.count + word.b.count, 6)
          }
        },
      ),
    )
  })
})
