import { describe, expect, it } from 'vitest'
import { buildMatrix } from '../../../shared/compare/matrix'
import { barPanels, linePanels } from '../../../shared/compare/series'
import { cell, comparison, PLACES, record } from './build'

const matrix = buildMatrix(
  [
    record({ year: 2022, cells: [cell({ value: 8, role: 'target' })] }),
    record({ year: 2023, cells: [cell({ value: 4.3 }), cell({ value: 7, role: 'target', year: '2023' })] }),
    record({ year: 2021, cells: [cell({ value: 5.6, year: '2020' })] }),
    record({ place: PLACES.xigong }),
  ],
  comparison({ years: ['2023', '2020', '2022'], role: 'both' }),
)

describe('barPanels', () => {
  it('groups by place, then year, and leaves an empty slot for a place without a number', () => {
    const [panel] = barPanels(matrix)
    expect(
      panel?.slots.map((slot) => [slot.place.short, slot.year, slot.target?.value ?? null, slot.actual?.value ?? null]),
    ).toEqual([
      ['瀍河', '2020', null, 5.6],
      ['瀍河', '2022', 8, 4.3],
      ['瀍河', '2023', 7, null],
      ['西工', '', null, null],
    ])
  })

  it('has no panel for an indicator without a number', () => {
    expect(barPanels(buildMatrix([], comparison()))).toEqual([])
  })

  it('leaves out what stands in another unit, and counts it', () => {
    const mixed = buildMatrix(
      [
        record({ cells: [cell({ value: 1, unit: '亿元', kind: 'level' })] }),
        record({ place: PLACES.xigong, cells: [cell({ value: 2, unit: '亿元', kind: 'level' })] }),
        record({ place: PLACES.luoyang, cells: [cell({ value: 3, unit: '亿美元', kind: 'level' })] }),
      ],
      comparison({ places: Object.values(PLACES).map((place) => place.code), kind: 'level' }),
    )
    const [panel] = barPanels(mixed)
    expect(panel?.undrawn).toBe(1)
    expect(panel?.slots.at(-1)).toMatchObject({ year: '', target: null, actual: null })
  })
})

describe('linePanels', () => {
  it('has every year from the first to the last, with a gap where nothing is known', () => {
    const [panel] = linePanels(matrix)
    expect(panel?.years).toEqual(['2020', '2021', '2022', '2023'])
    expect(panel?.lines.map((line) => line.place.code)).toEqual([PLACES.chanhe.code])
    expect(panel?.lines[0]?.actual.map((mark) => mark?.value ?? null)).toEqual([5.6, null, 4.3, null])
    expect(panel?.lines[0]?.target.map((mark) => mark?.value ?? null)).toEqual([null, null, 8, 7])
  })

  it('has no point for a span of years', () => {
    const span = buildMatrix([record({ cells: [cell({ year: '2017-2021' })] })], comparison({ years: ['2017-2021'] }))
    expect(linePanels(span)).toEqual([])
  })
})
