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
  light: ['#0072b2', '#c0504d', '#007f5f', '#8a63a8', '#4d4d4d', '#2e8bc0', '#aa3377', '#6b7f1e', '#9a6240'],
  dark: ['#56b4e9', '#ee8677', '#4fc99a', '#c79be0', '#c8ccd2', '#8fd3ff', '#ee77b5', '#bcc95a', '#d3a07c'],
} as const

/** Marks of lines, one per place: shape tells places apart where colour does not. */
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'roundRect', 'arrow'] as const

const pick = <T>(items: readonly [T, ...T[]], index: number): T => items[index % items.length] ?? items[0]

/** The shape of the n-th place. */
export const shapeOf = (index: number): string => pick(SHAPES, index)

/** The colour of the n-th place; after the last one they come again (with other shapes). */
export const colorOf = (palette: ChartPalette, index: number): string =>
  palette.places[index % palette.places.length] ?? palette.text

/**
 * Reads the tokens in force at an element.
 * @param element inside the page, where `ui/theme.css` applies
 */
export function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element)
  const token = (name: string, otherwise: string): string => style.getPropertyValue(`--db-${name}`).trim() || otherwise
  const dark = document.documentElement.dataset.theme === 'dark'
  return {
    dark,
    surface: token('surface', dark ? '#1e2127' : '#ffffff'),
    text: token('text', dark ? '#e4e7ec' : '#1d2129'),
    muted: token('text-muted', dark ? '#a4abb7' : '#565d69'),
    border: token('border-strong', '#8a919e'),
    grid: token('border', dark ? '#363b44' : '#d9dce2'),
    target: token('target-mark', '#cc7d00'),
    result: token('result-mark', '#12968c'),
    font: token('font-ui', 'sans-serif'),
    places: PLACE_COLORS[dark ? 'dark' : 'light'],
  }
}
