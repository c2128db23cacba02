import { expect, it } from 'vitest'
import { choicesOf } from '../../../../renderer/workers/statements/choices'
import { phrasesOf } from '../../../../renderer/workers/statements/phrases'
import { columnsOf, laid, placeOf, reportOf } from './material'

it('offers what statements have, with how many have it', () => {
  const columns = columnsOf([{ canonical: 'gdp' }, { canonical: '', year: '2021', measure: 'net', list: 'livelihood' }])
  columns.put(reportOf(4, { place: placeOf('410311', '洛龙区'), year: 2020, main: false }), [
    laid({ canonical: 'gdp' }),
  ])
  expect(choicesOf(columns, null)).toEqual({
    indicators: [
      { value: 'gdp', count: 2 },
      { value: '', count: 1 },
    ],
    places: [
      { value: '410304', name: '瀍河回族区', count: 2 },
      { value: '410311', name: '洛龙区', count: 1 },
    ],
    reportYears: [
      { value: 2024, count: 2 },
      { value: 2020, count: 1 },
    ],
    years: [
      { value: '2023', count: 2 },
      { value: '2021', count: 1 },
    ],
    measures: [
      { value: '', count: 2 },
      { value: 'net', count: 1 },
    ],
    lists: [
      { value: '', count: 2 },
      { value: 'livelihood', count: 1 },
    ],
    minor: 1,
  })
  expect(choicesOf(columns, reportOf(4).id).indicators).toEqual([{ value: 'gdp', count: 1 }])
})

it('counts phrases that are no indicator, by family of unit', () => {
  const phrase = { canonical: '', indicator: '泊位' }
  const columns = columnsOf(
    [{ ...phrase, unit: '个' }, { ...phrase, unit: '%' }, { canonical: 'gdp' }],
    [
      { ...phrase, unit: '万个' },
      { ...phrase, unit: '个', status: 'rejected' },
    ],
  )
  expect(phrasesOf(columns)).toEqual([
    {
      phrase: '泊位',
      family: 'count',
      count: 2,
      reports: 2,
      sample: { report: reportOf(0).id, key: columns.keyOf(0) },
    },
    {
      phrase: '泊位',
      family: 'percent',
      count: 1,
      reports: 1,
      sample: { report: reportOf(0).id, key: columns.keyOf(1) },
    },
  ])
})
