import type { Span } from '../model/anchor'
import type { Correction, TextChange } from '../model/correction'
import type { FormMarks } from '../model/marks'
import { applyCorrections, layCorrections } from '../text/corrections'
import { editsBetween, mapThrough } from '../text/edits'

/** A text with the user's corrections, and what its format told of it moved along. */
export interface CorrectedText {
  readonly text: string
  readonly marks: FormMarks
  /** What was laid over the decoded text, in its offsets. */
  readonly changes: TextChange[]
}

/** Lays corrections over a text as it was decoded; those whose characters it does not have are left out. */
export function correctedText(
  { text, marks }: { text: string; marks: FormMarks },
  corrections: readonly Correction[],
): CorrectedText {
  const changes = layCorrections(text, corrections).map(({ change }) => change)
  if (changes.length === 0) return { text, marks, changes }
  const map = mapThrough(editsBetween([], changes))
  const moved = <T extends Span>(spans: readonly T[]): T[] =>
    spans.flatMap((one) => {
      const there = map.span(one)
      return there ? [{ ...one, ...there }] : []
    })
  return {
    text: applyCorrections(text, changes),
    marks: {
      headings: moved(marks.headings),
      furniture: moved(marks.furniture),
      // A page keeps its label although nothing may be left on it.
      pages: marks.pages.map((page) => ({ ...page, start: map.offset(page.start, -1), end: map.offset(page.end, -1) })),
      rows: moved(marks.rows),
    },
    changes,
  }
}
