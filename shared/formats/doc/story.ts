import { Fields } from '../office/fields'
import type { Flow } from '../office/flow'
import type { ListLabels } from '../office/list-labels'
import { decodeLatin } from '../office/single-byte'
import { symbolCharacter } from '../office/symbols'
import { TableDepths } from '../office/table-depths'
import type { Fib } from './fib'
import type { CharacterFormat, ParagraphFormat, Runs } from './formatting'
import { readCharacterSprms } from './formatting'
import type { DocLists } from './lists'
import type { NoteReference, Stretch } from './notes'
import type { Piece } from './pieces'
import { type DocStyles, docHeadingLevel } from './styles'

/** What the stories of a document share. */
export interface DocReading {
  readonly fib: Fib
  readonly flow: Flow
  readonly pieces: readonly Piece[]
  readonly characters: Runs<CharacterFormat>
  readonly paragraphs: Runs<ParagraphFormat>
  readonly styles: DocStyles
  readonly lists: DocLists
  readonly labels: ListLabels
  readonly left: { pictures: number }
}

/** What hangs at places of the main story. */
export interface Hanging {
  readonly notes: readonly NoteReference[]
  readonly boxes: ReadonlyMap<number, readonly Stretch[]>
}

const NOTHING: Hanging = { notes: [], boxes: new Map() }
const MARKS = /[\u0000-\u001f]/
const NO_FORMAT: ParagraphFormat = {
  style: 0,
  inTable: false,
  depth: 0,
  rowEnd: false,
  innerCell: false,
  innerRowEnd: false,
}
/** What marks in the text stand for ([MS-DOC] 2.4.1). */
const WRITTEN = new Map([
  ['\u0009', '\t'],
  ['\u000b', '\n'],
  ['\u000e', '\n'],
  ['\u001e', '\u2011'],
])

/** Writes a story (the text, a note, a text box) into the flow, as it is shown after all corrections. */
export class StoryWriter {
  private words: string[] = []
  private boxes: Stretch[] = []
  private readonly fields = new Fields()
  private readonly tables: TableDepths
  private nextNote = 0
  private readonly reading: DocReading
  private readonly hanging: Hanging

  constructor(reading: DocReading, hanging: Hanging = NOTHING) {
    this.reading = reading
    this.hanging = hanging
    this.tables = new TableDepths(reading.flow)
  }

  write({ start, end }: Stretch): void {
    const { pieces } = this.reading
    for (let index = firstPiece(pieces, start); index < pieces.length; index++) {
      const piece = pieces[index]
      if (!piece || piece.start >= end) break
      this.piece(piece, Math.max(start, piece.start), Math.min(end, piece.end))
    }
    if (this.words.length > 0 || this.boxes.length > 0) this.paragraph(NO_FORMAT)
    this.tables.closeTo(0)
  }

  private piece(piece: Piece, start: number, end: number): void {
    const { document } = this.reading.fib
    for (let at = start; at < end; ) {
      const offset = piece.offset + (at - piece.start) * piece.size
      const run = this.reading.characters.at(offset)
      const length = run ? Math.ceil((run.end - offset) / piece.size) : 1
      const next = Math.min(end, at + Math.max(length, 1))
      const format = { ...run?.format }
      if (piece.changes) readCharacterSprms(piece.changes, format)
      const text =
        piece.size === 1
          ? decodeLatin(document.subarray(offset, offset + next - at))
          : utf16(document, offset, next - at)
      this.run(text, at, offset, piece.size, format)
      at = next
    }
  }

  private run(text: string, place: number, offset: number, size: number, format: CharacterFormat): void {
    const shown = !this.isGone(format)
    this.noteReferences(place, place + text.length, shown)
    if (format.special && format.symbol) {
      const { code } = format.symbol
      if (shown) this.add(symbolCharacter(code >= 0xf000 ? 'Wingdings' : '', code).repeat(text.length))
      return
    }
    for (let at = 0; at < text.length; ) {
      const mark = text.slice(at).search(MARKS)
      const until = mark < 0 ? text.length : at + mark
      if (shown && until > at) this.add(text.slice(at, until))
      if (mark >= 0) this.mark(text[until] ?? '', place + until, offset + until * size, size, shown, format)
      at = until + 1
    }
  }

  private mark(
    mark: string,
    place: number,
    offset: number,
    size: number,
    shown: boolean,
    format: CharacterFormat,
  ): void {
    if (mark === '\u0013') this.fields.begin()
    else if (mark === '\u0014') this.fields.separate()
    else if (mark === '\u0015') this.fields.end()
    else if (mark === '\r' || mark === '\u0007') this.endParagraph(mark, offset, format)
    else if (mark === '\f') {
      const paragraph = this.reading.paragraphs.at(offset)
      if (paragraph?.end === offset + size) this.endParagraph(mark, offset, format)
      else if (shown) this.add('\n')
    } else if (shown && mark === '\u0001' && format.special) this.reading.left.pictures += this.fields.isShown ? 1 : 0
    else if (shown && mark === '\u0008') this.hang(place)
    else if (shown) this.add(WRITTEN.get(mark) ?? '')
  }

  private hang(place: number): void {
    for (const box of this.hanging.boxes.get(place) ?? []) this.boxes.push(box)
  }

  private add(words: string): void {
    if (words !== '' && this.fields.isShown) this.words.push(words.replaceAll('\u00ad', ''))
  }

  private endParagraph(mark: string, offset: number, format: CharacterFormat): void {
    const paragraph = this.reading.paragraphs.at(offset)?.format ?? NO_FORMAT
    const isGone = this.isGone(format)
    if (mark === '\u0007' ? paragraph.rowEnd : paragraph.innerRowEnd) {
      this.words = []
      this.tables.endRow(depthOf(paragraph), isGone)
    } else if (mark === '\u0007' || paragraph.innerCell) {
      this.paragraph(paragraph)
      this.tables.endCell()
    } else if (!isGone) this.paragraph(paragraph)
  }

  /** Writes the words so far as one paragraph. */
  private paragraph(format: ParagraphFormat): void {
    const { flow, styles, lists, labels } = this.reading
    this.tables.enter(depthOf(format))
    for (const words of this.words) flow.text(words)
    const { boxes } = this
    this.words = []
    this.boxes = []
    for (const box of boxes) {
      flow.startBox()
      new StoryWriter(this.reading).write(box)
      flow.endBox()
    }
    const chain = styles.chain(format.style)
    const numbered = lists.of(format, chain)
    const label = numbered ? labels.next(numbered.list, numbered.index) : ''
    flow.endParagraph({ label, level: docHeadingLevel(format, chain) })
  }

  private noteReferences(start: number, end: number, shown: boolean): void {
    const { notes } = this.hanging
    for (let note = notes[this.nextNote]; note && note.at < end; note = notes[this.nextNote]) {
      this.nextNote++
      if (!shown || note.at < start || !this.fields.isShown) continue
      this.reading.flow.startNote()
      new StoryWriter(this.reading).write(note)
      this.reading.flow.endNote(note.kind)
    }
  }

  private isGone({ deleted, hidden, style }: CharacterFormat): boolean {
    if (deleted) return true
    if (hidden === 0 || hidden === 1) return hidden === 1
    const byStyle = style === undefined ? undefined : this.reading.styles.chain(style).find(hasHidden)?.hidden
    return hidden === 0x81 ? byStyle !== true : byStyle === true
  }
}

/** The first piece that ends after a place. */
function firstPiece(pieces: readonly Piece[], place: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

const hasHidden = ({ hidden }: { readonly hidden?: boolean }): boolean => hidden !== undefined
const depthOf = ({ depth, inTable }: ParagraphFormat): number => (depth > 0 ? depth : inTable ? 1 : 0)

/** Unpaired surrogates stay as they are: a pair may be cut by a run's end. */
function utf16(bytes: Uint8Array, offset: number, length: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length * 2)
  const units: string[] = []
  for (let at = 0; at < length; at += 4096) {
    const part = Array.from({ length: Math.min(4096, length - at) }, (_, index) =>
      view.getUint16((at + index) * 2, true),
    )
    units.push(String.fromCharCode(...part))
  }
  return units.join('')
}
