import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sharedSentences } from '#shared/compare/shared-sentences'
import { stretchesOf } from '../../../../renderer/features/parallel/differing'

const whole = (text: string) => ({ text, span: { start: 0, end: text.length }, joins: [] })

/** Both sentences of the one pair of two texts, what differs in brackets. */
function differing(a: string, b: string): string[] {
  const [pair] = sharedSentences(whole(a), whole(b)).pairs
  if (!pair) return []
  const shown = (text: string, span: typeof pair.a, common: typeof pair.commonA): string =>
    stretchesOf(text, span, common, pair.kind)
      .map(({ words, differs }) => (differs ? `[${words}]` : words))
      .join('')
  return [shown(a, pair.a, pair.commonA), shown(b, pair.b, pair.commonB)]
}

it('marks the words that differ', () => {
  expect(differing('加快建设先进制造业基地和现代物流枢纽。', '全力建设先进制造业基地和现代物流中心。')).toEqual([
    '[加快]建设先进制造业基地和现代物流[枢纽]。',
    '[全力]建设先进制造业基地和现代物流[中心]。',
  ])
})

it('marks the numbers that differ', () => {
  expect(differing('新建改造农村公路320公里以上。', '新建改造农村公路45公里以上。')).toEqual([
    '新建改造农村公路[320]公里以上。',
    '新建改造农村公路[45]公里以上。',
  ])
})

it('marks no punctuation, no list marks and no breaks', () => {
  expect(differing('（一）新建改造农村公路320公里以上。', '二是新建改造农村公路，45公里以上')).toEqual([
    '（一）新建改造农村公路[320]公里以上。',
    '二是新建改造农村公路，[45]公里以上',
  ])
  expect(stretchesOf('甲\n  乙', { start: 0, end: 5 }, [], 'same')).toEqual([{ words: '甲乙', differs: false }])
})

it('shows all words of a sentence, in their order', () => {
  const cuts = fc.uniqueArray(fc.nat(20), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(
      fc.string({ minLength: 21, maxLength: 21, unit: fc.constantFrom('甲', '乙', '，', '3') }),
      cuts,
      (text, at) => {
        const common = Array.from({ length: Math.floor(at.length / 2) }, (_, i) => ({
          start: at[2 * i] ?? 0,
          end: at[2 * i + 1] ?? 0,
        }))
        const stretches = stretchesOf(text, { start: 0, end: text.length }, common, 'near')
        expect(stretches.map(({ words }) => words).join('')).toBe(text)
      },
    ),
  )
})
