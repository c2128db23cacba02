import type { LaidPage } from '#shared/formats/pdf/layout/layout'
import type { Run } from '#shared/formats/pdf/layout/run'
import { segmentsOf } from '#shared/formats/pdf/layout/segments'

/** A line as a test sets it: every character a square of the line's size. */
export interface SetLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly face?: string
}

export const SIZE = 10
export const WIDTH = 600
export const HEIGHT = 800

/** The run of a line, full width for every character. */
export const runOf = ({ text, x, y, size = SIZE, face = 'f1' }: SetLine): Run => ({
  text,
  left: x,
  right: x + text.length * size,
  base: y,
  size,
  face,
})

/** A page of lines. */
export const pageOf = (label: string, lines: readonly SetLine[]): LaidPage => ({
  label,
  width: WIDTH,
  height: HEIGHT,
  segments: segmentsOf(lines.map(runOf)),
  aside: [],
  slanted: [],
})

/**
 * Breaks a paragraph into lines of a column, the first set in by two characters.
 * @param width of the column in characters
 */
export function broken(text: string, width: number): { text: string; indent: number }[] {
  const lines = [{ text: text.slice(0, width - 2), indent: 2 }]
  for (let at = width - 2; at < text.length; at += width) lines.push({ text: text.slice(at, at + width), indent: 0 })
  return lines
}

/** Sets paragraphs into a column from a top downwards. */
export function column(paragraphs: readonly string[], x: number, top: number, width: number): SetLine[] {
  return paragraphs
    .flatMap((text) => broken(text, width))
    .map(({ text, indent }, at) => ({ text, x: x + indent * SIZE, y: top + at * 1.6 * SIZE }))
}
