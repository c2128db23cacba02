import { expect, it } from 'vitest'
import { scoreLedger } from '#shared/compare/ledger/score'
import { LEDGER_MAKER, SCORES_MAKER } from '../../../../renderer/workers/ledger/maker'
import { seedMaterials } from '../../../shared/compare/audit/materials'
import { SETTINGS } from '../../../shared/compare/ledger/rules'

it('makes the ledger of one place over all its years, results without a target too', async () => {
  const seeds = await seedMaterials()
  const basis = { settings: SETTINGS, cited: [], rulings: [] }
  const made = LEDGER_MAKER.make('410304', [seeds['000'], seeds['001']], [seeds['004']], basis)
  expect(new Set(made.rows.map(({ place }) => place.code))).toEqual(new Set(['410304']))
  expect(new Set(made.rows.map(({ year }) => year))).toEqual(new Set([2022, 2023]))
  expect(made.untargeted.length).toBeGreaterThan(0)
  expect(made.rows.some(({ target }) => target.type === 'venture')).toBe(true)
  const { scores } = SCORES_MAKER.make('410304', [seeds['000'], seeds['001']], [seeds['004']], basis)
  // Named ventures are left out of what is told of a whole library; all else comes out the same.
  const expected = scoreLedger(
    made.rows.filter(({ target }) => target.type !== 'venture'),
    ['place', 'year', 'list', 'category', 'wording', 'type'],
  )
  expect(scores).toEqual(expected)
  expect(scores.reduce((sum, { leftOut }) => sum + leftOut, 0)).toBeGreaterThan(10)
  expect(Object.keys(scores[0]?.group ?? {})).toEqual(['place', 'year', 'list', 'category', 'wording', 'type'])
})

it('takes only the figures that were typed in for the place', async () => {
  const seeds = await seedMaterials()
  const figure = {
    id: '11111111-1111-4111-8111-111111111111',
    place: '410304',
    year: '2022',
    indicator: 'retail_sales',
    kind: 'growth' as const,
    value: 5.1,
    high: null,
    unit: '%',
    comparator: 'eq' as const,
    basis: '',
    subset: '',
    genre: 'bulletin' as const,
    citation: '公报',
    author: '',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
  const basis = { settings: SETTINGS, cited: [figure, { ...figure, place: '410303' }], rulings: [] }
  const { rows } = LEDGER_MAKER.make('410304', [seeds['000'], seeds['001']], [], basis)
  const row = rows.find(({ year, target }) => year === 2022 && target.indicator === 'retail_sales')
  expect(row).toMatchObject({ verdict: 'missed', result: { value: 5.1, citation: '公报' } })
})
