import { expect, it } from 'vitest'
import { yearLines } from '../../../renderer/charts'
import { wholeFrame } from '../../../renderer/charts/plan'
import { palette } from './material'

interface Option {
  title: { text: string }[]
  legend: { right: number }
  series: { data: { value: unknown[]; mark?: number; itemStyle?: { color: string } }[] }[]
}

const planOf = (few: boolean) =>
  yearLines({
    years: ['2021', '2022', '2023'],
    lines: [
      {
        name: '放管服',
        points: [{ value: 40, text: '40%（4/10）', few: false }, null, { value: 100, text: '100%（1/1）', few }],
      },
    ],
    format: (value) => `${value}%`,
    fewNote: '空心：不到 5 个地区',
    label: '占比',
    missing: '无全文',
  })
const optionOf = (few: boolean) => planOf(few).draw(wholeFrame(600, 300), palette).option as unknown as Option

it('draws what stands on few places hollow, and says so beside the legend', () => {
  const { title, legend, series } = optionOf(true)
  const data = series[0]?.data ?? []
  expect(data.map(({ itemStyle }) => itemStyle?.color)).toEqual([undefined, undefined, palette.surface])
  expect(title.map(({ text }) => text)).toEqual(['空心：不到 5 个地区'])
  // The legend scrolls before it comes to what is said.
  expect(legend.right).toBeGreaterThan(100)
  expect(optionOf(false).title).toEqual([])
})

it('tells in the table of how many places a share is, and leaves a gap where nothing is known', () => {
  expect(planOf(true).marks.map(({ text }) => text)).toEqual(['40%（4/10）', '无全文', '100%（1/1）'])
  expect(optionOf(true).series[0]?.data[1]).toEqual({ value: ['2022', '-'] })
})
