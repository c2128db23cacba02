import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels } from '../../../renderer/charts/label-places'
import { textWidth, wrap } from '../../../renderer/charts/measure'
import { runs } from '../../../renderer/charts/radar'
import { inkOn, rampColor } from '../../../renderer/charts/ramp'
import { axisCut, countFar, endedScale, numberScale, sideOf, spread, within } from '../../../renderer/charts/scale'
import { walk } from '../../../renderer/charts/walk'
import { inSight } from '../../../renderer/charts/window'

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 })

describe('wrap', () => {
  it('keeps lines within their width, and units in one piece', () => {
    expect(wrap('城镇居民人均可支配收入（%）', 12, 110, 4)).toEqual(['城镇居民人均可支配', '收入（%）'])
    expect(wrap('社会消费品零售总额（%）', 12, 132, 4)).toEqual(['社会消费品零售总额', '（%）'])
    expect(wrap('Gross regional product (%)', 12, 100, 3)).toEqual(['Gross regional', 'product (%)'])
  })

  it('ends in an ellipsis what is longer than its lines', () => {
    const [only, ...more] = wrap('规模以上工业增加值增长速度', 12, 60, 1)
    expect([only?.endsWith('…'), more]).toEqual([true, []])
    expect(textWidth(only ?? '', 12)).toBeLessThanOrEqual(60)
  })

  it('loses no sign while it has lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('增', '长', '（', '）', '%', 'a', ' ') }),
        fc.nat(200),
        (text, width) => {
          const kept = wrap(text, 12, width, 1000).join('').replaceAll(' ', '')
          expect(kept).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })
})

describe('numberScale', () => {
  it('holds every value between round ends', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 8 }), fc.boolean(), (values, count, zero) => {
        const { low, high, ticks } = numberScale(values, count, zero)
        const blur = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
        expect(low - blur).toBeLessThanOrEqual(Math.min(...values))
        expect(high + blur).toBeGreaterThanOrEqual(Math.max(...values))
        expect(high).toBeGreaterThan(low)
        if (zero) expect(low * high).toBeLessThanOrEqual(0)
        expect([ticks[0], ticks.at(-1)]).toEqual([low, high])
        expect(ticks.length).toBeLessThanOrEqual(count + 3)
      }),
    )
  })

  it('has ticks that can be read', () => {
    expect(numberScale([0.3, 8.7], 4, true).ticks).toEqual([0, 2.5, 5, 7.5, 10])
  })
})

describe('axisCut', () => {
  const near = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 5, maxLength: 40 })

  it('has the axis of all numbers where none is far off', () => {
    fc.assert(
      fc.property(near, fc.boolean(), (values, zero) => {
        const ends = values.map((value) => value + (zero ? 0 : 1000))
        if (axisCut(ends, zero) !== null) return
        expect(endedScale(ends, 5, zero, 'cut')).toEqual(numberScale(ends, 5, zero))
        expect(countFar(ends, zero)).toBe(0)
      }),
    )
  })

  it('leaves out one misread number, on either side, and nothing else', () => {
    const spreadOut = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(spreadOut, fc.integer({ min: 10, max: 1000 }), fc.constantFrom(1, -1), (values, times, side) => {
        const far = Math.max(...values) * times * side
        const scale = endedScale([...values, far], 5, true, 'cut')
        expect(sideOf(scale, far)).toBe(side)
        expect(values.every((value) => sideOf(scale, value) === 0)).toBe(true)
        expect([scale.low, scale.high]).toContain(within(scale, far))
        expect(endedScale([...values, far], 5, true, 'whole')).toEqual(numberScale([...values, far], 5, true))
      }),
    )
  })

  it('does not depend on the order or the unit of the numbers', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (values, factor, zero) => {
        const cut = axisCut(values, zero)
        expect(axisCut(values.toReversed(), zero)).toEqual(cut)
        const other = axisCut(
          values.map((value) => value * factor),
          zero,
        )
        expect(other === null).toBe(cut === null)
        if (cut && other) expect(other.high).toBeCloseTo(cut.high * factor, 6)
      }),
    )
  })

  it('cuts no more than a tenth, and none of few', () => {
    fc.assert(
      fc.property(near, fc.boolean(), (values, zero) => {
        expect(countFar(values, zero)).toBeLessThanOrEqual(Math.max(1, Math.floor(values.length / 10)))
      }),
    )
    expect(axisCut([1, 2, 3, 900], true)).toBeNull()
    // A city beside its districts in two years: two of twelve numbers.
    expect(axisCut([136, 160, 420, 455, 380, 400, 90, 95, 610, 640, 5_440, 5_675], true)).toBeNull()
  })

  it('takes 95 to 99 percent for far from 0.5 only where the axis has no zero', () => {
    const rates = [95, 96, 96.5, 97, 98, 99, 0.5]
    expect([axisCut(rates, true), axisCut(rates, false)?.high]).toEqual([null, 99])
    expect(axisCut([5, 5, 5, 5, 6], false)).toBeNull()
  })

  it('keeps one of five cities that grew faster than the others in the plot', () => {
    expect(axisCut([7.5, 7.99, 8.1, 9.1, 14.4], false)).toBeNull()
    expect(axisCut([7.5, 7.99, 8.1, 9.1, 144], false)?.high).toBeLessThan(10)
  })
})

describe('endedScale', () => {
  it('keeps room beside the outermost of different numbers, where it is asked to', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 }), (values) => {
        const { low, high } = endedScale(values, 5, false, 'whole', 0.03)
        const [least, most] = [Math.min(...values), Math.max(...values)]
        const room = (most - least) * 0.03 - 1e-6
        expect(least - low).toBeGreaterThanOrEqual(room)
        expect(high - most).toBeGreaterThanOrEqual(room)
      }),
    )
    expect(endedScale([], 5, false, 'cut', 0.03)).toEqual(numberScale([], 5, false))
    expect(endedScale([4, 4], 5, false, 'cut', 0.03)).toEqual(numberScale([4], 5, false))
  })
})

describe('spread', () => {
  it('keeps names apart and in their order, within the ends where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 30 }), (positions) => {
        const moved = spread(positions, 13, 0, 400)
        const sorted = moved.toSorted((a, b) => a - b)
        for (const [index, at] of sorted.entries())
          if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-6)
        for (const at of moved) {
          expect(at).toBeGreaterThanOrEqual(-1e-6)
          expect(at).toBeLessThanOrEqual(400 + 1e-6)
        }
      }),
    )
  })
})

describe('placeLabels', () => {
  const bounds = { x: 0, y: 0, width: 600, height: 400 }
  const point = fc.record({
    x: fc.double({ min: 20, max: 580, noNaN: true }),
    y: fc.double({ min: 20, max: 380, noNaN: true }),
    width: fc.integer({ min: 20, max: 80 }),
    height: fc.constant(14),
  })

  it('covers no label, no other point, and stays in the plot', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const boxes = placeLabels(points, bounds, 5)
        const apart = (a: NonNullable<(typeof boxes)[number]>, b: typeof a): boolean =>
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        for (const [index, box] of boxes.entries()) {
          if (!box) continue
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 600 && box.y + box.height <= 400).toBe(true)
          for (const other of boxes.slice(index + 1)) if (other) expect(apart(box, other)).toBe(true)
          for (const [at, { x, y }] of points.entries())
            if (at !== index) expect(apart(box, { x: x - 5, y: y - 5, width: 10, height: 10 })).toBe(true)
        }
      }),
    )
  })

  it('finds a place for a point that stands alone', () => {
    expect(placeLabels([{ x: 300, y: 200, width: 40, height: 14 }], bounds, 5)).toEqual([
      { x: 307, y: 193, width: 40, height: 14 },
    ])
  })
})

describe('runs', () => {
  it('closes a shape without a gap and opens one with', () => {
    expect(runs([1, 2, 3])).toEqual([{ points: [1, 2, 3], closed: true }])
    expect(runs([1, null, 3, 4])).toEqual([{ points: [3, 4, 1], closed: false }])
    expect(runs([null, null])).toEqual([])
  })
})

describe('walk', () => {
  const marks = [
    { row: 0, column: 0 },
    { row: 0, column: 2 },
    { row: 1, column: 1 },
    { row: 2, column: 0 },
  ]

  it.each([
    [null, 'ArrowRight', false, 0],
    [0, 'ArrowRight', false, 1],
    [1, 'ArrowRight', false, null],
    [1, 'ArrowDown', false, 2],
    [2, 'ArrowUp', false, 0],
    [1, 'Home', false, 0],
    [0, 'End', true, 3],
    [3, 'Home', true, 0],
    [0, 'x', false, null],
  ] as const)('from %s by %s (Ctrl: %s) to %s', (current, key, ctrl, to) => {
    expect(walk(marks, current, key, ctrl)).toBe(to)
  })
})

describe('inSight', () => {
  it('has every row of which a part is in the window', () => {
    expect(inSight(100, 20, 30, 50)).toEqual({ first: 1, end: 4 })
    expect(inSight(3, 20, 0, Number.POSITIVE_INFINITY)).toEqual({ first: 0, end: 3 })
    expect(inSight(3, 20, 500, 50)).toEqual({ first: 3, end: 3 })
  })
})

describe('ramps', () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const steps = Array.from({ length: 41 }, (_, index) => index / 40)

  it.each([
    ['sequential', false],
    ['sequential', true],
    ['diverging', false],
    ['diverging', true],
  ] as const)('%s, dark: %s, can be read at every step', (kind, dark) => {
    for (const step of steps) {
      const ground = rampColor(kind, step, { dark })
      const [a, b] = [luminance(ground), luminance(inkOn(ground))].sort((x, y) => x - y)
      expect(((b ?? 0) + 0.05) / ((a ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('tells the order of a sequential ramp by lightness alone', () => {
    for (const dark of [false, true]) {
      const light = steps.map((step) => luminance(rampColor('sequential', step, { dark })))
      expect(light).toEqual(light.toSorted((a, b) => (dark ? a - b : b - a)))
    }
  })
})
