import { FIB_PART, type Fib, readPlc } from './fib'

/** A stretch of characters, from the start of all stories. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where the text refers to a note, and where the note stands. */
export interface NoteReference extends Stretch {
  readonly at: number
  readonly kind: 'footnote' | 'endnote'
}

const SHAPE = 26
const BOX = 22
/** Where the number of a shape stands in the entry of a text box. */
const BOX_SHAPE = 14

/** Footnotes and endnotes in the order in which the text refers to them. */
export function readNotes(fib: Fib): readonly NoteReference[] {
  const { text, footnotes, headers, macros, comments } = fib.stories
  const endnotes = text + footnotes + headers + macros + comments
  return [
    ...notesOf(fib, 'footnote', FIB_PART.footnoteRefs, FIB_PART.footnoteTexts, text),
    ...notesOf(fib, 'endnote', FIB_PART.endnoteRefs, FIB_PART.endnoteTexts, endnotes),
  ].sort((a, b) => a.at - b.at)
}

function notesOf(
  fib: Fib,
  kind: NoteReference['kind'],
  refs: typeof FIB_PART.footnoteRefs | typeof FIB_PART.endnoteRefs,
  texts: typeof FIB_PART.footnoteTexts | typeof FIB_PART.endnoteTexts,
  story: number,
): NoteReference[] {
  const places = readPlc(fib.part(texts), 0).places
  const references = readPlc(fib.part(refs), 2)
  return references.data.flatMap((_, index) => {
    const [at, start, end] = [references.places[index], places[index], places[index + 1]]
    if (at === undefined || start === undefined || end === undefined) return []
    return [{ at, kind, start: story + start, end: story + end }]
  })
}

/** Text boxes: by the place in the text that their shape is anchored to, and those whose place is not told. */
export function readBoxes(fib: Fib): {
  readonly anchored: ReadonlyMap<number, Stretch[]>
  readonly loose: readonly Stretch[]
} {
  const { text, footnotes, headers, macros, comments, endnotes, boxes } = fib.stories
  const anchored = new Map<number, Stretch[]>()
  const loose: Stretch[] = []
  if (boxes === 0) return { anchored, loose }
  const story = text + footnotes + headers + macros + comments + endnotes
  const shapes = readPlc(fib.part(FIB_PART.shapes), SHAPE)
  const placeOf = new Map(shapes.data.map((shape, index) => [shape.getUint32(0, true), shapes.places[index] ?? 0]))
  const { places, data } = readPlc(fib.part(FIB_PART.boxTexts), BOX)
  data.forEach((box, index) => {
    const stretch = { start: story + (places[index] ?? 0), end: story + (places[index + 1] ?? 0) }
    const place = placeOf.get(box.getUint32(BOX_SHAPE, true))
    if (place === undefined) {
      if (stretch.end - stretch.start > 2) loose.push(stretch)
      return
    }
    const there = anchored.get(place)
    if (there) there.push(stretch)
    else anchored.set(place, [stretch])
  })
  return { anchored, loose }
}
