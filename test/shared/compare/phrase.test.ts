import { describe, expect, it } from 'vitest'
import { type Language, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { cellLines } from '../../../shared/compare/cell-lines'
import { buildMatrix } from '../../../shared/compare/matrix'
import { phrase, variantName } from '../../../shared/compare/phrase'
import type { Variant } from '../../../shared/compare/variants'
import { cell, comparison, PLACES, record } from './build'

const say = (language: Language, key: string, values: string) =>
  phrase((name, params) => translate(language, name, params), message(key, { values }))

describe('phrase', () => {
  it('names measures in the language and leaves what a report wrote', () => {
    const key = 'compare.warning.unstated'
    expect(say('zh-CN', `${key}.measure`, 'added、stock')).toBe('部分未注明计量方式（其余为新增、存量）')
    expect(say('en', `${key}.measure`, 'stock')).toBe('some state no measure (others: stock)')
    expect(say('en', `${key}.basis`, '可比价')).toBe('some state no basis (others: 可比价)')
  })
})

describe('variantName', () => {
  it('says what sets a series apart, and nothing where nothing does', () => {
    const name = (language: Language, variant: Partial<Variant>) =>
      variantName((key, params) => translate(language, key, params), {
        measure: '',
        basis: '',
        subset: '',
        against: '',
        ...variant,
      })
    expect(name('zh-CN', {})).toBe('')
    expect(name('zh-CN', { measure: 'stock', subset: '国家' })).toBe('存量，仅国家')
    expect(name('en', { basis: '登记', against: '2010' })).toBe('登记, against 2010')
  })
})

describe('cellLines', () => {
  it('has a line per filled cell, as written', () => {
    const source = 'a'.repeat(64)
    const filled = record({
      source,
      cells: [cell({ value: 1.8, unit: '万户', kind: 'level', start: 42, comparator: 'ge' })],
    })
    const matrix = buildMatrix([filled], comparison({ kind: 'level' }))
    expect(cellLines(matrix, (hash) => (hash === source ? 'report.txt' : ''))).toEqual([
      {
        place: PLACES.chanhe.name,
        year: '2022',
        indicator: 'gdp',
        kind: 'level',
        role: 'actual',
        value: 1.8,
        high: null,
        unit: '万户',
        comparator: 'ge',
        file: 'report.txt',
        start: 42,
      },
    ])
  })
})
