import { describe, expect, it } from 'vitest'
import type { ExtractedStatement } from '#shared/model/statement'
import { formatQuantity } from '#shared/statements/format'

type Quantity = Pick<ExtractedStatement, 'value' | 'high' | 'unit' | 'comparator'>
const quantity = (more: Partial<Quantity>): Quantity => ({ value: 8, high: null, unit: '%', comparator: 'eq', ...more })

describe('formatQuantity', () => {
  it.each([
    [{}, '8%'],
    [{ value: -2.3 }, '−2.3%'],
    [{ value: 160, unit: '亿元', comparator: 'ge' as const }, '≥ 160 亿元'],
    [{ value: 5.5, comparator: 'le' as const }, '≤ 5.5%'],
    [{ comparator: 'approx' as const }, '≈ 8%'],
    [{ value: 3, high: 5, unit: '家', comparator: 'range' as const }, '3–5 家'],
    [{ value: 12345.678, unit: '' }, '12,345.678'],
    [{ value: 0.1, unit: '个百分点' }, '0.1 个百分点'],
  ])('%j is %s', (more, shown) => {
    expect(formatQuantity(quantity(more)).replace(/\u2009/gu, ' ')).toBe(shown)
  })
})
