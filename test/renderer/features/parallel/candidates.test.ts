import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceRef } from '#shared/model/place'
import type { Report } from '#shared/model/report'
import { candidatesFor, RELATIONS, relationOf } from '../../../../renderer/features/parallel/candidates'

const place = (code: string, name: string, parent: string | null): PlaceRef => ({
  code,
  name,
  short: name.slice(0, -1),
  level: 'city',
  parent,
})
const HENAN = place('410000', '河南省', '000000')
const LUOYANG = place('410300', '洛阳市', '410000')
const KAIFENG = place('410200', '开封市', '410000')
const CHANHE = place('410304', '瀍河回族区', '410300')

const report = (id: string, of: PlaceRef | null, year: number | null): Report => ({
  id,
  source: 'a'.repeat(64),
  reading: '',
  ordinal: 0,
  title: `${of?.name ?? ''}政府工作报告`,
  place: of,
  repairedFrom: null,
  year,
  kind: 'full',
  start: 0,
  end: 1,
  speaker: null,
  session: null,
  date: null,
  confidence: 1,
  certainty: { place: 1, year: 1, kind: 1 },
  reasons: [],
  version: null,
  main: true,
  edited: [],
})

const FIRST = report('first', LUOYANG, 2022)
const ALL = [
  FIRST,
  report('unknown', null, null),
  report('kaifeng', KAIFENG, 2022),
  report('chanhe23', CHANHE, 2023),
  report('luoyang14', LUOYANG, 2014),
  report('henan', HENAN, 2022),
  report('luoyang23', LUOYANG, 2023),
]
const ids = (typed: string): string[] => candidatesFor(FIRST, ALL, typed).map((one) => one.report.id)

describe('the reports that can be laid beside one', () => {
  it('are the same place first, nearer years before, then above, below, siblings and the others', () => {
    expect(ids('')).toEqual(['luoyang23', 'luoyang14', 'henan', 'chanhe23', 'kaifeng', 'unknown'])
  })

  it('are found by place, year and title, each word of them', () => {
    expect(ids('洛阳 2014')).toEqual(['luoyang14'])
    expect(ids('瀍河')).toEqual(['chanhe23'])
    expect(ids('2023 政府')).toEqual(['luoyang23', 'chanhe23'])
    expect(ids('上海')).toEqual([])
  })

  it('never hold the report itself, and all others while nothing is typed', () => {
    const any = fc.array(fc.constantFrom(...ALL))
    fc.assert(
      fc.property(any, (reports) => {
        const found = candidatesFor(FIRST, reports, '')
        expect(found).toHaveLength(reports.filter(({ id }) => id !== 'first').length)
        const order = found.map(({ relation }) => RELATIONS.indexOf(relation))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })
})

it('two places without a place above are no siblings', () => {
  const own = [place('u-1', '甲区', null), place('u-2', '乙区', null)]
  expect(relationOf({ place: own[0] ?? null }, { place: own[1] ?? null })).toBe('others')
})
