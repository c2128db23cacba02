import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestPhrase, phrasePattern } from '#shared/text/broken-text'

describe('phrasePattern', () => {
  it.each([
    ['可支配收入', '居民可支\n配收入', true],
    ['可支配收入', '居民可支\r\n　　配收入', true],
    ['可支配收入', '居民可支，配收入', false],
    ['5.5%', '控制在5.5%以内', true],
    ['5.5%', '控制在5x5%以内', false],
    ['(一)', '(一)促进', true],
    ['a b', 'a \n b', true],
    ['𠮷野', '𠮷\n野', true],
  ])('%j in %j: %s', (phrase, text, found) => {
    expect(new RegExp(phrasePattern(phrase), 'u').test(text)).toBe(found)
  })

  it('finds every phrase in itself, wherever a line is broken in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, unit: 'grapheme' }), fc.nat(), (phrase, at) => {
        const characters = [...phrase]
        fc.pre(phrase.trim() === phrase && !/\s/u.test(phrase))
        const cut = 1 + (at % Math.max(characters.length - 1, 1))
        const broken = `${characters.slice(0, cut).join('')}\n${characters.slice(cut).join('')}`
        expect(new RegExp(phrasePattern(phrase), 'u').test(broken)).toBe(true)
      }),
    )
  })
})

describe('nearestPhrase', () => {
  const text = '增长目标：工业增长8%，投资增\n长9%。增长10%。'
  it.each([
    ['the last one before the number', '增长', text.indexOf('9%'), '增\n长'],
    ['the first one after it where none stands before', '投资', 0, '投资'],
  ])('%s', (_name, phrase, offset, found) => {
    const span = nearestPhrase(text, { start: 0, end: text.length }, phrase, offset)
    expect(span && text.slice(span.start, span.end)).toBe(found)
    if (phrase === '增长') expect(span?.start).toBe(text.indexOf('增\n长'))
  })

  it('keeps to the sentence, and finds nothing for nothing', () => {
    expect(nearestPhrase(text, { start: 0, end: 4 }, '投资', 2)).toBeNull()
    expect(nearestPhrase(text, { start: 0, end: 4 }, ' ', 2)).toBeNull()
  })
})
