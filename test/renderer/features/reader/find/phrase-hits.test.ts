import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitBefore, hitFrom, phraseHits } from '../../../../../renderer/features/reader/find/phrase-hits'

const query = (phrase: string, matchCase = false) => ({ phrase, matchCase, regex: false, inReport: false })
const all = (text: string, phrase: string, within = { start: 0, end: text.length }, matchCase = false) =>
  [...phraseHits(text, query(phrase, matchCase), within)].flat()

describe('find', () => {
  it('finds across a line that a scan broke, and takes signs as they stand', () => {
    const text = '居民可支\n配收入。可支配收入增长'
    expect(all(text, '可支配收入').map(({ start, end }) => text.slice(start, end))).toEqual([
      '可支\n配收入',
      '可支配收入',
    ])
    expect(all(text, '支.配')).toEqual([])
    expect(all(text, ' ')).toEqual([])
  })

  it('minds case where that is wanted, and looks nowhere but within', () => {
    expect(all('GDP gdp', 'gdp')).toHaveLength(2)
    expect(all('GDP gdp', 'gdp', undefined, true)).toEqual([{ start: 4, end: 7 }])
    expect(all('GDP gdp', 'gdp', { start: 0, end: 5 })).toEqual([{ start: 0, end: 3 }])
  })

  it('loses and doubles nothing where slices meet', () => {
    const text = `${'文'.repeat(199_998)}增\n长增长${'文'.repeat(200_000)}增长`
    expect(all(text, '增长').map(({ start }) => start)).toEqual([199_998, 200_001, 400_003])
    expect([...phraseHits(text, query('增长'), { start: 0, end: text.length })].length).toBeGreaterThan(1)
  })

  it('finds what a plain search finds, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('增', '长', 'a'), { maxLength: 60 }), (letters) => {
        const text = letters.join('')
        const found = all(text, '增长').map(({ start }) => start)
        expect(found).toEqual([...text.matchAll(/增长/g)].map(({ index }) => index))
      }),
    )
  })
})

describe('going from hit to hit', () => {
  const hits = [2, 5, 9].map((start) => ({ start, end: start + 1 }))
  it.each([
    [0, 0, 2],
    [2, 0, 2],
    [3, 1, 0],
    [10, 0, 2],
  ])('from %i: hit %i next, %i before', (offset, next, before) => {
    expect([hitFrom(hits, offset), hitBefore(hits, offset)]).toEqual([next, before])
  })
  it('has nowhere to go without hits', () => expect([hitFrom([], 3), hitBefore([], 3)]).toEqual([-1, -1]))
})
