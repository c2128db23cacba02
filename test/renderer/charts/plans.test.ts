import { describe, expect, it } from 'vitest'
import {
  type ChartPlan,
  dumbbellPlan,
  heatGrid,
  heatPlan,
  multiplesPlan,
  radarPlan,
  rankedBars,
  scatterPlan,
} from '../../../renderer/charts'
import { markAt, spotsOf, targetAt } from '../../../renderer/charts/plan'
import { dumbbellPanels } from '../../../shared/compare/dumbbell'
import { heatMap } from '../../../shared/compare/heat'
import { multiplesOf } from '../../../shared/compare/multiples'
import { radarOf } from '../../../shared/compare/radar'
import { scatterOf } from '../../../shared/compare/scatter'
import { crowd, districts, drawn, misread, palette, words } from './material'

const up = () => 'up' as const
const spoken = { ...words, breakNote: () => '' }
const SIZE = { width: 1000, height: 400, top: 0, left: 0 }
const many = crowd(40, ['gdp', 'retail', 'budget'])
const few = crowd(4, ['gdp', 'retail', 'budget'])

const scatter = (matrix: typeof many) => {
  const found = scatterOf(matrix, { x: '', y: '' }, '2022')
  if (!found) throw new Error('no two indicators')
  return scatterPlan(found, false, words)
}
const multiples = (matrix: typeof many) => {
  const found = multiplesOf(matrix, '', 'places')
  if (!found) throw new Error('no line')
  return multiplesPlan(found, matrix.places, spoken)
}

const PLANS: readonly [string, ChartPlan<unknown>][] = [
  ['dumbbell', dumbbellPlan(dumbbellPanels(districts, '', 'gap', up), districts.places, false, words)],
  ['heat map', heatPlan(heatMap(few, up), 'rank', false, words)],
  ['radar', radarPlan(radarOf(few, '2022', 'range', up), 'range', false, words)],
  ['scatter', scatter(few)],
  ['multiples', multiples(few)],
  ['ranked bars', rankedBars({ items: [{ label: '改革', value: 3 }], format: String, label: '词' })],
]

const texts = (option: unknown): string[] =>
  drawn(option).flatMap(({ element }) => (element.type === 'text' ? [element.style.text] : []))

describe.each(PLANS)('the %s', (_, plan) => {
  const { option } = plan.draw(SIZE, palette)

  it('draws each of its marks, so that keyboard, click and table agree', () => {
    expect(plan.marks.length).toBeGreaterThan(0)
    const spots = spotsOf(option)
    for (const [index] of plan.marks.entries()) {
      const spot = spots.get(index)
      expect(spot, `mark ${index}`).toBeDefined()
      const event = { componentType: 'series', seriesIndex: spot?.series ?? -1, dataIndex: spot?.datum ?? -1 }
      expect([markAt(option, event), markAt(option, event, true)]).toContain(index)
    }
  })

  it('has a place in the table for each mark, and no two in one', () => {
    const places = plan.marks.map(({ row, column }) => `${row}|${column}`)
    expect(new Set(places).size).toBe(places.length)
    for (const { row, column } of plan.marks) {
      expect(plan.rows[row]).toBeDefined()
      expect(plan.columns[column]).toBeDefined()
    }
  })
})

describe('the dumbbell', () => {
  const plan = dumbbellPlan(dumbbellPanels(districts, '', 'gap', up), districts.places, false, words)
  const shapes = drawn(plan.draw(SIZE, palette).option)

  it('has hollow amber targets and solid teal results, and the gap at the end of the row', () => {
    const dots = shapes.filter(({ datum }) => datum.mark !== undefined)
    const styles = dots.map(({ datum, element }) => [plan.marks[datum.mark ?? -1]?.text, element.style])
    expect(styles).toContainEqual(['≥8', expect.objectContaining({ fill: palette.surface, stroke: palette.target })])
    expect(texts(plan.draw(SIZE, palette).option)).toContain('gap.under 3.7')
    expect(plan.marks.map(({ text }) => text)).toContain('gap.with 4.3 gap.under 3.7')
  })
})

describe('an axis with a number far from all others', () => {
  it('ends before it in the dumbbell, where a triangle at its edge points on', () => {
    const matrix = misread(many)
    const panels = dumbbellPanels(matrix, '2022', 'places', up)
    const targets = dumbbellPanels(misread(many, 'target'), '2023', 'places', up)
    for (const rows of [panels, targets]) {
      const plan = dumbbellPlan(rows, matrix.places, false, words)
      const { option } = plan.draw({ ...SIZE, height: 5000 }, palette)
      expect([plan.far, texts(option).some((text) => text.includes('cut 1'))]).toEqual([1, true])
      const odd = drawn(option).filter(({ element, datum }) => datum.mark !== undefined && element.type === 'polygon')
      expect(odd.map(({ datum }) => plan.marks[datum.mark ?? -1]?.text)).toEqual(['805'])
      expect(texts(option)).toContain('805')
      const whole = dumbbellPlan(rows, matrix.places, false, words, 'whole').draw({ ...SIZE, height: 5000 }, palette)
      expect(drawn(whole.option).some(({ element }) => element.type === 'polygon')).toBe(false)
    }
  })
})

describe('the heat map', () => {
  it('hatches what is missing and says so', () => {
    const plan = heatPlan(heatMap(crowd(2, ['gdp']), up), 'rank', false, words)
    // Of 2023 the places have targets only: the results are missing.
    expect(plan.marks.filter(({ text }) => text === '无')).toHaveLength(2)
    const shapes = drawn(plan.draw(SIZE, palette).option)
    const bare = shapes.filter(
      ({ datum, element }) => datum.mark !== undefined && element.style.fill === 'rgba(0,0,0,0)',
    )
    expect(bare.map(({ datum }) => plan.marks[datum.mark ?? -1]?.text)).toEqual(['无', '无'])
    // The hatching of the ground, which they let through, and of the key.
    expect(shapes.filter(({ element }) => element.type === 'path')).toHaveLength(2)
  })

  it('draws the rows in sight of forty places, each name once', () => {
    const plan = heatPlan(heatMap(many, up), 'zscore', false, words)
    const { option, height, windowed } = plan.draw(SIZE, palette)
    const names = texts(option).filter((text) => text.startsWith('第'))
    expect([windowed, height > 900]).toEqual([true, true])
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeLessThan(20)
    const far = plan.draw({ ...SIZE, top: height - SIZE.height }, palette)
    expect(texts(far.option)).toContain('第40示范')
  })

  it('colours no number that stands alone in its column, and says why', () => {
    const alone = (colour: 'rank' | 'zscore') => heatPlan(heatMap(crowd(1, ['gdp']), up), colour, false, words)
    for (const colour of ['rank', 'zscore'] as const) {
      const { marks, notes, draw } = alone(colour)
      expect(marks.map(({ text }) => text)).toContain('-1')
      expect(notes).toContain('heat.lone')
      const cells = drawn(draw(SIZE, palette).option).filter(({ datum }) => marks[datum.mark ?? -1]?.text === '-1')
      expect(cells.map(({ element }) => element.style.fill)).toEqual([palette.surface])
    }
    expect(heatPlan(heatMap(few, up), 'rank', false, words).notes).not.toContain('heat.lone')
  })

  it('leads from the name of an indicator to its passages', () => {
    const { option } = heatPlan(heatMap(few, up), 'rank', false, words).draw(SIZE, palette)
    const shapes = drawn(option)
    const at = shapes.find(({ datum }) => 'indicator' in (datum.names ?? {}))
    const inSeries: unknown[] = shapes.filter(({ series }) => series === at?.series)
    const event = {
      componentType: 'series',
      seriesIndex: at?.series ?? 0,
      dataIndex: inSeries.indexOf(at),
    }
    expect(targetAt(option, event)).toEqual({ indicator: 'gdp' })
  })
})

describe('the grid of any numbers', () => {
  it('tells missing from zero', () => {
    const plan = heatGrid({
      rows: ['甲'],
      columns: ['一', '二'],
      values: [[0, null]],
      format: String,
      colour: 'sequential',
      label: '图',
      missing: '无',
    })
    expect(plan.marks.map(({ text }) => text)).toEqual(['0', '无'])
    const shapes = drawn(plan.draw(SIZE, palette).option)
    const bare = shapes.filter(({ element }) => element.style?.fill === 'rgba(0,0,0,0)')
    expect(bare.map(({ datum }) => plan.marks[datum.mark ?? -1]?.text)).toEqual(['无'])
  })
})

describe('the scatter plot', () => {
  it('is two marks to a point: a click means the upright number, with Shift the other', () => {
    const plan = scatter(few)
    const { option } = plan.draw(SIZE, palette)
    const spot = spotsOf(option).get(0)
    const event = { componentType: 'series', seriesIndex: spot?.series ?? 0, dataIndex: spot?.datum ?? 0 }
    const [plain, shifted] = [markAt(option, event) ?? -1, markAt(option, event, true) ?? -1]
    expect([plan.rows[plan.marks[plain]?.row ?? -1], plan.rows[plan.marks[shifted]?.row ?? -1]]).toEqual([
      'axis.up retail（%）',
      'axis.across 地区生产总值（%）',
    ])
  })

  it('stands a point at the edge that is far from all others, with its numbers, outside of the means', () => {
    const matrix = misread(many)
    const cut = scatter(matrix)
    const { option } = cut.draw(SIZE, palette)
    expect([cut.far, cut.notes.some((note) => note.startsWith('scatter.cut 1'))]).toEqual([1, true])
    expect(texts(option).filter((text) => text.startsWith('scatter.far'))).toEqual(['scatter.far 第40示范 805 2'])
    const means = (shown: object) =>
      texts(shown)
        .filter((text) => text.startsWith('mean'))
        .map((text) => Number(text.slice(5)))
    expect(Math.max(...means(option))).toBeLessThan(4)
    const found = scatterOf(matrix, { x: '', y: '' }, '2022')
    if (!found) throw new Error('no scatter plot')
    const whole = scatterPlan(found, false, words, 'whole')
    expect([whole.far, whole.notes.some((note) => note.startsWith('scatter.cut'))]).toEqual([1, false])
    expect(Math.max(...means(whole.draw(SIZE, palette).option))).toBeGreaterThan(20)
  })

  it('names places that lack a number', () => {
    const matrix = crowd(3, ['gdp', 'retail'])
    const short = { ...matrix, rows: matrix.rows.slice(0, 4) }
    expect(scatter(short).notes.some((note) => note.startsWith('scatter.missing 1'))).toBe(true)
  })
})

describe('small multiples', () => {
  it('draw the panels in sight of forty places', () => {
    const plan = multiples(many)
    const { option, height } = plan.draw(SIZE, palette)
    expect(height).toBeGreaterThan(SIZE.height)
    expect(texts(option)).toContain('第1示范')
    expect(texts(option)).not.toContain('第40示范')
  })
})
