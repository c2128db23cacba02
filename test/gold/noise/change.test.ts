import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scored } from '../score'
import { change, type Edit } from './change'

const label = (start: number, quantity: string): Scored => ({
  start,
  quantity,
  value: 0,
  unit: '',
  comparator: 'eq',
  kind: 'level',
  role: 'actual',
  year: '',
  indicator: '',
})

describe('change', () => {
  const clean = { text: '投资160亿元。', gold: [label(2, '160亿元')] }
  const quantityAfter = (...edits: Edit[]): string => change(clean, edits).gold[0]?.quantity ?? ''

  it('keeps what is inserted at the edges of a quantity outside', () => {
    expect(quantityAfter({ start: 2, end: 2, insert: '**' }, { start: 7, end: 7, insert: '**' })).toBe('160亿元')
  })

  it('takes along what is inserted or changed inside', () => {
    expect(quantityAfter({ start: 4, end: 4, insert: '\n' })).toBe('16\n0亿元')
    expect(quantityAfter({ start: 2, end: 3, insert: 'l' }, { start: 6, end: 7, insert: '兀' })).toBe('l60亿兀')
  })

  it('carries labels along wherever something else changes', () => {
    const insertion = fc.record({ at: fc.constantFrom(0, 1, 2, 7, 8), insert: fc.constantFrom('\n', '甲乙', '') })
    fc.assert(
      fc.property(fc.uniqueArray(insertion, { selector: ({ at }) => at }), (insertions) => {
        const edits = [...insertions]
          .sort((a, b) => a.at - b.at)
          .map(({ at, insert }) => ({ start: at, end: at, insert }))
        const changed = change(clean, edits)
        const moved = changed.gold[0]
        expect(moved?.quantity).toBe('160亿元')
        expect(changed.text.slice(moved?.start, (moved?.start ?? 0) + 5)).toBe('160亿元')
      }),
    )
  })

  it('refuses changes that overlap', () => {
    expect(() =>
      change(clean, [
        { start: 0, end: 3, insert: '' },
        { start: 2, end: 4, insert: '' },
      ]),
    ).toThrow('overlaps')
  })
})
