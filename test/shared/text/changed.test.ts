import { describe, expect, it } from 'vitest'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import { findChanged } from '#shared/text/changed'

const TEXT = '来自各条战线的人大代表齐聚一堂,围绕漯河发展的大事要事和全区人民的共同关切建言献策,共谋发展大计。'
const QUOTE = '围绕漯河发展的大事要事'
const at = TEXT.indexOf(QUOTE)
const anchor = makeAnchor(TEXT, at, at + QUOTE.length)
const found = (text: string): string | null => {
  const span = resolveAnchor(text, anchor)
  return span && text.slice(span.start, span.end)
}

describe('a quote that was itself changed', () => {
  it.each([
    ['a corrected name', TEXT.replace('漯河', '瀍河'), '围绕瀍河发展的大事要事'],
    ['a line break taken out or put in', TEXT.replace('大事要事', '大\n\n事要事'), '围绕漯河发展的大\n\n事要事'],
    ['moved and corrected', `　　本报讯。${TEXT.replace('漯河', '瀍河')}`, '围绕瀍河发展的大事要事'],
  ])('is found: %s', (_, text, expected) => {
    expect(found(text)).toBe(expected)
  })

  it.each([
    ['rewritten', TEXT.replace(QUOTE, '就教育医疗养老等民生问题')],
    ['deleted', TEXT.replace(QUOTE, '')],
    ['without its context', '围绕瀍河发展的大事要事'],
  ])('is lost: %s', (_, text) => {
    expect(found(text)).toBeNull()
  })

  it('is looked for nearest to its old place', () => {
    const changed = TEXT.replace('漯河', '瀍河')
    expect(findChanged(`${changed}${changed}`, anchor)?.start).toBe(at)
  })

  it('needs both contexts', () => {
    expect(findChanged(TEXT, { ...anchor, prefix: '围绕' })).toBeNull()
  })
})
