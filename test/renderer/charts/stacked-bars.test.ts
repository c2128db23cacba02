import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackedBars } from '../../../renderer/charts'
import { AREA_COLORS } from '../../../renderer/charts/area-colors'
import { drawn, palette } from './material'

const shareText = (share: number): string => `${(share * 100).toFixed(1)}%`
const planOf = (parts: readonly string[], shares: readonly (readonly number[])[]) =>
  stackedBars({
    ...{ parts, shares, format: shareText, label: '份额' },
    wholes: shares.map((_, index) => `第${index + 1}市 2023`),
  })
const at = (height: number, top = 0) => ({ width: 1000, height, top, left: 0 })

interface Box {
  x: number
  y: number
  width: number
  height: number
}
const boxesOf = (option: unknown) =>
  drawn(option).flatMap(({ element, datum }) =>
    datum.mark === undefined ? [] : [{ mark: datum.mark, ...(element.shape as unknown as Box) }],
  )

/** Parts of a whole that are 1 together. */
const wholes = (parts: number) =>
  fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: parts, maxLength: parts })
    .filter((counts) => counts.some((count) => count > 0))
    .map((counts) => counts.map((count) => count / counts.reduce((sum, one) => sum + one, 0)))

describe('stackedBars', () => {
  it('draws bars of one length whose parts are as long as their shares', () => {
    const found = fc.array(wholes(12), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(found, (shares) => {
        const plan = planOf(
          Array.from({ length: 12 }, (_, part) => `主题${part}`),
          shares,
        )
        const boxes = boxesOf(plan.draw(at(900), palette).option)
        expect(boxes).toHaveLength(shares.flat().filter((share) => share > 0).length)
        for (const [whole] of shares.entries()) {
          const own = boxes.filter(({ mark }) => plan.marks[mark]?.subject.column === whole)
          for (const [index, box] of own.entries()) {
            const before = own[index - 1]
            if (before) expect(box.x).toBeLessThanOrEqual(before.x + before.width + 1e-6)
            const { row = 0 } = plan.marks[box.mark]?.subject ?? {}
            expect(Math.abs(box.width - (shares[whole]?.[row] ?? 0) * (1000 - 28 - (own[0]?.x ?? 0)))).toBeLessThan(
              1.01,
            )
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('says every share, and where there is nothing says nothing', () => {
    const plan = planOf(['经济', '科技', '民生'], [[0.5, 0, 0.5]])
    expect(plan.marks.map(({ text, subject }) => [text, subject.row, subject.column])).toEqual([
      ['50.0%', 0, 0],
      ['50.0%', 2, 0],
    ])
    expect([plan.rows, plan.columns]).toEqual([['经济', '科技', '民生'], ['第1市 2023']])
  })

  it('writes a number only inside an area that has room for it', () => {
    const { option } = planOf(['大', '小'], [[0.99, 0.01]]).draw(at(200), palette)
    const inside = drawn(option).flatMap(({ element }) => {
      const { textContent } = element as { textContent?: { style: { text: string } } }
      return textContent ? [textContent.style.text] : []
    })
    expect(inside).toEqual(['99.0%'])
  })

  it('keeps its keys in sight, apart from each other and inside the chart', () => {
    const names = Array.from({ length: 14 }, (_, part) => `较长的主题名称${part}`)
    const { option } = planOf(names, [names.map(() => 1 / 14)]).draw(at(400), palette)
    const keys = drawn(option).flatMap(({ element }) =>
      element.type === 'text' && names.includes(element.style.text)
        ? [{ x: element.x ?? 0, y: element.y ?? 0, width: 12 * element.style.text.length }]
        : [],
    )
    expect(keys).toHaveLength(14)
    for (const [index, one] of keys.entries()) {
      expect(one.x + one.width).toBeLessThanOrEqual(1000)
      for (const other of keys.slice(index + 1))
        expect(one.y !== other.y || one.x + one.width < other.x || other.x + other.width < one.x).toBe(true)
    }
  })

  it('draws of forty places those in sight, and scrolls to the others', () => {
    const plan = planOf(
      ['甲', '乙'],
      Array.from({ length: 80 }, () => [0.4, 0.6]),
    )
    const first = plan.draw(at(400), palette)
    expect(first.height).toBeGreaterThan(80 * 24)
    const seen = (top: number) =>
      new Set(boxesOf(plan.draw(at(400, top), palette).option).map(({ mark }) => plan.marks[mark]?.subject.column))
    expect(seen(0).has(0)).toBe(true)
    expect(seen(0).has(79)).toBe(false)
    expect(seen(first.height - 400).has(79)).toBe(true)
  })

  it('never has the same fill twice among eighteen parts', () => {
    for (const colors of Object.values(AREA_COLORS)) expect(new Set(colors).size).toBe(colors.length)
    const { option } = planOf(
      Array.from({ length: 10 }, (_, part) => `主题${part}`),
      [Array.from({ length: 10 }, () => 0.1)],
    ).draw(at(300), palette)
    const [first] = AREA_COLORS.light
    const areas = drawn(option).filter(({ element, datum }) => datum.mark !== undefined && element.style.fill === first)
    expect(areas.map(({ datum }) => datum.mark)).toEqual([0, 9])
    // The tenth has lines over it, in its bar and in its key.
    expect(drawn(option).filter(({ element }) => element.type === 'path')).toHaveLength(2)
  })
})
