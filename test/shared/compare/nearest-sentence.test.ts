import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparedText } from '#shared/compare/folded'
import { nearestSentence } from '#shared/compare/nearest-sentence'
import { findJoins } from '#shared/text/joins'

const whole = (text: string): ComparedText => ({ text, span: { start: 0, end: text.length }, joins: findJoins(text) })
const near = (a: string, b: string) => nearestSentence(whole(a), whole(b))
const words = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end))

const OLD = '深入推进放管服改革，压减审批事项30项，打造一流营商环境。'

it('finds the sentence that took the place of another one, with what stands in both', () => {
  const next = '全面加强党的建设。持续优化营商环境，压减审批事项45项，打造一流营商环境。办好民生实事。'
  const found = near(OLD, next)
  expect(next.slice(found?.b.start, found?.b.end)).toBe('持续优化营商环境，压减审批事项45项，打造一流营商环境。')
  expect(words(next, found?.commonB ?? [])).toEqual(['压减审批事项', '项，打造一流营商环境'])
  expect(words(OLD, found?.commonA ?? [])).toEqual(['压减审批事项', '项，打造一流营商环境'])
})

it('takes the same sentence for wholly alike', () => {
  const found = near(OLD, `工作要求。${OLD}`)
  expect(found?.likeness).toBeGreaterThan(0.95)
  expect(words(OLD, found?.commonA ?? []).join('')).toContain('30项')
})

it('finds nothing where nothing is like it, or there is nothing', () => {
  expect(near(OLD, '粮食总产量稳定在五亿斤。城镇新增就业三万人。')).toBeNull()
  expect(near(OLD, '')).toBeNull()
  expect(near('。', OLD)).toBeNull()
})

it('gives parts in both that read alike but for signs', () => {
  const sentence = fc
    .array(fc.constantFrom('改革', '开放', '服务', '12', '环境', '项目', '为王', '，', '3万'), {
      minLength: 3,
      maxLength: 14,
    })
    .map((parts) => `${parts.join('')}。`)
  const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
  const plain = (one: string): string => one.replace(/[，。,]/g, '')
  fc.assert(
    fc.property(sentence, text, (a, b) => {
      const found = near(a, b)
      if (!found) return
      expect(words(a, found.commonA).map(plain)).toEqual(words(b, found.commonB).map(plain))
      expect(found.likeness).toBeLessThanOrEqual(1)
    }),
  )
})
