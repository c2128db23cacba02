import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExtractedStatement } from '#shared/model/statement'
import { fieldsOf, readFields } from '../../../../../renderer/features/statements/form/fields'
import { statementAt } from '../../../storage/fixture'

const base = statementAt('160亿元')

describe('the form', () => {
  it('gives an untouched statement back as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.boolean(), (raw, range) => {
        const value = Math.round(raw * 1000) / 1000 + 0 // no -0: nobody types it
        const high = range ? value + Math.sign(value || 1) : null
        const statement = { ...base, value, high, comparator: range ? ('range' as const) : ('ge' as const) }
        const result = readFields(statement, fieldsOf(statement))
        expect(result).toEqual({ ok: true, statement: ExtractedStatement.parse(statement) })
      }),
    )
  })

  it.each([
    [{ value: '' }, ['value']],
    [{ value: '8%' }, ['value']],
    [{ high: 'x' }, ['high']],
    [{ high: '3' }, ['high']],
    [{ comparator: 'range' as const }, ['high']],
    [{ year: '二〇二三' }, ['year']],
    [{ indicator: ' ' }, ['indicator']],
    [{ value: '', year: '23' }, ['value', 'year']],
  ])('with %j says that %j is wrong', (more, wrong) => {
    expect(readFields(base, { ...fieldsOf(base), ...more })).toEqual({ ok: false, wrong })
  })

  it('takes a second number as a range, and trims what was typed', () => {
    const result = readFields(base, { ...fieldsOf(base), value: '3', high: '5', unit: ' 家 ' })
    expect(result).toMatchObject({ ok: true, statement: { comparator: 'range', value: 3, high: 5, unit: '家' } })
  })

  it('shows the own place as an empty scope', () => {
    expect(fieldsOf(base).scope).toBe('')
    expect(readFields(base, { ...fieldsOf(base), scope: '全市' })).toMatchObject({ statement: { scope: '全市' } })
    expect(readFields(base, fieldsOf(base))).toMatchObject({ statement: { scope: 'own' } })
  })

  it('keeps what it does not show', () => {
    const odd = { ...base, due: '年底前', part_of: '投资', confidence: 0.4, rule: 'x' }
    expect(readFields(odd, { ...fieldsOf(odd), role: 'target' })).toMatchObject({
      statement: { due: '年底前', part_of: '投资', confidence: 0.4, rule: 'x', role: 'target' },
    })
  })
})
