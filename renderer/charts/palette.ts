/** The colours of a chart, read from the theme's tokens, so that option builders stay pure. */
export interface ChartPalette {
  dark: boolean
  surface: string
  text: string
  muted: string
  border: string
  grid: string
  target: string
  result: string
  font: string
  /** One per place, in order; they stay apart for colour-blind readers. */
  places: readonly string[]
}

/**
 * Colours for places, after Okabe and Ito (2008) and Paul Tol's "bright" (2021), each darkened or lightened until it
 * has 3 : 1 against its ground (WCAG 1.4.11). Amber stays free: it means target.
 */
export const PLACE_COLORS = {
  light: ['#0072b2', '#c0504d', '#007f5f', '#8a63a8', '#4d4d4d', '#9a6240', '#aa3377', '#6b7f1e', '#2e8bc0'],
  dark: ['#56b4e9', '#ee8677', '#4fc99a', '#c79be0', '#c8ccd2', '#d3a07c', '#ee77b5', '#bcc95a', '#8fd3ff'],
} as const

/** Marks of lines, one per place: shape tells places apart where colour does not. */
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'arrow', 'roundRect'] as const

const pick = <T>(items: readonly [T, ...T[]], index: number): T => items[index % items.length] ?? items[0]

/** The shape of the n-th place. */
export const shapeOf = (index: number): string => pick(SHAPES, index)

/** The colour of the n-th place; after the last one they come again (with other shapes). */
export const colorOf = (palette: ChartPalette, index: number): string =>
  palette.places[index % palette.places.length] ?? palette.text

/** The tokens of `ui/theme.css` that a chart needs, for pictures that no page shows. A test holds them together. */
export const TOKENS = {
  light: {
    surface: '#ffffff',
    text: '#1d2129',
    'text-muted': '#565d69',
    'border-strong': '#8a919e',
    border: '#d9dce2',
    'target-mark': '#cc7d00',
    'result-mark': '#12968c',
  },
  dark: {
    surface: '#1e2127',
    text: '#e4e7ec',
    'text-muted': '#a4abb7',
    'border-strong': '#767e8b',
    border: '#363b44',
    'target-mark': '#e3a03a',
    'result-mark': '#3fb5aa',
  },
} as const

type Token = keyof (typeof TOKENS)['light']

/** Without quotes, which the SVG writer would leave bare inside an attribute. */
const FONT = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif'

const paletteOf = (dark: boolean, token: (name: Token) => string, font: string): ChartPalette => ({
  dark,
  surface: token('surface'),
  text: token('text'),
  muted: token('text-muted'),
  border: token('border-strong'),
  grid: token('border'),
  target: token('target-mark'),
  result: token('result-mark'),
  font,
  places: PLACE_COLORS[dark ? 'dark' : 'light'],
})

/** The palette of a theme, wherever it is drawn. */
export const paletteFor = (theme: 'light' | 'dark'): ChartPalette =>
  paletteOf(theme === 'dark', (name) => TOKENS[theme][name], FONT)

/**
 * Reads the tokens in force at an element.
 * @param element inside the page, where `ui/theme.css` applies
 */
export function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element)
  const dark = document.documentElement.dataset.theme === 'dark'
  const token = (name: string, otherwise: string): string => style.getPropertyValue(`--db-${name}`).trim() || otherwise
  return paletteOf(dark, (name) => token(name, TOKENS[dark ? 'dark' : 'light'][name]), token('font-ui', FONT))
}
