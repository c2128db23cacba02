import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counting, OURS, plainOf, positionsIn, restored } from '#shared/exchange/refi/plain-text'

const text = fc
  .array(fc.constantFrom('\ufeff', '\r\n', '\r', '\n', '𠮷', '中', 'a'), { maxLength: 20 })
  .map((all) => all.join(''))

describe('a plain text', () => {
  it.each([
    ['a\nb', 'a\nb', ''],
    ['a\r\nb\r\n', 'a\nb\n', 'crlf'],
    ['a\rb', 'a\nb', 'cr'],
    ['\ufeffa\nb', 'a\nb', 'bom'],
    ['\ufeffa\r\nb\nc\nd\r', 'a\nb\nc\nd\n', 'bom crlf*1 lf*2 cr*1'],
    ['', '', ''],
  ])('of %j is %j, and tells %j', (original, plain, form) => {
    expect(plainOf(original)).toEqual({ plain, form })
    expect(restored({ plain, form })).toBe(original)
  })

  it('is given back as it was', () => {
    fc.assert(fc.property(text, (original) => restored(plainOf(original)) === original))
  })

  it.each(['crlf*2', 'lf*x', 'crlf cr', 'bom bom', 'crlf*1 lf*99999999999', '<'])(
    'stays where the word %j does not fit',
    (form) => {
      expect(restored({ plain: 'a\nb', form })).toBe('a\nb')
    },
  )
})

describe('positions', () => {
  const original = '\ufeffa𠮷\r\nb'
  const ways: [string, Counting, number[]][] = [
    ['ours', OURS, [0, 0, 1, 1, 2, 2, 3, 4]],
    [
      'code points, CR LF as two',
      { codePoints: true, joinedLineEnds: false, skipsMark: true },
      [0, 0, 1, 1, 2, 3, 4, 5],
    ],
    ['UTF-16, CR LF as two', { codePoints: false, joinedLineEnds: false, skipsMark: true }, [0, 0, 1, 2, 3, 4, 5, 6]],
    ['everything', { codePoints: false, joinedLineEnds: false, skipsMark: false }, [0, 1, 2, 3, 4, 5, 6, 7]],
  ]

  it.each(ways)('of %s', (_, counting, wanted) => {
    const positions = positionsIn(original, counting)
    expect(Array.from({ length: original.length + 1 }, (_, offset) => positions.of(offset))).toEqual(wanted)
    expect(positions.length).toBe(wanted.at(-1))
    expect(positions.offset(positions.length + 1)).toBeNull()
    expect(positions.offset(-1)).toBeNull()
    expect(positions.offset(0.5)).toBeNull()
  })

  it('count what the plain text has as characters', () => {
    fc.assert(
      fc.property(text, (some) => {
        const positions = positionsIn(some, OURS)
        const characters = [...plainOf(some).plain]
        expect(positions.length).toBe(characters.length)
        for (const [index, character] of characters.entries()) {
          const [from, to] = [positions.offset(index) ?? -1, positions.offset(index + 1) ?? -1]
          expect(some.slice(from, to).replace(/\r\n?/, '\n')).toBe(character)
        }
      }),
    )
  })

  it('and offsets lead to each other', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...ways.map(([, counting]) => counting)), (some, counting) => {
        const positions = positionsIn(some, counting)
        for (let position = 0; position <= positions.length; position++)
          expect(positions.of(positions.offset(position) ?? -1)).toBe(position)
      }),
    )
  })
})
