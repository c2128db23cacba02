import { textWidth, wrap } from './measure'
import type { ChartPalette } from './palette'

const SIZE = 12
const LINE = 17
const PAD = 12
/** Space of the line with the keys. */
const KEYS = 34
/** A key: its sign, the space to its text and to the next key. */
const KEY = 16 + 5 + 16
const MOST_LINES = 4

/** What stands above the panels: what signs mean, beside the keys where there is room, else below them. */
export interface HeadNotes {
  lines: readonly string[]
  beside: boolean
  /** Where the panels begin, in CSS pixels. */
  height: number
}

/**
 * @param keys texts of the legend in the same line
 * @param width of the chart, in CSS pixels
 */
export function headNotes(notes: readonly string[], keys: readonly string[], width: number): HeadNotes {
  const text = notes.join('   ')
  if (text === '') return { lines: [], beside: true, height: KEYS }
  const taken = keys.reduce((sum, key) => sum + textWidth(key, SIZE) + KEY, 0)
  if (textWidth(text, SIZE) <= width - taken - 2 * PAD) return { lines: [text], beside: true, height: KEYS }
  const lines = wrap(text, SIZE, width - 2 * PAD, MOST_LINES)
  return { lines, beside: false, height: (keys.length > 0 ? KEYS : PAD) + lines.length * LINE }
}

/** Where the middle of a line below the keys stands. */
export const lineMiddle = ({ lines, height }: HeadNotes, index: number): number =>
  height - (lines.length - index) * LINE - 2 + SIZE / 2

/** The notes as titles of the chart. */
export const noteTitles = ({ lines, beside, height }: HeadNotes, palette: ChartPalette) =>
  lines.map((text, index) => ({
    text,
    ...(beside ? { right: PAD, top: 8 } : { left: PAD, top: height - (lines.length - index) * LINE - 2 }),
    padding: 0,
    textStyle: { fontSize: SIZE, fontWeight: 400, color: palette.muted },
  }))
