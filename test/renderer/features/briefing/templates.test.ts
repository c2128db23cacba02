import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, rowFor, templateOf, withTemplate } from '../../../../renderer/features/briefing/templates'
import { unitsBeside } from '../../../../renderer/features/briefing/units'
import { comparison } from '../../../shared/compare/build'

const ID = '22222222-2222-4222-8222-222222222222'

describe('a template of a comparison', () => {
  it('has its series as rows, in its kind and role', () => {
    const template = templateOf(comparison({ indicators: ['gdp', 'tax'], kind: 'level', role: 'both' }), ID, '表')
    expect(template.rows).toEqual([rowFor('gdp', 'level'), rowFor('tax', 'level')])
    expect(template).toMatchObject({ id: ID, name: '表', role: 'both', rank: true, landscape: false })
  })

  it('ranks nothing where there is one place, and lies on its side where there are many', () => {
    expect(templateOf(comparison({ places: ['410304'] }), ID, '表').rank).toBe(false)
    const many = Array.from({ length: 9 }, (_, at) => `41030${at}`)
    expect(templateOf(comparison({ places: many }), ID, '表').landscape).toBe(true)
  })

  it('takes the place of the one with its id, or stands last', () => {
    const [a, b] = [templateOf(comparison(), ID, 'a'), { ...templateOf(comparison(), ID, 'b'), id: 'other' }]
    expect(withTemplate([a, b], { ...a, name: 'c' }).map(({ name }) => name)).toEqual(['c', 'b'])
    expect(withTemplate([a], b).map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('moving a row', () => {
  it('keeps all rows and puts one where it belongs', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat()),
        fc.integer({ min: -2, max: 9 }),
        fc.integer({ min: -2, max: 9 }),
        (all, from, to) => {
          const next = moved(all, from, to)
          expect(next.toSorted()).toEqual(all.toSorted())
          if (from >= 0 && from < all.length && to >= 0 && to < all.length) expect(next[to]).toBe(all[from])
          else expect(next).toBe(all)
        },
      ),
    )
  })
})

describe('units', () => {
  it.each([
    ['亿元', ['亿元', '万元', '元']],
    ['%', ['%']],
    ['', []],
  ])('beside %s are those of its base', (unit, beside) => expect(unitsBeside(unit)).toEqual(beside))
})
