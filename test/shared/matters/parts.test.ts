import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOfMatter } from '#shared/matters/parts'
import { MatterType } from '#shared/model/matter'
import { MATTERS_TEXT, matterOf } from '../../renderer/features/statements/matters/sample'

const parts = (matter: ReturnType<typeof matterOf>, text = MATTERS_TEXT) =>
  partsOfMatter(text, matter).map(({ part, start, end }) => `${part} ${text.slice(start, end)}`)

describe('the parts of a matter', () => {
  it.each([
    ['relative_target', ['indicator 居民收入', 'hedge 基本', 'reference 经济增长']],
    ['rank', ['indicator 生产总值', 'aspect 增速', 'among 全市']],
    ['claim', ['covers 民生实事']],
    ['list', ['money 2.97亿元']],
    ['list_item', ['due 年底前', 'money 2.97亿元']],
    ['venture', ['money 50亿元']],
  ] as const)('of a %s are where its words stand', (type, found) => expect(parts(matterOf(type))).toEqual(found))

  it('are looked for in its words, then in its sentence, and nowhere else', () => {
    const { start, end } = matterOf('rank')
    expect(parts(matterOf('rank', { sentence: { start, end } }))).toEqual(['aspect 增速', 'among 全市'])
  })

  it('have no place where the user worded them differently, or where the amount has moved', () => {
    expect(parts(matterOf('claim', { covers: '全部民生实事项目', scope: '全省' }))).toEqual([])
    expect(parts(matterOf('venture'), `。${MATTERS_TEXT}`)).toEqual([])
  })

  it('lie in the text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MatterType.options), fc.string(), (type, text) => {
        for (const { start, end } of partsOfMatter(text, matterOf(type))) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })
})
