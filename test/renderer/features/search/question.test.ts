import { describe, expect, it } from 'vitest'
import {
  chipsOf,
  chosenIn,
  cleared,
  concerns,
  FIRST_FILTERS,
  FIRST_QUESTION,
  loosened,
  looseningsOf,
  narrowedTo,
  withoutChip,
} from '../../../../renderer/features/search/question'
import type { TextsChange } from '../../../../renderer/storage'

const filters = {
  ...FIRST_FILTERS,
  places: ['410300', '410311'],
  years: { from: 2021, to: 2024 },
  role: 'target' as const,
  mainOnly: false,
}

describe('filters', () => {
  it('have a chip for every value', () => {
    expect(chipsOf(filters).map(({ box, value }) => `${box} ${value}`)).toEqual([
      'places 410300',
      'places 410311',
      'years 2021–2024',
      'role target',
    ])
    expect(chipsOf({ ...filters, years: { from: 2024, to: 2024 } })[2]?.value).toBe('2024')
    expect(chipsOf(FIRST_FILTERS)).toEqual([])
  })

  it('lose one value after the other, the last with its box', () => {
    const one = { ...filters, ...withoutChip(filters, { box: 'places', value: '410300' }) }
    expect(one.places).toEqual(['410311'])
    expect(withoutChip(one, { box: 'places', value: '410311' })).toEqual({ places: null })
    expect(withoutChip(one, { box: 'years', value: '2021–2024' })).toEqual({ years: null })
  })

  it('are cleared but for versions and text outside of reports', () => {
    expect(cleared(filters)).toEqual({ ...FIRST_FILTERS, mainOnly: false })
  })

  it('take levels and kinds only where there are such', () => {
    expect(chosenIn('levels', ['city', 'none'])).toEqual({ levels: ['city'] })
    expect(chosenIn('kinds', ['digest', 'full'])).toEqual({ kinds: ['full', 'digest'] })
    expect(chosenIn('topics', [])).toEqual({ topics: null })
  })

  it('are narrowed to a year, and to a place without what lies in it', () => {
    expect(narrowedTo(filters, { place: null, year: 2023 })).toEqual({ ...filters, years: { from: 2023, to: 2023 } })
    expect(narrowedTo(filters, { place: { code: '410300', level: 'city' }, year: 2023 })).toEqual({
      ...filters,
      ...{ places: ['410300'], levels: ['city'], years: { from: 2023, to: 2023 } },
    })
  })
})

describe('loosening', () => {
  it('offers what is in force, filters first, and changes that alone', () => {
    const question = { ...FIRST_QUESTION, query: 'a b', filters }
    expect(looseningsOf(question, true)).toEqual(['filters', 'script', 'unit', 'reportsOnly'])
    expect(looseningsOf(question, false)).not.toContain('unit')
    expect(loosened(question, 'filters').filters).toEqual(cleared(filters))
    expect(loosened(question, 'script')).toEqual({ ...question, folds: { ...question.folds, script: true } })
    expect(loosened(loosened(question, 'unit'), 'unit').unit).toBe('report')
    expect(loosened({ ...question, over: 'memos' }, 'over').over).toBe('texts')
  })

  it('has nothing to offer where nothing is in force', () => {
    const folds = { width: true, case: true, script: true }
    const open = { ...FIRST_FILTERS, mainOnly: false, reportsOnly: false }
    expect(looseningsOf({ ...FIRST_QUESTION, folds, filters: open }, false)).toEqual([])
  })
})

it('is asked again only after changes that it goes by', () => {
  const none: TextsChange = { sources: [], annotations: false, codes: false, memos: false, statements: false }
  expect(concerns({ ...none, sources: ['a'] }, FIRST_QUESTION)).toBe(true)
  expect(concerns({ ...none, sources: null }, FIRST_QUESTION)).toBe(true)
  expect(concerns({ ...none, annotations: true, codes: true, memos: true, statements: true }, FIRST_QUESTION)).toBe(
    false,
  )
  expect(concerns({ ...none, annotations: true }, { ...FIRST_QUESTION, over: 'annotations' })).toBe(true)
  expect(concerns({ ...none, annotations: true }, { ...FIRST_QUESTION, over: 'memos' })).toBe(true)
  expect(concerns({ ...none, codes: true }, { ...FIRST_QUESTION, filters: { ...filters, codes: ['c'] } })).toBe(true)
  expect(concerns({ ...none, statements: true }, { ...FIRST_QUESTION, filters })).toBe(true)
  expect(concerns({ ...none, memos: true }, { ...FIRST_QUESTION, over: 'annotations' })).toBe(false)
})
