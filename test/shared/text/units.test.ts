import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextUnits, type Unit } from '#shared/text/units'

/** True without half of a surrogate pair. */
const isWhole = (part: string): boolean => !/\p{Surrogate}/u.test(part)

const TEXT = '一、总体情况\n全年生产总值160亿元，增长8%；\n粮食丰收。居民收\n入持续增长，就业稳定。\n\n二、目标\n'
/** The break inside 收⏎入 was put there by a scan. */
const JOIN = { start: TEXT.indexOf('\n入'), end: TEXT.indexOf('入') }

const units = (borders: readonly number[] = []) => new TextUnits(TEXT, [JOIN], borders)
const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length })
const caretIn = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) })
const read = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end)

describe('a selection grows', () => {
  it.each<[Unit, string, string[]]>([
    ['word', '生产', ['生产', '生产总值', '生产总值160']],
    [
      'clause',
      '160',
      ['全年生产总值160亿元', '全年生产总值160亿元，增长8%', '全年生产总值160亿元，增长8%；\n粮食丰收'],
    ],
    ['sentence', '粮食', ['粮食丰收。', '粮食丰收。居民收\n入持续增长，就业稳定。']],
    ['paragraph', '居民', [read(spanOf('粮食丰收。居民收\n入持续增长，就业稳定。'))]],
  ])('by %s from %s', (unit, from, expected) => {
    let selection = caretIn(from)
    for (const one of expected) {
      selection = units().grow(unit, selection)
      expect(read(selection)).toBe(one)
    }
  })

  it('takes whole what it cuts, and goes on over a blank line', () => {
    expect(read(units().grow('clause', spanOf('总值160')))).toBe('全年生产总值160亿元')
    expect(read(units().grow('paragraph', spanOf('粮食丰收。居民收\n入持续增长，就业稳定。')))).toMatch(
      /稳定。\n\n二、目标$/,
    )
  })

  it('finds the next one from a blank line, and the last one behind all', () => {
    expect(read(units().at('clause', TEXT.indexOf('\n\n') + 1) ?? caretIn('一'))).toBe('二')
    expect(read(units().at('word', TEXT.length) ?? caretIn('一'))).toBe('目标')
    expect(new TextUnits(' \n', [], []).at('word', 0)).toBeNull()
    expect(new TextUnits(' \n', [], []).grow('word', { start: 1, end: 1 })).toEqual({ start: 1, end: 1 })
  })

  it('ends a paragraph where a report ends', () => {
    const border = TEXT.indexOf('居民')
    expect(read(units([border]).at('paragraph', border - 1) ?? caretIn('一'))).toBe('粮食丰收。')
    expect(read(units([border]).at('paragraph', border) ?? caretIn('一'))).toMatch(/^居民收\n入/)
  })
})

describe('the caret goes by words', () => {
  it('to the right, over a join and over line breaks', () => {
    const stops: number[] = []
    for (let at = TEXT.indexOf('收\n'); at < TEXT.indexOf('稳定'); at = units().wordRight(at)) stops.push(at)
    expect(stops.map((at, i) => TEXT.slice(at, stops[i + 1])).slice(0, 3)).toEqual(['收\n入', '持续', '增长'])
    expect(units().wordRight(TEXT.length)).toBe(TEXT.length)
  })

  it('to the left', () => {
    expect(units().wordLeft(TEXT.indexOf('增长8'))).toBe(TEXT.indexOf('，增长8'))
    expect(units().wordLeft(TEXT.indexOf('持续'))).toBe(TEXT.indexOf('收\n'))
    expect(units().wordLeft(0)).toBe(0)
  })
})

const characters = fc.constantFrom(...'增长全年，；。“” 8\n\n', '𠮷', '\ud83d\ude00', '居民收入')
const sample = fc
  .tuple(fc.string({ unit: characters, minLength: 1 }), fc.nat(), fc.nat(), fc.array(fc.nat(), { maxLength: 3 }))
  .map(([text, a, b, some]) => {
    const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index)
    const joins = breaks.filter((at) => some.includes(at)).map((at) => ({ start: at, end: at + 1 }))
    const whole = (at: number) => (/^[\uDC00-\uDFFF]/.test(text.slice(at % text.length)) ? 0 : at % text.length)
    const [start, end] = [whole(a), whole(b)].toSorted((x, y) => x - y)
    return { text, joins, selection: { start: start ?? 0, end: end ?? 0 } }
  })

it('grows inside the text, never loses anything, never cuts a pair, and takes all in the end', () => {
  fc.assert(
    fc.property(sample, fc.constantFrom<Unit>('word', 'clause', 'sentence', 'paragraph'), (given, unit) => {
      const { text, joins, selection } = given
      const all = new TextUnits(text, joins, [])
      let now = all.grow(unit, selection)
      if (selection.start < selection.end) {
        expect(now.start).toBeLessThanOrEqual(selection.start)
        expect(now.end).toBeGreaterThanOrEqual(selection.end)
      }
      for (let i = 0; i <= text.length; i++) {
        expect(now.start).toBeGreaterThanOrEqual(0)
        expect(now.end).toBeLessThanOrEqual(text.length)
        expect(isWhole(text.slice(now.start, now.end))).toBe(true)
        const more = all.grow(unit, now)
        expect(more.start).toBeLessThanOrEqual(now.start)
        expect(more.end).toBeGreaterThanOrEqual(now.end)
        now = more
      }
      expect(all.grow(unit, now)).toEqual(now)
    }),
  )
})

it('moves the caret through the whole text, forth and back', () => {
  fc.assert(
    fc.property(sample, ({ text, joins }) => {
      const all = new TextUnits(text, joins, [])
      const through = (from: number, step: (at: number) => number, direction: 1 | -1) => {
        let at = from
        for (let next = step(at); next !== at; next = step(at)) {
          expect(Math.sign(next - at)).toBe(direction)
          expect(isWhole(text.slice(0, next))).toBe(true)
          at = next
        }
        return at
      }
      expect(through(0, (at) => all.wordRight(at), 1)).toBe(text.length)
      expect(through(text.length, (at) => all.wordLeft(at), -1)).toBe(0)
    }),
  )
})
