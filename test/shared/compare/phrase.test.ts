import { describe, expect, it } from 'vitest'
import { type Language, translate } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { cellLines } from '../../../shared/compare/cell-lines'
import { buildMatrix } from '../../../shared/compare/matrix'
import { phrase } from '../../../shared/compare/phrase'
import { cell, comparison, PLACES, record } from './build'

const say = (language: Language, key: string, values: string) =>
  phrase((name, params) => translate(language, name, params), message(key, { values }))

describe('phrase', () => {
  it('names measures in the language and leaves what a report wrote', () => {
    expect(say('zh-CN', 'compare.warning.mixed.measure', 'added、stock')).toBe('计量方式不一：新增、存量')
    expect(say('en', 'compare.warning.mixed.measure', 'added、stock')).toBe('different measures: added、stock')
    expect(say('en', 'compare.warning.mixed.basis', '可比价')).toBe('different bases: 可比价')
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
