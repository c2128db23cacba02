import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MANNER, MANNER_ENDS, SET, SET_ENDS } from '../../../../shared/matters/claims/words.data'

/** Every stretch of so many characters of the five seeds: what words of completion have before or behind them. */
const LENGTH = 12
const stretches = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => {
    const text = readFileSync(`seeds/${name}`, 'utf8')
    return Array.from({ length: Math.max(0, text.length - LENGTH) }, (_, at) => text.slice(at, at + LENGTH))
  })

describe.each([
  ['manner', MANNER, MANNER_ENDS],
  ['sets', SET, SET_ENDS],
] as const)('the last characters of words of %s', (_, form, ends) => {
  it('let all pass that the expression takes', () => {
    const taken = stretches.filter((words) => form.test(words))
    expect(taken.length).toBeGreaterThan(20)
    expect(taken.filter((words) => !ends.includes(words.charAt(words.length - 1)))).toEqual([])
  })

  it('keep most from the expression', () => {
    const asked = stretches.filter((words) => ends.includes(words.charAt(words.length - 1)))
    expect(asked.length).toBeLessThan(stretches.length / 3)
  })
})
