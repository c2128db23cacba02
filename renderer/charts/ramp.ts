import type { ChartPalette } from './palette'

/**
 * Ramps from low to high. Sequential: one hue, so that lightness alone tells the order. Diverging: vermilion to blue
 * over the neutral of the theme, the pair that stays apart for every kind of colour blindness.
 */
const RAMPS = {
  sequential: {
    light: ['#eff3f9', '#c3d3e8', '#86a8d1', '#4a7ab5', '#1f4e8c'],
    dark: ['#262c36', '#2f4363', '#3f6294', '#5f8cc8', '#9cc2f5'],
  },
  diverging: {
    light: ['#b5472f', '#e0937c', '#f2f2f0', '#86aed6', '#2166ac'],
    dark: ['#e8836a', '#94503f', '#2b2f37', '#3d638f', '#74aaec'],
  },
} as const

export type RampKind = keyof typeof RAMPS

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [channels(from), channels(to)]
  const mixed = a.map((channel, index) => Math.round(channel + ((b[index] ?? 0) - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The colour at a share of a ramp, from 0 (low) to 1 (high). */
export function rampColor(kind: RampKind, share: number, { dark }: Pick<ChartPalette, 'dark'>): string {
  const ramp = RAMPS[kind][dark ? 'dark' : 'light']
  const at = Math.max(0, Math.min(1, share)) * (ramp.length - 1)
  const index = Math.min(ramp.length - 2, Math.floor(at))
  return mix(ramp[index] ?? ramp[0], ramp[index + 1] ?? ramp[0], at - index)
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const INKS = ['#000000', '#ffffff'] as const

/** The ink that is read best on a ground: black or white, 4.5 : 1 at least. */
export function inkOn(ground: string): string {
  const light = luminance(ground)
  const dark = (light + 0.05) / (luminance(INKS[0]) + 0.05)
  return dark >= 1.05 / (light + 0.05) ? INKS[0] : INKS[1]
}
