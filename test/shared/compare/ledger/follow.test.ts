import { describe, expect, it } from 'vitest'
import type { VentureRef } from '#shared/model/matter'
import { followLedger } from '../../../../shared/compare/ledger/follow'
import { scoreLedger, sumScores } from '../../../../shared/compare/ledger/score'
import { report, type Told, venture } from './build'
import { ledgerOf } from './rules'

const toilets = (year: number, value: number): Told => ({
  canonical: 'public_toilets',
  indicator: '公厕',
  unit: '座',
  kind: 'level',
  role: 'target',
  list: 'livelihood',
  year: String(year),
  value,
})
const bridge = (year: number, name: string) => venture({ year: String(year), name })

const { rows } = ledgerOf([
  report(2021, [toilets(2021, 8)], { matters: [bridge(2021, '唐寺门立交'), bridge(2021, '老城立交')] }),
  report(2022, [toilets(2022, 10)], { matters: [bridge(2022, '唐寺门立交'), bridge(2022, '九都路立交')] }),
])
const refOf = (name: string): VentureRef => {
  const { report: id, key } = rows.find(({ target }) => target.phrase === name)?.target.ref ?? { report: null, key: '' }
  return { report: id ?? '', key }
}

describe('what is followed over the years', () => {
  it('are livelihood items by indicator and projects by name, those of most years first', () => {
    const lines = followLedger(rows, [])
    expect(lines.map(({ name, years }) => [name, [...years.keys()]])).toEqual([
      ['公厕', [2021, 2022]],
      ['唐寺门立交', [2021, 2022]],
      ['老城立交', [2021]],
      ['九都路立交', [2022]],
    ])
  })

  it('follow the user’s word on which projects are the same', () => {
    const [a, b] = [refOf('老城立交'), refOf('九都路立交')]
    const lines = followLedger(rows, [{ a, b, verdict: 'same' }])
    expect(lines.find(({ name }) => name === '九都路立交')?.years.size).toBe(2)
    expect(lines).toHaveLength(3)
  })
})

it('adds finer scores up to those of fewer dimensions', () => {
  const fine = scoreLedger(rows, ['place', 'year', 'type'])
  expect(sumScores(fine, ['year'])).toEqual(scoreLedger(rows, ['year']))
  expect(sumScores(fine, [])).toEqual(scoreLedger(rows, []))
})
