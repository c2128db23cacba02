import { expect, it } from 'vitest'
import { lyingAt, lyingKey } from '../../../../../renderer/features/reader/here/lying'
import { matterOf, reviewOf } from '../../statements/matters/sample'

type Material = Parameters<typeof lyingAt>[0]
type Bookmarks = Parameters<typeof lyingAt>[1]

const annotation = (id: string, start: number, end: number, more = {}) => ({
  id,
  reading: 'r',
  anchor: { start, end },
  codes: ['c', 'gone'],
  memo: '',
  author: '李',
  orphan: false,
  ...more,
})
const statement = (key: string, start: number, quantity: string, status = 'suggested') => ({
  key,
  start,
  quantity,
  status,
})

const MATERIAL = {
  annotations: [
    annotation('long', 0, 20),
    annotation('short', 5, 8),
    annotation('lost', 0, 20, { orphan: true }),
    annotation('old', 0, 20, { reading: 'old' }),
  ],
  codes: [{ id: 'c', name: '目标', color: '#0072b2' }],
  statements: [statement('s', 6, '8%'), statement('rejected', 6, '8%', 'rejected')],
  matters: [
    reviewOf(matterOf('venture', { start: 3, end: 8 })),
    reviewOf(matterOf('claim', { start: 3, end: 8 }), { status: 'rejected' }),
    reviewOf(matterOf('claim', { start: 3, end: 8 }), { orphan: true }),
    reviewOf(matterOf('list_item', { start: 5, end: 30, mark: '1.', heading: '管网' })),
  ],
  bundle: {
    reading: { id: 'r' },
    text: {
      text: '甲乙丙丁戊1.管网，今年改造八条老街的管网，年底前完成。',
      corrections: [
        { start: 2, end: 4, original: '甲乙', replacement: '丙丁戊' },
        { start: 6, end: 7, original: '己', replacement: '庚' },
      ],
    },
  },
} as unknown as Material
const BOOKMARKS = [{ id: 'mark', reading: 'r', orphan: false, anchor: { start: 7, end: 9 } }] as unknown as Bookmarks

const at = (offset: number) => lyingAt(MATERIAL, BOOKMARKS, offset)

it('lists everything at a place, the shortest first, and nothing that is gone', () => {
  expect(at(7).map(lyingKey)).toEqual(['short', 'long', 's', 'venture:3', 'list_item:5', 'correction 7', 'mark'])
  expect(at(3).map(lyingKey)).toEqual(['long', 'venture:3', 'correction 2'])
  expect(at(30)).toEqual([])
})

it('counts both borders, so that a caret behind the last letter is still there', () => {
  expect(at(20).map(lyingKey)).toEqual(['long'])
  expect(at(21)).toEqual([])
})

it('names the codes that there are', () => {
  expect(at(20)[0]).toMatchObject({ codes: [{ name: '目标' }], author: '李' })
})
