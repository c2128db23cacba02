import { expect, test } from 'vitest'
import { confidenceOf, type Grounds } from '#shared/statements/confidence'
import { review } from './read'

const BASE: Grounds = { naming: 'left', known: true, length: 6, by: 'section', chinese: false, doubtful: false }

test.each<[name: string, less: Partial<Grounds>]>([
  ['an unknown indicator', { known: false }],
  ['a name taken from the number before', { naming: 'inherit' }],
  ['a name of one character', { length: 1 }],
  ['a year told by a span', { by: 'span' }],
  ['a Chinese numeral', { chinese: true }],
  ['a name in doubt', { doubtful: true }],
  ['a rule that was never measured', { naming: 'new' }],
])('%s is less sure', (_name, less) => {
  expect(confidenceOf({ ...BASE, ...less })).toBeLessThan(confidenceOf(BASE))
  expect(confidenceOf({ ...BASE, ...less })).toBeGreaterThan(0)
})

test('a long name is in doubt where no indicator is known by it', () => {
  expect(confidenceOf({ ...BASE, length: 20 })).toBe(confidenceOf(BASE))
  const unknown = confidenceOf({ ...BASE, known: false })
  expect(confidenceOf({ ...BASE, known: false, length: 20 })).toBeLessThan(unknown)
})

test('every statement tells the rule that named it and what decided on its year', () => {
  const [plain, span] = [review('生产总值5亿元。')[0], review('2020年生产总值5亿元。')[0]]
  expect([plain?.rule, span?.rule]).toEqual(['left+section', 'left+named'])
  expect(span?.confidence).toBeLessThan(plain?.confidence ?? 0)
})
