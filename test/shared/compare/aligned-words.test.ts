import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignWords } from '#shared/compare/aligned-words'

const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 24 })

describe('two strings laid on each other', () => {
  it.each([
    ['加快建设基地', '加快建设基地', ['加快建设基地']],
    ['加快建设基地', '全力建设基地', ['建设基地']],
    ['新建高标准农田', '新建改造高标准农田', ['新建', '高标准农田']],
    ['甲乙丙丁', '丙丁甲乙', ['甲乙']],
    ['甲乙', '丙丁', []],
    ['甲', '甲', []],
    ['', '甲', []],
  ])('%s and %s', (a, b, runs) => {
    expect(alignWords(a, b).runs.map((run) => a.slice(run.a, run.a + run.length))).toEqual(runs)
  })

  it('have runs of equal words, in the order of both, without overlap', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { runs, score } = alignWords(a, b)
        let [x, y] = [0, 0]
        for (const run of runs) {
          expect(run.length).toBeGreaterThan(1)
          expect(run.a).toBeGreaterThanOrEqual(x)
          expect(run.b).toBeGreaterThanOrEqual(y)
          expect(a.slice(run.a, run.a + run.length)).toBe(b.slice(run.b, run.b + run.length))
          x = run.a + run.length
          y = run.b + run.length
        }
        expect(score).toBe(runs.reduce((sum, { length }) => sum + length - 1, 0))
      }),
    )
  })

  it('score the same whichever comes first, and full marks beside themselves', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(alignWords(b, a).score).toBe(alignWords(a, b).score)
        expect(alignWords(a, a).score).toBe(Math.max(0, a.length - 1))
      }),
    )
  })
})
