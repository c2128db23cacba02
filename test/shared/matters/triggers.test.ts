import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsIn, triggers } from '#shared/matters/triggers'

const WORDS = ['同步', '超过', '远超', '达标排放', '达标']
const OWN = triggers(WORDS)
const OTHERS = triggers(['同步', '步高'])

/** Where words stand, each searched for by itself. */
function searched(text: string, words: readonly string[]): [number, string][] {
  const found: [number, string][] = []
  for (let at = 0; at < text.length; at++)
    for (const word of words) if (text.startsWith(word, at)) found.push([at, word])
  return found
}
const told = (text: string, of: number): [number, string][] =>
  (hitsIn(text)[of] ?? []).map(({ at, word }) => [at, word])

describe('the words that readers of matters look for', () => {
  it('are found in the order of the text, also where they overlap', () => {
    expect(told('远超过全省，同步', OWN)).toEqual([
      [0, '远超'],
      [1, '超过'],
      [6, '同步'],
    ])
  })

  it('are told to each reader by its own place among its words', () => {
    const hits = hitsIn('同步高')
    expect(hits[OWN]).toEqual([{ at: 0, word: '同步', index: 0 }])
    expect(hits[OTHERS]).toEqual([
      { at: 0, word: '同步', index: 0 },
      { at: 1, word: '步高', index: 1 },
    ])
  })

  it('are all found in any text', () => {
    const part = fc.oneof(fc.constantFrom(...WORDS, '步', '高', '，'), fc.string())
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (text) => {
          expect(told(text, OWN)).toEqual(searched(text, WORDS))
        },
      ),
    )
  })
})
