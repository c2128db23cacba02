/** A colour in OKLab: lightness 0 to 1, and the two axes green–red and blue–yellow. */
export interface Lab {
  L: number
  a: number
  b: number
}

/** Red, green and blue in linear light, 0 to 1. */
type Linear = readonly [number, number, number]
type Matrix = readonly [Linear, Linear, Linear]

/** What a reader's eyes make of colours. */
export const VISIONS = ['normal', 'deutan', 'protan'] as const
export type Vision = (typeof VISIONS)[number]

/**
 * What deuteranopes and protanopes see, on linear sRGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model
 * for Simulation of Color Vision Deficiency" (2009), severity 1.0.
 */
const SEEN: Readonly<Record<Exclude<Vision, 'normal'>, Matrix>> = {
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
}

/** Linear sRGB to cone responses, and their cube roots to OKLab: Björn Ottosson, "A perceptual color space for image processing" (2020). */
const CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const LAB_BACK: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
]
const CONES_BACK: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
]

const times = (matrix: Matrix, [x, y, z]: Linear): Linear => {
  const row = ([a, b, c]: Linear): number => a * x + b * y + c * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** The transfer function of sRGB (IEC 61966-2-1), both ways. */
const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const fromLinear = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** `#rrggbb` in linear light. */
function linearOf(color: string): Linear {
  const part = (at: number): number => toLinear(Number.parseInt(color.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

const clamped = ([r, g, b]: Linear): Linear => [clamp(r), clamp(g), clamp(b)]
const clamp = (value: number): number => Math.max(0, Math.min(1, value))

function labOf(linear: Linear): Lab {
  const [l, m, s] = times(CONES, linear)
  const [L, a, b] = times(LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)])
  return { L, a, b }
}

/** A colour (`#rrggbb`) in OKLab, as readers of a kind see it. */
export function labSeen(color: string, vision: Vision): Lab {
  const linear = linearOf(color)
  return labOf(vision === 'normal' ? linear : clamped(times(SEEN[vision], linear)))
}

/** How far two colours lie apart in OKLab; 0.02 is just told apart side by side. */
export const distance = (one: Lab, other: Lab): number => Math.hypot(one.L - other.L, one.a - other.a, one.b - other.b)

/** Relative luminance (WCAG 2.2), 0 to 1. */
export function luminance(color: string): number {
  const [r, g, b] = linearOf(color)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * The colour of a lightness (0 to 1), chroma and hue (degrees) of OKLCH.
 * @returns `#rrggbb`, null where screens have no such colour
 */
export function colorOf(lightness: number, chroma: number, hue: number): string | null {
  const angle = (hue * Math.PI) / 180
  const [l, m, s] = times(LAB_BACK, [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)])
  const rgb = times(CONES_BACK, [l ** 3, m ** 3, s ** 3])
  if (rgb.some((part) => part < -0.0001 || part > 1.0001)) return null
  const hex = (part: number): string =>
    Math.round(fromLinear(clamp(part)) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(hex).join('')}`
}

/** Lightness, chroma and hue (degrees, 0 to 360) of a colour in OKLCH. */
export function lightnessChromaHue(color: string): { lightness: number; chroma: number; hue: number } {
  const { L, a, b } = labSeen(color, 'normal')
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  return { lightness: L, chroma: Math.hypot(a, b), hue: (hue + 360) % 360 }
}
