import type { ChartPalette } from './palette'

/**
 * Colours of areas that touch, after Paul Tol's "muted" (2021), which stay apart for every kind of colour blindness; for
 * a dark ground lightened where they would sink into it. Nine, so that the tenth area has a pattern beside its colour.
 */
export const AREA_COLORS = {
  light: ['#332288', '#88ccee', '#44aa99', '#117733', '#ddcc77', '#999933', '#cc6677', '#882255', '#aa4499'],
  dark: ['#8577d9', '#88ccee', '#44aa99', '#3f9e5c', '#ddcc77', '#a3a33d', '#e28592', '#b5426f', '#c870b7'],
} as const

/** How an area is filled. */
export interface AreaFill {
  color: string
  /** Slanting lines over it: the colours have begun again. */
  hatched: boolean
}

/** The fill of the n-th area. */
export function areaFill(index: number, { dark }: Pick<ChartPalette, 'dark'>): AreaFill {
  const colors = AREA_COLORS[dark ? 'dark' : 'light']
  return { color: colors[index % colors.length] ?? colors[0], hatched: index >= colors.length }
}
