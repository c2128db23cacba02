import type { Scored } from '../score'

/** One change of a text: `insert` takes the place of `start`..`end`. */
export interface Edit {
  start: number
  end: number
  insert: string
}

/** A text with its labels; `start` and `quantity` of each are exact in it. */
export interface Labelled {
  text: string
  gold: Scored[]
}

/** Applies changes, in order and apart from each other, and carries the labels along. */
export function change({ text, gold }: Labelled, edits: readonly Edit[]): Labelled {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, insert } of edits) {
    if (start < at || end < start) throw new Error(`change at ${start} overlaps the one before`)
    pieces.push(text.slice(at, start), insert)
    at = end
  }
  pieces.push(text.slice(at))
  const changed = pieces.join('')
  const move = mover(edits)
  const moved = gold.map((label) => {
    const start = move(label.start, 'start')
    const end = move(label.start + label.quantity.length, 'end')
    return { ...label, start, quantity: changed.slice(start, end) }
  })
  return { text: changed, gold: moved }
}

/**
 * Carries an offset through changes. What is inserted at the edge of a span stays outside; a change that covers the
 * edge is inside.
 */
function mover(edits: readonly Edit[]): (offset: number, side: 'start' | 'end') => number {
  const shifts: { edit: Edit; before: number; after: number }[] = []
  let shift = 0
  for (const edit of edits) {
    const after = shift + edit.insert.length - (edit.end - edit.start)
    shifts.push({ edit, before: shift, after })
    shift = after
  }
  return (offset, side) => {
    let low = 0
    let high = shifts.length
    while (low < high) {
      const middle = (low + high) >> 1
      const edit = shifts[middle]?.edit
      const passed = edit && (edit.end < offset || (edit.end === offset && (edit.start < offset || side === 'start')))
      if (passed) low = middle + 1
      else high = middle
    }
    const covering = shifts[low]?.edit
    const before = shifts[low - 1]?.after ?? 0
    if (!covering || covering.start >= offset) return offset + before
    return side === 'start' ? covering.start + before : covering.start + before + covering.insert.length
  }
}

/** Changes made at every place that a pattern finds; null leaves it as it is. */
export function at(pattern: RegExp, text: string, make: (found: RegExpExecArray) => string | null): Edit[] {
  const edits: Edit[] = []
  for (const found of text.matchAll(pattern)) {
    const insert = make(found)
    if (insert !== null) edits.push({ start: found.index, end: found.index + found[0].length, insert })
  }
  return edits
}

/** Changes inside the labelled quantities, one character at a time; null leaves it as it is. */
export function inQuantities(
  { text, gold }: Labelled,
  make: (char: string, before: string, after: string, inside: { first: boolean; last: boolean }) => string | null,
): Edit[] {
  const seen = new Set<number>()
  const edits: Edit[] = []
  for (const { start, quantity } of [...gold].sort((a, b) => a.start - b.start)) {
    for (let i = start; i < start + quantity.length; i++) {
      if (seen.has(i)) continue
      seen.add(i)
      const place = { first: i === start, last: i === start + quantity.length - 1 }
      const insert = make(text.charAt(i), text.charAt(i - 1), text.charAt(i + 1), place)
      if (insert !== null) edits.push({ start: i, end: i + 1, insert })
    }
  }
  return edits
}
