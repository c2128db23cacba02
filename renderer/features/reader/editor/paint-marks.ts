import type { EditorState, Extension } from '@codemirror/state'
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import { hasLong, spanToDraw } from '../margin/long-lines'
import { spanInView } from '../margin/span-in-view'
import { highlightOf } from './mark-highlights'

/**
 * So far above and below the view marks are painted, in CSS pixels. The browser paints all text with highlights again
 * whenever anything in the page changes, so these are few.
 */
const AROUND = 200

/** They are painted anew when less than this is left of that: more than a fast wheel goes in two frames. CSS pixels. */
const LEAST_AROUND = 140

/** A mark that is painted; the same object as long as it looks the same. */
interface PaintedMark extends Span {
  /** `#rrggbb`, at most one. */
  colors: readonly string[]
  depth: number
}

/** The marks of a text; another object whenever one of them is different. */
interface PaintedMarks {
  /** Those that reach into a part of the text. */
  plainWithin: (part: Span) => readonly PaintedMark[]
}

/** A part of the text with the element that shows it. */
interface Line extends Span {
  element: Element
}

/** What is painted in a line. */
interface Painted extends Span {
  marks: Map<PaintedMark, StaticRange>
}

const highlight = ({ colors, depth }: PaintedMark): Highlight => highlightOf(colors[0] ?? null, depth)

/** The lines that stand in the page, those that are joined as one. */
function linesIn(view: EditorView): Line[] {
  const { from, to } = view.viewport
  const lines: Line[] = []
  for (let at = from; at <= to; ) {
    const line = view.state.doc.lineAt(at)
    const { node } = view.domAtPos(line.from)
    const element = (node instanceof Element ? node : node.parentElement)?.closest('.cm-line')
    const last = lines.at(-1)
    if (element && last?.element === element) last.end = line.to
    else if (element) lines.push({ element, start: line.from, end: line.to })
    at = line.to + 1
  }
  return lines
}

/** Paints the marks that reach into what stands in the page, as highlights of the browser. */
class MarkPainter implements PluginValue {
  readonly #view: EditorView
  readonly #marksOf: (state: EditorState) => PaintedMarks
  readonly #observer: MutationObserver
  /** Lines whose elements were changed since they were painted. */
  readonly #changed = new Set<Element>()
  #painted = new Map<Element, Painted>()
  #marks: PaintedMarks | null = null
  /** The lines that stand in the page; null where they may be others than before. */
  #lines: readonly Line[] | null = null
  /** False until the text was measured. */
  #measured = false
  #part: Span = { start: 0, end: 0 }
  /** What was in view when that was looked at last, with something above and below it; null before. */
  #around: Span | null = null

  constructor(view: EditorView, marksOf: (state: EditorState) => PaintedMarks) {
    this.#view = view
    this.#marksOf = marksOf
    this.#observer = new MutationObserver((records) => {
      this.#note(records)
      // What stands there before the text has been measured is a guess.
      if (this.#measured) this.#paint()
    })
    this.#observer.observe(view.contentDOM, { childList: true, characterData: true, subtree: true })
    view.scrollDOM.addEventListener('scroll', this.#follow, { passive: true })
    view.requestMeasure({
      key: this,
      read: () => this.#look(),
      write: () => {
        this.#measured = true
        this.#paint()
      },
    })
  }

  destroy(): void {
    this.#observer.disconnect()
    this.#view.scrollDOM.removeEventListener('scroll', this.#follow)
    for (const line of this.#painted.values()) wipe(line)
  }

  /** Looks at what is in view. */
  #look(): void {
    const { start, end } = spanInView(this.#view, LEAST_AROUND)
    const known = this.#around
    if (!known || start < known.start || known.end < end) this.#around = spanInView(this.#view, AROUND)
  }

  /** Paints what came into view. */
  readonly #follow = (): void => {
    this.#look()
    this.#paint()
  }

  /** Brings what is painted up to date with the text and its marks. */
  changed({ docChanged, geometryChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.#lines = null
    if (geometryChanged || viewportChanged) this.#follow()
    else this.#paint()
  }

  /** The part of the text whose marks are painted. */
  #partToPaint(): Span {
    const { start, end } = spanToDraw(this.#view)
    const around = this.#around
    if (!around || hasLong(this.#view)) return { start, end }
    return { start: Math.max(start, around.start), end: Math.min(end, around.end) }
  }

  #paint(): void {
    this.#note(this.#observer.takeRecords())
    const marks = this.#marksOf(this.#view.state)
    const part = this.#partToPaint()
    const same = marks === this.#marks && part.start === this.#part.start && part.end === this.#part.end
    if (same && this.#changed.size === 0) return
    this.#marks = marks
    this.#part = part
    const inPart = marks.plainWithin(part)
    const now = new Map<Element, Painted>()
    this.#lines ??= linesIn(this.#view)
    for (const line of this.#lines) {
      const before = this.#painted.get(line.element)
      const { element, start, end } = line
      const stays = before?.start === start && before.end === end && !this.#changed.has(element)
      if (before && !stays) wipe(before)
      const painted = before && stays ? before : { start, end, marks: new Map() }
      this.#paintLine(painted, inPart)
      now.set(element, painted)
      this.#painted.delete(element)
    }
    for (const gone of this.#painted.values()) wipe(gone)
    this.#painted = now
    this.#changed.clear()
  }

  #paintLine(line: Painted, marks: readonly PaintedMark[]): void {
    const wanted = new Set(marks.filter(({ start, end }) => start < line.end && end > line.start))
    for (const [mark, range] of line.marks) {
      if (wanted.has(mark)) continue
      highlight(mark).delete(range)
      line.marks.delete(mark)
    }
    for (const mark of wanted) {
      if (line.marks.has(mark)) continue
      const start = this.#view.domAtPos(Math.max(mark.start, line.start), 1)
      const end = this.#view.domAtPos(Math.min(mark.end, line.end), -1)
      const range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      })
      highlight(mark).add(range)
      line.marks.set(mark, range)
    }
  }

  #note(records: readonly MutationRecord[]): void {
    if (records.length > 0) this.#lines = null
    for (const { target } of records) {
      const line = (target instanceof Element ? target : target.parentElement)?.closest('.cm-line')
      // Else a line came or went, which is seen by the lines that are there.
      this.#changed.add(line ?? this.#view.contentDOM)
    }
  }
}

function wipe({ marks }: Painted): void {
  for (const [mark, range] of marks) highlight(mark).delete(range)
}

/** Paints marks over the text of a view. */
export function paintMarks(marksOf: (state: EditorState) => PaintedMarks): Extension {
  const painter = ViewPlugin.define((view) => new MarkPainter(view, marksOf))
  // The elements of the text follow its state before listeners are told.
  return [painter, EditorView.updateListener.of((update) => update.view.plugin(painter)?.changed(update))]
}
