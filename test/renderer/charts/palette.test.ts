import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PLACE_COLORS, TOKENS } from '../../../renderer/charts/palette'

const css = readFileSync('renderer/ui/theme.css', 'utf8')

const token = (theme: string, name: string): string => {
  const block = css.slice(css.indexOf(`[data-theme="${theme}"]`))
  const value = new RegExp(`--db-${name}: (#[0-9a-f]{6})`).exec(block)?.[1]
  if (!value) throw new Error(`no --db-${name} in ${theme}`)
  return value
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

describe.each(['light', 'dark'] as const)('place colours in %s', (theme) => {
  it.each(PLACE_COLORS[theme])('%s stands out from the surface', (color) => {
    expect(contrast(color, token(theme, 'surface'))).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(TOKENS[theme]))('%s of pictures is that of the theme', (name, color) => {
    expect(token(theme, name)).toBe(color)
  })

  it('hold no colour twice', () => {
    expect(new Set(PLACE_COLORS[theme]).size).toBe(PLACE_COLORS[theme].length)
  })
})
