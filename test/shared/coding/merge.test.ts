import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMerges } from '#shared/coding/merge'
import type { Annotation } from '#shared/model/annotation'

const TEXT = '甲乙丙丁 \n戊己庚辛'
const A = 'a'
const B = 'b'

const mark = (
  id: string,
  start: number,
  end: number,
  codes: string[],
  fields: Partial<Annotation> = {},
): Annotation => ({
  id,
  source: 'f',
  reading: 'f:1',
  report: null,
  anchor: { start, end, quote: TEXT.slice(start, end), prefix: '', suffix: '' },
  codes,
  memo: '',
  author: '',
  rule: null,
  createdAt: `2026-01-0${id}T00:00:00.000Z`,
  updatedAt: '2026-01-02T03:04:05.000Z',
  orphan: false,
  also: [],
  ...fields,
})

const merges = (annotations: readonly Annotation[], text = TEXT) => findMerges(annotations, () => text)

describe('touching annotations', () => {
  it.each([
    ['，', 1],
    ['； ', 1],
    ['。', 0],
    ['和', 0],
  ])('with %j between them', (gap, found) => {
    const text = `甲乙${gap}丙丁`
    const second = text.indexOf('丙')
    expect(merges([mark('1', 0, 2, [A]), mark('2', second, second + 2, [A])], text)).toHaveLength(found)
  })

  it.each([
    ['side by side', [mark('1', 0, 2, [A]), mark('2', 2, 4, [A])], { start: 0, end: 4 }],
    ['over each other', [mark('1', 0, 3, [A]), mark('2', 1, 4, [A])], { start: 0, end: 4 }],
    ['one inside the other', [mark('1', 0, 4, [A]), mark('2', 1, 2, [A])], { start: 0, end: 4 }],
    ['parted by white space', [mark('1', 2, 4, [A]), mark('2', 6, 8, [A])], { start: 2, end: 8 }],
    ['with the same codes in another order', [mark('1', 0, 2, [A, B]), mark('2', 2, 4, [B, A])], { start: 0, end: 4 }],
  ])('%s become one', (_name, annotations, span) => {
    expect(merges(annotations)).toEqual([{ keep: '1', remove: ['2'], span, memo: '' }])
  })

  it.each([
    ['apart', [mark('1', 0, 1, [A]), mark('2', 2, 4, [A])]],
    ['of different codes', [mark('1', 0, 2, [A]), mark('2', 2, 4, [A, B])]],
    ['without a code', [mark('1', 0, 2, []), mark('2', 2, 4, [])]],
    ['of another reading', [mark('1', 0, 2, [A]), mark('2', 2, 4, [A], { reading: 'f:2' })]],
    ['an orphan', [mark('1', 0, 2, [A]), mark('2', 2, 4, [A], { orphan: true })]],
  ])('%s stay', (_name, annotations) => expect(merges(annotations)).toEqual([]))

  it('keeps the one made first, and every memo once in the order of the text', () => {
    const given = [
      mark('3', 0, 2, [A], { memo: '始' }),
      mark('1', 2, 3, [A], { memo: '中' }),
      mark('2', 3, 4, [A], { memo: '始' }),
    ]
    expect(merges(given)).toEqual([{ keep: '1', remove: ['3', '2'], span: { start: 0, end: 4 }, memo: '始\n中' }])
  })

  it('leaves nothing that touches', () => {
    const spans = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 3 })), { maxLength: 8 })
    fc.assert(
      fc.property(spans, (given) => {
        const all = given.map(([start, length], i) => mark(String(i + 1), start, start + length, [A]))
        const found = merges(all)
        const gone = new Set(found.flatMap(({ remove }) => remove))
        const left = all
          .filter(({ id }) => !gone.has(id))
          .map((one) => {
            const merge = found.find(({ keep }) => keep === one.id)
            return merge ? { ...one, anchor: { ...one.anchor, ...merge.span } } : one
          })
        expect(merges(left)).toEqual([])
        const covered = (list: readonly Annotation[]) =>
          new Set(
            list.flatMap(({ anchor: { start, end } }) => Array.from({ length: end - start }, (_, i) => start + i)),
          )
        for (const at of covered(all)) expect(covered(left).has(at)).toBe(true)
      }),
    )
  })
})
