import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isBounded } from '../../../shared/search/bounded'

it.each([
  '优化.{0,6}环境',
  '\\d{4}年',
  '\\d{1,3}万',
  '[一二三四]、',
  '[^。；\\]]{0,20}就业',
  '^第[一二]届$',
  '增长|提高|上升',
  '百分之\\.?',
  'a{2}?b??',
  '\\u53d1展',
  '[𠮷甲]乙',
  '.{98}龘',
  '.{0,48}龘',
])('%s is soon through with any text', (source) => {
  expect(() => new RegExp(source, 'u')).not.toThrow()
  expect(isBounded(source)).toBe(true)
})

it.each([
  '(a+)+b',
  '(a|a)*b',
  'a+b',
  '.*发展',
  '\\d+',
  'a{2,}',
  '[甲乙]*?',
  '(?:a?){30}a{30}',
  'a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaa',
  '.{0,40}.{0,40}甲',
  '.{0,999}甲',
  'a{1000}',
  '[^，]{999}龘',
  '.{999}龘',
  '.{0,60}龘',
  'a{101}',
  '(甲)\\1',
  '(?<=甲)乙',
  '\\p{L}甲',
])('%s may take long', (source) => {
  expect(() => new RegExp(source, 'u')).not.toThrow()
  expect(isBounded(source)).toBe(false)
})

it('what is soon through takes no more than a hundred characters', () => {
  const part = fc.constantFrom(
    'a',
    '.',
    '\\d',
    '[ab]',
    'a?',
    'a{3}',
    '.{0,9}',
    'a{2,}',
    'a+',
    '(a)',
    '(?:a|b)*',
    '|',
    '^',
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const source = parts.join('')
      const isEndless = parts.some((one) => /[+*(]|,\}/u.test(one))
      if (isEndless) expect(isBounded(source)).toBe(false)
      if (!isBounded(source)) return
      for (const match of 'a1b'.repeat(700).matchAll(new RegExp(source, 'gu')))
        expect(match[0].length).toBeLessThanOrEqual(100)
    }),
  )
})
