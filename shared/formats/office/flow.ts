import type { Span } from '../../model/anchor'
import type { MarkedHeading } from '../../model/marks'

/** A paragraph or a row of a table as it will stand in the text. */
interface Line {
  readonly text: string
  /** Depth of the heading that it is, from 1; null for anything else. */
  readonly level: number | null
  readonly row: boolean
}

/** Something that holds paragraphs of its own. */
interface Frame {
  readonly kind: 'body' | 'cell' | 'box' | 'note'
  /** Pieces of the paragraph at work. */
  current: string[]
  readonly lines: Line[]
  /** Text boxes anchored in the paragraph at work: they follow it. */
  boxes: Line[]
  /** Cells of the table row at work. */
  row: Cell[] | null
}

interface Cell {
  readonly lines: readonly Line[]
  /** Over how many columns it goes. */
  readonly span: number
}

interface Note {
  readonly kind: 'footnote' | 'endnote'
  readonly order: number
  readonly lines: readonly Line[]
}

/** What a flow became. Lines are parted by `\n`. */
export interface FlowText {
  readonly text: string
  readonly headings: readonly MarkedHeading[]
  readonly rows: readonly Span[]
  /** How many footnotes and endnotes stand at the end. */
  readonly notes: number
}

/** What a paragraph is besides its words. */
export interface ParagraphEnd {
  /** Its automatic number with what parts it from the words. */
  readonly label?: string
  /** Depth of the heading that it is, from 1. */
  readonly level?: number | null
}

/** A cell of so many lines is no datum: the table lays out a page, and the text stands in it. */
const PAGE_LINES = 20
/** Columns that one cell may go over. */
const SPAN = 64
/** Tables inside one another from which on rows are not put together any more: every level writes their words again. */
const NESTED = 16

/**
 * Puts the text of a document together from what a reader meets in it, one after another: words, ends of paragraphs,
 * cells, boxes, notes. One line per paragraph; one line per row of a table, its cells parted by a tab and what stands
 * inside a cell (paragraphs, tables) by a space; text boxes after their paragraph; notes at the end. Tables that only
 * lay out a page (one cell around a text, as copies of web pages have it) are no tables: their paragraphs stay lines.
 */
export class Flow {
  private readonly body: Frame = frame('body')
  private readonly open: Frame[] = [this.body]
  private top: Frame = this.body
  private readonly notes: Note[] = []
  /** How much was written so far, in pieces: tells whether something was written between two moments. */
  written = 0

  /** Words of the paragraph at work. */
  text(words: string): void {
    if (words === '') return
    this.written++
    this.top.current.push(words)
  }

  /** Ends the paragraph at work. */
  endParagraph({ label = '', level = null }: ParagraphEnd = {}): void {
    const { top } = this
    const words = label + top.current.join('')
    top.current = []
    top.lines.push({ text: words, level: words.trim() === '' ? null : level, row: false })
    if (top.boxes.length > 0) {
      for (const line of top.boxes) top.lines.push(line)
      top.boxes = []
    }
  }

  /** True when words stand in the paragraph at work. */
  get hasWords(): boolean {
    return this.top.current.length > 0 || this.top.boxes.length > 0
  }

  startRow(): void {
    if (this.hasWords) this.endParagraph()
    this.top.row = []
  }

  startCell(): void {
    this.push('cell')
  }

  /** @param span over how many columns it goes; the others stay empty */
  endCell(span = 1): void {
    const cell = this.pop('cell')
    if (cell) this.top.row?.push({ lines: cell.lines, span: Math.min(Math.max(span, 1), SPAN) })
  }

  /** Forgets the cells of the row at work. */
  dropRow(): void {
    this.top.row = null
  }

  endRow(): void {
    const { row, lines } = this.top
    this.top.row = null
    if (row === null || row.length === 0) return
    if (this.open.length > NESTED || isLayout(row)) {
      for (const cell of row) for (const line of cell.lines) if (line.text.trim() !== '') lines.push(line)
    } else lines.push({ text: row.map(cellText).join('\t'), level: null, row: true })
  }

  startBox(): void {
    this.push('box')
  }

  endBox(): void {
    const box = this.pop('box')
    if (!box) return
    for (const line of box.lines) this.top.boxes.push(line)
  }

  startNote(): void {
    this.push('note')
  }

  /** @param order its place among the notes of its kind */
  endNote(kind: Note['kind'], order = this.notes.length): void {
    const note = this.pop('note')
    if (note) this.notes.push({ kind, order, lines: note.lines })
  }

  /** Everything so far as one text; what was left open is closed. */
  finish(): FlowText {
    while (this.top.kind !== 'body') this.close(this.top)
    if (this.hasWords) this.endParagraph()
    const inOrder = this.notes.toSorted((a, b) => a.order - b.order)
    const notes = (['footnote', 'endnote'] as const).flatMap((kind) => inOrder.filter((note) => note.kind === kind))
    return { ...together([this.body.lines, ...notes.map(({ lines }) => lines)]), notes: notes.length }
  }

  private push(kind: Frame['kind']): void {
    this.top = frame(kind)
    this.open.push(this.top)
  }

  private pop(kind: Frame['kind']): Frame | null {
    const { top } = this
    if (top.kind !== kind) return null
    if (this.hasWords) this.endParagraph()
    this.open.pop()
    this.top = this.open.at(-1) ?? this.body
    return top
  }

  private close({ kind }: Frame): void {
    if (kind === 'cell') {
      this.endCell()
      this.endRow()
    } else if (kind === 'box') this.endBox()
    else this.endNote('endnote')
  }
}

const frame = (kind: Frame['kind']): Frame => ({ kind, current: [], lines: [], boxes: [], row: null })
const isLayout = (row: readonly Cell[]): boolean => {
  const most = row.length === 1 ? 1 : PAGE_LINES
  return row.some(({ lines }) => lines.length > most && lines.filter(({ text }) => text.trim() !== '').length > most)
}

/** What stands in a cell on one line, and a tab for every further column that it goes over. */
function cellText({ lines, span }: Cell): string {
  const words = lines.map(({ text }) => flat(text)).filter((text) => text !== '')
  return words.join(' ') + '\t'.repeat(span - 1)
}

const flat = (text: string): string => text.replace(/[\t\n\r]+/g, ' ').trim()

function together(parts: readonly (readonly Line[])[]): Omit<FlowText, 'notes'> {
  const pieces: string[] = []
  const headings: MarkedHeading[] = []
  const rows: Span[] = []
  let start = 0
  for (const lines of parts) {
    for (const { text, level, row } of lines) {
      const end = start + text.length
      if (level !== null) headings.push({ start, end, level })
      // A row of one empty cell is an empty line: nothing is there to be marked.
      if (row && start < end) rows.push({ start, end })
      pieces.push(text)
      start = end + 1
    }
  }
  return { text: pieces.length > 0 ? `${pieces.join('\n')}\n` : '', headings, rows }
}
