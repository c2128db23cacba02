// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { formatNormal, formatQuantity } from '#shared/statements/format'
import { fieldFrom } from '../../../../renderer/features/statement-table/editor'

it('takes what a field can have', () => {
  expect(fieldFrom('year', ' 2023 ')).toEqual({ year: '2023' })
  expect(fieldFrom('year', '2021-2025')).toEqual({ year: '2021-2025' })
  expect(fieldFrom('year', '23年')).toBeNull()
  expect(fieldFrom('role', 'target')).toEqual({ role: 'target' })
  expect(fieldFrom('role', 'x')).toBeNull()
  expect(fieldFrom('scope', '')).toEqual({ scope: 'own' })
  expect(fieldFrom('indicator', ' ')).toBeNull()
  expect(fieldFrom('basis', '')).toEqual({ basis: '' })
})

it('writes numbers as the report does, and in their base unit', () => {
  const row = { value: 160, high: null, unit: '亿元', comparator: 'ge' as const }
  expect(formatQuantity(row)).toBe('≥\u2009160\u2009亿元')
  expect(formatQuantity({ ...row, value: -1.5, unit: '%', comparator: 'eq' })).toBe('−1.5%')
  expect(formatQuantity({ ...row, value: 3, high: 5, unit: '家', comparator: 'range' })).toBe('3–5\u2009家')
  expect(formatNormal({ normal: 16_000_000_000, normalHigh: null, normalUnit: '元' })).toBe('16,000,000,000\u2009元')
  expect(formatNormal({ normal: 113_333_333.333_333, normalHigh: null, normalUnit: '平方米' })).toBe(
    '113,333,333.33\u2009平方米',
  )
})
