import { selectCharLeft, selectCharRight } from '@codemirror/commands'
import { EditorSelection, type Extension, Prec } from '@codemirror/state'
import { type Command, type EditorView, keymap } from '@codemirror/view'
import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import { type OpenReader, readerStore } from './active'
import { currentAnnotation, moveAnnotation, previewSpan } from './coding'
import { trimSpan, withEdge } from './editor/spans'
import { structureField } from './editor/structure-marks'
import { goToSpan } from './editor/target'

/** Selects an annotation's passage, so that it is changed from there; Enter then takes the selection. */
export function startAdjusting(reader: OpenReader, { id, anchor }: Annotation): void {
  readerStore.setState({ popup: null, respanning: id })
  goToSpan(reader.view, anchor)
  reader.view.dispatch({ selection: { anchor: anchor.start, head: anchor.end } })
  reader.view.focus()
}

/** Begins to adjust the current annotation; once begun, the other end becomes the one that moves. */
export function adjust(reader: OpenReader): void {
  const { view } = reader
  const { anchor, head } = view.state.selection.main
  if (readerStore.getState().respanning !== null) {
    view.dispatch({ selection: { anchor: head, head: anchor }, scrollIntoView: true })
    return
  }
  const current = currentAnnotation(reader)
  if (current) startAdjusting(reader, current)
}

/** True while an annotation of this surface is adjusted. */
function isAdjusting(view: EditorView): boolean {
  const { respanning, active, readers } = readerStore.getState()
  return respanning !== null && active !== null && readers.get(active)?.view === view
}

const whileAdjusting =
  (command: Command): Command =>
  (view) =>
    isAdjusting(view) && command(view)

/** While an annotation is adjusted, arrows move its end also without Shift: the selection must not be lost. */
export const adjustKeys: Extension = Prec.high(
  keymap.of([
    { key: 'ArrowLeft', run: whileAdjusting(selectCharLeft) },
    { key: 'ArrowRight', run: whileAdjusting(selectCharRight) },
  ]),
)

/** A nudge is over when the keys are let go, or after so many milliseconds without another. */
const LET_GO = 800

let nudged: { reader: OpenReader; id: string; span: Span; end: () => void } | null = null

/** Saves what was nudged: one step for all presses of a key that was held. */
function endNudge(): void {
  const last = nudged
  nudged = null
  last?.end()
  if (last) void adjustTo(last.reader, last.id, last.span)
}

/** Gives an annotation another span, without white space at its ends. */
export async function adjustTo(reader: OpenReader, id: string, span: Span): Promise<void> {
  const trimmed = trimSpan(reader.bundle.text.text, span)
  if (trimmed) await moveAnnotation(reader, id, trimmed)
  else previewSpan(reader, id, null)
}

/** Moves the end of the current annotation, by a character or by a word. */
export function nudge(reader: OpenReader, by: 'character' | 'word', forward: boolean): void {
  const { view, bundle } = reader
  const current = currentAnnotation(reader)
  if (!current) return
  if (nudged && nudged.id !== current.id) endNudge()
  const { start, end } = nudged?.span ?? current.anchor
  const { units } = view.state.field(structureField)
  const words = () => (forward ? units.wordRight(end) : units.wordLeft(end))
  const to = by === 'word' ? words() : view.moveByChar(EditorSelection.cursor(end), forward).head
  const span = withEdge(bundle.text.text, { start, end }, 'end', to)
  previewSpan(reader, current.id, span)
  // The caret stays in the annotation, which must still be the current one at the next press.
  view.dispatch({ selection: { anchor: span.end }, scrollIntoView: true })
  nudged?.end()
  nudged = { reader, id: current.id, span, end: whenLetGo(endNudge) }
}

/** Calls back once when Alt or Shift is let go; returns the function that ends the wait. */
function whenLetGo(over: () => void): () => void {
  const up = (event: KeyboardEvent) => {
    if (event.key === 'Alt' || event.key === 'Shift') over()
  }
  const timer = setTimeout(over, LET_GO)
  window.addEventListener('keyup', up)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keyup', up)
  }
}
