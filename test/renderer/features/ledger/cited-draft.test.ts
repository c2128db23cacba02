import { expect, it } from 'vitest'
import type { CitedFigure } from '#shared/model/ledger'
import { draftOf, emptyDraft, missingOf, readDraft, savedOf } from '../../../../renderer/features/ledger/cited-draft'

const filled = {
  ...emptyDraft('410304', 2022),
  indicator: 'gdp',
  typed: '增长4.3%',
  citation: ' 统计公报 第3页 ',
}

it('says what is missing, and saves only what is whole', () => {
  expect(missingOf(emptyDraft('', 2022))).toEqual(['place', 'indicator', 'typed', 'citation'])
  expect(missingOf({ ...filled, year: '去年' })).toEqual(['year'])
  expect(savedOf({ ...filled, typed: '不少' })).toBeNull()
  expect(savedOf(filled)).toMatchObject({
    value: 4.3,
    unit: '%',
    kind: 'growth',
    year: '2022',
    citation: '统计公报 第3页',
    genre: 'bulletin',
  })
})

it('takes the kind from the words until the user chooses it', () => {
  expect(readDraft({ ...filled, typed: '4.3%' })?.kind).toBe('ratio')
  expect(readDraft({ ...filled, typed: '4.3%', kind: 'growth', kindChosen: true })?.kind).toBe('growth')
})

it.each([
  ['eq', 4.3, null, '%'],
  ['ge', 40, null, '亿元'],
  ['le', 4, null, '%'],
  ['approx', 1.2, null, '万人'],
  ['range', 300, 320, '亿元'],
] as const)('is typed again as it was: %s', (comparator, value, high, unit) => {
  const figure: CitedFigure = {
    id: '11111111-1111-4111-8111-111111111111',
    place: '410304',
    year: '2022',
    indicator: 'gdp',
    kind: 'level',
    value,
    high,
    unit,
    comparator,
    basis: '',
    subset: '',
    genre: 'other',
    citation: '年鉴',
    author: '甲',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
  expect(savedOf(draftOf(figure))).toMatchObject({ id: figure.id, value, high, unit, comparator, kind: 'level' })
})
