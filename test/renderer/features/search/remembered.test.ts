// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import { FIRST_QUESTION } from '../../../../renderer/features/search/question'
import { recall, remember, withRecent } from '../../../../renderer/features/search/remembered'

afterEach(() => localStorage.clear())

it('comes back as it was left, each project its own', () => {
  const question = {
    ...FIRST_QUESTION,
    query: '改革 ~20 创新',
    folds: { width: false, case: true, script: true },
    filters: {
      ...FIRST_QUESTION.filters,
      places: ['410300'],
      years: { from: 2020, to: 2024 },
      role: 'target' as const,
    },
    order: 'after' as const,
  }
  const looks = { ...recall('p').looks, kind: 'places' as const, codes: ['c'] }
  remember('p', { question, looks, recent: ['改革'] })
  expect(recall('p')).toEqual({ question, looks, recent: ['改革'] })
  expect(recall('q').question).toEqual(FIRST_QUESTION)
})

it.each([
  'no JSON',
  '[]',
  '{"question":{"over":"x","filters":{"places":7,"years":{"from":"a"}},"folds":1},"recent":{}}',
])('begins anew where something else stands there: %s', (kept) => {
  localStorage.setItem('duibiao.search.p', kept)
  expect(recall('p').question).toEqual(FIRST_QUESTION)
  expect(recall('p').recent).toEqual([])
})

it('keeps the latest query first, once, and no more than twenty', () => {
  expect(withRecent(['b', 'a'], ' a ')).toEqual(['a', 'b'])
  expect(withRecent(['a'], '  ')).toEqual(['a'])
  const many = Array.from({ length: 30 }, (_, at) => String(at)).reduce<readonly string[]>(withRecent, [])
  expect(many).toHaveLength(20)
  expect(many[0]).toBe('29')
})
