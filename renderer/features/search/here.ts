import type { SearchLine } from '../../workers/search/protocol'

/** A place among hits, and whether the hit that was meant still stands there. */
export interface Here {
  place: number
  stands: boolean
}

/**
 * Where a hit of before stands among lines that were looked for again: at its offset, or moved by what its text has
 * become longer or shorter before it; where it is gone, the next one of its text, or the place behind its last one.
 * @returns null where none of the lines is of its text
 */
export function hereIn(lines: readonly SearchLine[], { source, memo, start, characters }: SearchLine): Here | null {
  const own = lines.flatMap((line, place) =>
    line.source === source && line.memo === memo ? [{ place, start: line.start, characters: line.characters }] : [],
  )
  const last = own.at(-1)
  if (!last) return null
  const moved = start + last.characters - characters
  const same = own.find((line) => line.start === start) ?? own.find((line) => line.start === moved)
  if (same) return { place: same.place, stands: true }
  const next = own.find((line) => line.start > start)
  return { place: next?.place ?? last.place + 1, stands: false }
}
