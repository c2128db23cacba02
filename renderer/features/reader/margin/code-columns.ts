import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { Lanes } from '../editor/columns'

/** A column of stripes beside the text: one code, or null for annotations without one. */
export interface CodeColumn {
  code: string | null
  name: string
  /** `#rrggbb`, null for no code. */
  color: string | null
  /** Annotations with this code in the text. */
  count: number
}

/** A stripe in a column. Offsets are UTF-16 code units of the text, end exclusive. */
export interface ColumnStripe {
  id: string
  code: string | null
  start: number
  end: number
  color: string | null
  /** Index of its column from the left. */
  column: number
  /** Where stripes of one column overlap, each has another lane, from 0. */
  lane: number
  label: string
}

/** Width of a column in CSS pixels: with the name written along its stripes, and without. */
export const COLUMN_WIDTH = { named: 20, narrow: 9 } as const

/** Distance between the text and the first column in CSS pixels. */
export const COLUMNS_GAP = 14

/** So many columns have room even where the text has to give way for them, and no more than these at most. */
const LEAST = 8
const MOST = 24

/** Where the text lacks this many CSS pixels, as in two readers side by side, few columns have room and none is kept. */
const SCARCE = 320
const FEW = 4

const isPlaced = (annotation: Annotation, reading: string): boolean =>
  annotation.reading === reading && !annotation.orphan

/**
 * The codes that a text's annotations have, the most used first, annotations without a code last.
 * @param before the columns as they stood: while the same codes are used they stay where they are, so that nothing
 *   moves under the pointer while one is coding
 */
export function usedCodes(
  annotations: readonly Annotation[],
  codes: readonly Code[],
  reading: string,
  before: readonly CodeColumn[] = [],
): CodeColumn[] {
  const counts = new Map<string | null, number>()
  for (const annotation of annotations) {
    if (!isPlaced(annotation, reading)) continue
    for (const code of codesOf(annotation)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const used: CodeColumn[] = codes
    .filter(({ id }) => counts.has(id))
    .map(({ id, name, color }) => ({ code: id, name, color, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const plain = counts.get(null)
  if (plain !== undefined) used.push({ code: null, name: '', color: null, count: plain })
  const order = new Map(before.map(({ code }, i) => [code, i]))
  const same = used.length === before.length && used.every(({ code }) => order.has(code))
  return same ? used.sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0)) : used
}

/** How the columns stand: which have one of their own, and which share the last. */
export interface Arrangement {
  shown: readonly CodeColumn[]
  folded: readonly CodeColumn[]
  /** Names are written along the stripes. */
  named: boolean
  /** What all columns take of the width, gap included, in CSS pixels; 0 where there are none. */
  width: number
}

/**
 * Fits the columns into the room beside the text.
 * @param room what the text leaves free, in CSS pixels; negative where it already has to break earlier
 */
export function arrangeColumns(used: readonly CodeColumn[], room: number): Arrangement {
  if (used.length === 0) return { shown: [], folded: [], named: false, width: 0 }
  const free = room - COLUMNS_GAP
  const named = free >= LEAST * COLUMN_WIDTH.named
  const width = COLUMN_WIDTH[named ? 'named' : 'narrow']
  const scarce = room < -SCARCE
  const fit = Math.min(MOST, Math.max(scarce ? FEW : LEAST, Math.floor(free / width)))
  const shown = used.length <= fit ? used : used.slice(0, fit - 1)
  const folded = used.slice(shown.length)
  // Room for some more is kept: another code must not break all lines anew while one is coding.
  const columns = Math.max(scarce ? 1 : LEAST, shown.length + (folded.length > 0 ? 1 : 0))
  return { shown, folded, named, width: COLUMNS_GAP + columns * width }
}

/** An annotation without a code stands in a column of its own. */
const PLAIN: readonly null[] = [null]
const codesOf = ({ codes }: Annotation): readonly (string | null)[] => (codes.length > 0 ? codes : PLAIN)

/** The stripes of all annotations, by their starts; the folded codes share the last column. */
export function columnStripes(
  annotations: readonly Annotation[],
  reading: string,
  { shown, folded }: Pick<Arrangement, 'shown' | 'folded'>,
): ColumnStripe[] {
  const columns = new Map<string | null, { column: number; of: CodeColumn }>()
  shown.forEach((of, column) => {
    columns.set(of.code, { column, of })
  })
  for (const of of folded) columns.set(of.code, { column: shown.length, of })
  const stripes: ColumnStripe[] = []
  for (const annotation of annotations) {
    const { id, anchor, memo } = annotation
    const { start, end } = anchor
    if (end <= start || !isPlaced(annotation, reading)) continue
    for (const code of codesOf(annotation)) {
      const at = columns.get(code)
      if (!at) continue
      const { column, of } = at
      stripes.push({ id, code, start, end, color: of.color, column, lane: 0, label: of.name || memo })
    }
  }
  stripes.sort((a, b) => a.start - b.start || b.end - a.end)
  const lanes = Array.from({ length: shown.length + 1 }, () => new Lanes(0))
  for (const stripe of stripes) stripe.lane = lanes[stripe.column]?.take(stripe) ?? 0
  return stripes
}
