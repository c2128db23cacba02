import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, candidateColors, nextColor, recolored, shadeOf } from '#shared/coding/code-colors'
import { colorOf, labSeen, lightnessChromaHue, luminance } from '#shared/coding/color-space'
import { CODE_COLORS } from '#shared/model/code'

/** The least distance between any two of some colours, for any reader. */
function least(colors: readonly string[]): number {
  let found = Infinity
  colors.forEach((one, n) => {
    for (const other of colors.slice(0, n)) found = Math.min(found, apart(one, other))
  })
  return found
}

/** Colours that n siblings get, one after another. */
function taken(n: number): string[] {
  const colors: string[] = []
  for (let made = 0; made < n; made++) colors.push(nextColor(colors.map((color) => ({ color, near: true }))))
  return colors
}

describe('colour spaces', () => {
  it.each([
    ['#ffffff', 1, 0, 0],
    ['#000000', 0, 0, 0],
    // Ottosson's own examples of sRGB in OKLab.
    ['#ff0000', 0.628, 0.225, 0.126],
    ['#00ff00', 0.866, -0.234, 0.179],
    ['#0000ff', 0.452, -0.032, -0.312],
  ])('%s in OKLab', (color, L, a, b) => {
    const lab = labSeen(color, 'normal')
    expect([lab.L, lab.a, lab.b].map((part) => Math.round(part * 1000) / 1000 + 0)).toEqual([L, a, b])
  })

  it('goes to OKLCH and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, '0')}`
        const { lightness, chroma, hue } = lightnessChromaHue(color)
        expect(colorOf(lightness, chroma, hue)).toBe(color)
      }),
    )
  })

  it('has no colour that screens cannot show', () => expect(colorOf(0.5, 0.4, 200)).toBeNull())

  it('confuses red and green as deuteranopes do, and leaves greys as they are', () => {
    expect(apart('#b36b00', '#6f8f00')).toBeLessThan(0.05)
    expect(apart('#0072b2', '#e69f00')).toBeGreaterThan(0.2)
    for (const vision of ['deutan', 'protan'] as const) expect(labSeen('#808080', vision).a).toBeCloseTo(0, 3)
  })
})

describe('the colour of a new code', () => {
  it('comes from the palette while that stays apart', () => expect(taken(8)).toEqual(CODE_COLORS.slice(0, 8)))

  it.each([
    [8, 0.075],
    [12, 0.07],
    [16, 0.06],
    [20, 0.05],
    [30, 0.033],
    [40, 0.025],
  ])('%i siblings stay apart for all readers', (n, distance) => {
    expect(least(taken(n))).toBeGreaterThan(distance)
  })

  it('stays apart from any colours that a user chose', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(fc.array(color, { maxLength: 8 }), (used) => {
        const made = nextColor(used.map((one) => ({ color: one, near: true })))
        for (const one of used) expect(apart(made, one)).toBeGreaterThan(0.06)
      }),
    )
  })

  it('gives way to siblings more than to codes far away', () => {
    const near = taken(12).map((color) => ({ color, near: true }))
    const far = taken(12).map((color) => ({ color, near: false }))
    const beside = nextColor([...near, { color: '#888888', near: true }])
    expect(Math.min(...near.map(({ color }) => apart(beside, color)))).toBeGreaterThan(0.06)
    const first = nextColor([{ color: '#0072b2', near: true }, ...far])
    expect(apart(first, '#0072b2')).toBeGreaterThan(Math.min(...far.map(({ color }) => apart(first, color))))
  })

  it('is seen on both grounds', () => {
    const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    for (const color of candidateColors().slice(CODE_COLORS.length)) {
      expect(contrast(luminance(color), 1)).toBeGreaterThanOrEqual(2)
      expect(contrast(luminance(color), luminance('#1e2127'))).toBeGreaterThanOrEqual(1.9)
    }
  })
})

describe('shades', () => {
  it.each(CODE_COLORS)('of %s keep its hue and stay apart', (parent) => {
    const shades: string[] = []
    for (let n = 0; n < 4; n++) shades.push(shadeOf(parent, shades))
    expect(least([parent, ...shades])).toBeGreaterThan(0.045)
    for (const shade of shades) {
      const turn = Math.abs(lightnessChromaHue(shade).hue - lightnessChromaHue(parent).hue)
      expect(Math.min(turn, 360 - turn)).toBeLessThan(14)
    }
  })

  it('of grey are greys', () => {
    const shade = shadeOf('#777777', [])
    expect(lightnessChromaHue(shade).chroma).toBeLessThan(0.02)
    expect(apart(shade, '#777777')).toBeGreaterThan(0.1)
  })
})

describe('colours for all codes anew', () => {
  const flat = (n: number) => Array.from({ length: n }, (_, id) => ({ id: `${id}`, parent: null }))
  const none = new Map<string, ReadonlySet<string>>()

  it('keeps siblings apart', () => {
    expect(least([...recolored(flat(12), none).values()])).toBeGreaterThan(0.07)
    expect(least([...recolored(flat(24), none).values()])).toBeGreaterThan(0.04)
  })

  it('keeps codes of the same reports farther apart than others', () => {
    const codes = Array.from({ length: 60 }, (_, n) => ({ id: `${n}`, parent: n < 10 ? null : `${n % 10}` }))
    const pair = new Map<string, ReadonlySet<string>>([
      ['15', new Set(['36', '47', '58'])],
      ['36', new Set(['15', '47', '58'])],
      ['47', new Set(['15', '36', '58'])],
      ['58', new Set(['15', '36', '47'])],
    ])
    const colors = recolored(codes, pair)
    expect(colors.size).toBe(60)
    const pick = (...ids: string[]) => ids.map((id) => colors.get(id) ?? '')
    expect(least(pick('15', '36', '47', '58'))).toBeGreaterThan(0.05)
    expect(least(pick('3', '13', '23', '33', '43', '53'))).toBeGreaterThan(0.05)
  })

  it('gives every one of a thousand codes a colour', () => {
    const codes = Array.from({ length: 1000 }, (_, n) => ({ id: `${n}`, parent: n < 30 ? null : `${n % 30}` }))
    expect(recolored(codes, none).size).toBe(1000)
  })
})
