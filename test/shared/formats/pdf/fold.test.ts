import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldRadicals, isTraditional } from '#shared/formats/pdf/fold'

describe('folding radicals', () => {
  it.each([
    ['⼈⼤代表', '人大代表', 2],
    ['⻬鲁⻔⻛', '齐鲁门风', 3],
    ['⺠⽣', '民生', 2],
    ['\uF9DC\u{2F80F}', '隆兔', 2],
    ['农⼾', '农户', 1],
    ['⸺2022年', '——2022年', 1],
    ['ﬁve oﬃces', 'five offices', 2],
    ['橡㬵', '橡胶', 1],
    ['2020〜2025年', '2020～2025年', 1],
  ])('makes %s %s', (text, folded, count) => {
    expect(foldRadicals(text, false)).toEqual({ text: folded, folded: count })
  })

  it('knows the door of traditional writing', () => {
    expect(foldRadicals('農⼾', true).text).toBe('農戶')
    expect(isTraditional('全國經濟發展')).toBe(true)
    expect(isTraditional('全国经济发展')).toBe(false)
    expect(isTraditional('工作')).toBe(false)
  })

  it.each(['１２．５％', '①⑳', '㎡℃', '——', '～', '﨎﨏'])('leaves %s alone', (text) => {
    expect(foldRadicals(text, false)).toEqual({ text, folded: 0 })
  })

  it('leaves nothing to fold that Unicode can fold, and keeps the number of characters', () => {
    const radical = fc.oneof(fc.integer({ min: 0x2f00, max: 0x2fd5 }), fc.integer({ min: 0x4e00, max: 0x9fff }))
    fc.assert(
      fc.property(fc.array(radical), (codes) => {
        const text = String.fromCodePoint(...codes)
        const { text: folded } = foldRadicals(text, false)
        expect([...folded].length).toBe(codes.length)
        expect(folded).toMatch(/^[\u4E00-\u9FFF]*$/)
      }),
    )
  })
})
