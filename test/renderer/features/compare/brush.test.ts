import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { brushOf, clearBrush, covers, hover, type Mark, select } from '../../../../renderer/features/compare/brush'

const mark = { place: '410304', year: '2022', indicator: 'gdp' }
const state = () => brushOf('p').getState()

describe('the brush of a project', () => {
  beforeEach(() => clearBrush('p'))

  it('marks what is pointed at, and lets go', () => {
    let told = 0
    const end = brushOf('p').subscribe(() => {
      told += 1
    })
    hover('p', mark)
    hover('p', { ...mark })
    expect([state().hovered, told]).toEqual([mark, 1])
    hover('p', null)
    expect(state().hovered).toBeNull()
    end()
  })

  it('holds a mark fast until it is chosen again or all is let go', () => {
    select('p', mark)
    hover('p', null)
    expect(state().selected).toEqual(mark)
    select('p', { ...mark })
    expect(state().selected).toBeNull()
    select('p', mark)
    clearBrush('p')
    expect(state()).toEqual({ hovered: null, selected: null })
  })

  it('is of one project', () => {
    select('p', mark)
    expect(brushOf('q').getState().selected).toBeNull()
  })
})

describe('covers', () => {
  it('takes what a mark leaves open for any', () => {
    expect(covers(null, mark)).toBe(false)
    expect(covers({ place: '410304', indicator: 'gdp' }, mark)).toBe(true)
    expect(covers({ indicator: 'gdp' }, mark)).toBe(true)
    expect(covers({ ...mark, place: '410300' }, mark)).toBe(false)
  })

  it('needs something that both name', () => {
    expect(covers({}, mark)).toBe(false)
    expect(covers({ topic: 'culture' }, mark)).toBe(false)
    expect(covers({ place: '410304', topic: 'culture' }, mark)).toBe(true)
  })

  it('never takes the year of a report for that of a number', () => {
    const told = { place: '410304', told: '2022', topic: 'culture' }
    expect(covers(told, mark)).toBe(false)
    expect(covers(told, { ...mark, told: '2023' })).toBe(false)
    expect(covers({ ...told, told: '2023' }, { ...mark, told: '2023' })).toBe(true)
    // Target and result of a year are told by two reports, and are of one year.
    expect(covers({ ...mark, told: '2022' }, { ...mark, told: '2023' })).toBe(true)
  })

  it('finds a code in its pairs, and a pair in its codes', () => {
    expect(covers({ codes: ['a'] }, { codes: ['a', 'b'] })).toBe(true)
    expect(covers({ codes: ['a', 'b'] }, { place: '410304', codes: ['b'] })).toBe(true)
    expect(covers({ codes: ['a', 'b'] }, { codes: ['b', 'a'] })).toBe(true)
    expect(covers({ codes: ['a', 'b'] }, { codes: ['a', 'c'] })).toBe(false)
  })

  it('is the same from either side', () => {
    const part = fc.option(fc.constantFrom('1', '2'), { nil: undefined })
    const marks = fc.record(
      { place: part, year: part, told: part, indicator: part, topic: part },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Mark>
    const coded = fc.tuple(marks, fc.subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 2 }))
    fc.assert(
      fc.property(coded, coded, ([one, codes], [other, otherCodes]) => {
        const [a, b] = [
          { ...one, codes },
          { ...other, codes: otherCodes },
        ]
        expect(covers(a, b)).toBe(covers(b, a))
      }),
    )
  })
})
