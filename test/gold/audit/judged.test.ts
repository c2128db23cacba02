import { describe, expect, it } from 'vitest'
import { asDrawn, precisionOf, readJudged, SAMPLES } from './judged'
import { drawSample } from './sample'

/** Of ten findings this many must be worth a look. */
const FLOOR = 0.8

describe('judged findings', () => {
  it.each(SAMPLES)('of the sample %s are worth a look, eight of ten', (sample) => {
    const judged = asDrawn(readJudged(sample))
    expect(judged.length).toBeGreaterThanOrEqual(10)
    expect(precisionOf(judged)).toBeGreaterThanOrEqual(FLOOR)
  })

  it('are each judged once in a sample', () => {
    for (const sample of SAMPLES) {
      const keys = readJudged(sample).map(({ rule, place, figures }) => [rule, place, ...figures].join())
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})

describe('a sample', () => {
  const places = ['洛阳市', '西安市', '济南市', '合肥市', '郑州市', '武汉市', '长沙市']
  const reports = places.flatMap((place) => ['2004', '2005', '2012', '2013', '2020'].map((year) => ({ place, year })))

  it('has two consecutive years of each place, no two places of a province, and is the same in any order', () => {
    const drawn = drawSample(reports, 'x')
    expect(drawn).toEqual(drawSample(reports.toReversed(), 'x'))
    expect(drawn).not.toEqual(drawSample(reports, 'y'))
    const names = drawn.map(({ place }) => place)
    expect(new Set(names).size).toBe(6)
    expect(names.filter((name) => name === '洛阳市' || name === '郑州市')).toHaveLength(2)
    for (let at = 0; at < drawn.length; at += 2) expect(Number(drawn[at + 1]?.year)).toBe(Number(drawn[at]?.year) + 1)
  })
})
