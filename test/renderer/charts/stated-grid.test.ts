import { expect, it } from 'vitest'
import { paletteFor } from '../../../renderer/charts/palette'
import { spotsOf, wholeFrame } from '../../../renderer/charts/plan'
import { statedGrid } from '../../../renderer/charts/stated-grid'
import { yearLines } from '../../../renderer/charts/year-lines'

const palette = paletteFor('light')
const drawn = { width: 800, height: 400 }

it('tells a number, an open cell and a missing one apart, and lets each be met', () => {
  const plan = statedGrid({
    rows: ['瀍河', '西工'],
    columns: ['2023', '2024'],
    cells: [
      [{ value: 4, text: '4' }, null],
      [
        { value: null, text: '?' },
        { value: 0, text: '0*' },
      ],
    ],
    ...{ format: String, label: '次数', missing: '无报告', notes: ['? 只有摘要'] },
  })
  expect(plan.marks.map(({ text }) => text)).toEqual(['4', '无报告', '?', '0*'])
  expect(plan.notes).toEqual(['? 只有摘要'])
  const { option } = plan.draw(wholeFrame(drawn.width, drawn.height), palette)
  expect([...spotsOf(option).keys()].sort()).toEqual([0, 1, 2, 3])
})

const pointOf = (value: number | null) => (value === null ? null : { value, text: `${value}%`, few: false })

it('breaks lines where nothing is known, and has a mark for every number', () => {
  const plan = yearLines({
    years: ['2022', '2023', '2024'],
    lines: [
      { name: '放管服', points: [100, null, 0].map(pointOf) },
      { name: '营商环境', points: [null, 50, 75].map(pointOf) },
    ],
    ...{ format: (value) => `${value}%`, fewNote: '', label: '占比', missing: '无全文' },
  })
  expect(plan.rows).toEqual(['放管服', '营商环境'])
  expect(plan.marks.map(({ text }) => text)).toEqual(['100%', '无全文', '0%', '无全文', '50%', '75%'])
  const { option } = plan.draw(wholeFrame(drawn.width, drawn.height), palette)
  expect([...spotsOf(option).keys()].sort()).toEqual([0, 2, 4, 5])
  expect(option).toMatchObject({
    yAxis: { min: 0, max: 100 },
    series: [{ connectNulls: false }, { connectNulls: false }],
  })
})
