import { expect, it } from 'vitest'
import { yearBars } from '../../../renderer/charts'
import { drawn, palette } from './material'

const plan = (values: readonly (number | null)[]) =>
  yearBars({
    items: values.map((value, at) => ({ label: String(2020 + at), value })),
    ...{ format: String, label: '处数', missing: '无报告' },
  })
const frame = { width: 600, height: 200, top: 0, left: 0 }
const texts = (option: unknown) =>
  drawn(option).flatMap(({ element }) => {
    const { text } = (element.style ?? {}) as { text?: string }
    return text === undefined ? [] : [text]
  })

it('has a mark for every year, and says what is missing', () => {
  const { marks, columns } = plan([3, null, 0])
  expect(columns).toEqual(['2020', '2021', '2022'])
  expect(marks.map(({ text, subject }) => [text, subject])).toEqual([
    ['3', 0],
    ['无报告', 1],
    ['0', 2],
  ])
})

it('draws no half of a count, names what is hatched, and prints a zero', () => {
  const { option } = plan([1, null, 0]).draw(frame, palette)
  expect(texts(option)).toEqual(expect.arrayContaining(['1', '0', '2020', '2021', '无报告']))
  expect(texts(option)).not.toContain('0.5')
  expect(texts(plan([1, 0]).draw(frame, palette).option)).not.toContain('无报告')
  expect(texts(plan([0.5, 0.25]).draw(frame, palette).option)).toContain('0.2')
})

it('can be met on the whole column of a year, also of one without anything', () => {
  const { option } = plan([40, null, 0]).draw(frame, palette)
  const boxes = drawn(option).flatMap(({ element, datum }) => {
    const { height } = (element.shape ?? {}) as { height?: number }
    return datum.mark === undefined ? [] : [[datum.mark, (height ?? 0) > 100]]
  })
  expect(boxes).toEqual([
    [0, true],
    [1, true],
    [2, true],
  ])
})

it('is as wide as its names need, and scrolls', () => {
  const many = plan(Array.from({ length: 60 }, (_, at) => at))
  expect(many.draw(frame, palette).width).toBeGreaterThan(60 * 30)
  expect(plan([1]).draw(frame, palette).width).toBe(600)
  expect(plan([]).draw(frame, palette).width).toBe(600)
})
