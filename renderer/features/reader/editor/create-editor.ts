import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { findMarks } from '../find/find-field'
import { annotationField } from './annotation-marks'
import { bookmarkField } from './bookmark-marks'
import { caretAndSelection } from './caret-and-selection'
import { caretKeys } from './caret-keys'
import { type DropTarget, takeCodes } from './dropping'
import { handleLayer, type OnAdjust } from './handles'
import { matterField } from './matter-marks'
import { pageField } from './page-marks'
import { selectByClick } from './select-by-click'
import { settlePointer } from './settle-pointer'
import { currentPartsField, statementField } from './statement-marks'
import { stripeLayer } from './stripes'
import { structureField } from './structure-marks'
import { type Place, targetField } from './target'

/** What the reader is told by its text. */
export interface EditorEvents {
  /** The caret or the selection moved. */
  onSelection(view: EditorView): void
  /** Another part of the text came into view; the offset of its first line. */
  onScroll(offset: number): void
  /** A click without a drag, at this offset. */
  onClick(offset: number, view: EditorView): void
  /** A click on a stripe. */
  onStripe(annotation: string, view: EditorView): void
  /** A handle of an annotation is dragged: the span under way, the one that is left (`done`), null to give up. */
  onAdjust: OnAdjust
  /** A code was dragged onto the selection or an annotation. */
  onDrop(view: EditorView, code: string, target: DropTarget): void
}

/**
 * A state whose offsets are those of the text: lines end at LF only (a CR stays a character), and the text can't
 * be changed.
 */
export const textState = (text: string, extensions: Extension = []): EditorState =>
  EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of('\n'), EditorState.readOnly.of(true), extensions],
  })

/** The text of a document as the reading has it. */
export const textOf = (doc: Text): string => doc.sliceString(0, doc.length, '\n')

/**
 * The ring around a text that has the focus by a key hangs on an attribute: with `:has(:focus-visible)` each element
 * that comes or goes in the text, as a selection does, would have the whole surface styled anew.
 */
const noteFocusVisible = (_event: Event, view: EditorView): void =>
  void view.dom.toggleAttribute('data-focus-visible', view.contentDOM.matches(':focus-visible'))

/**
 * The text takes the focus without being editable: an input method then never opens on a single-letter key, which
 * it would do in an editable element, and the caret is drawn by CodeMirror.
 */
const focusable: Extension = [
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({
    tabindex: '0',
    'aria-readonly': 'true',
    'data-focus-first': '',
    spellcheck: 'false',
  }),
  caretAndSelection,
  // A key makes a focus visible that a click has given.
  EditorView.domEventObservers({ focus: noteFocusVisible, blur: noteFocusVisible, keydown: noteFocusVisible }),
]

/** A line counts as the first in view when it begins no more than this far down: what was scrolled to has a margin. */
const TOP_MARGIN = 28

/** The offset of the first line that stands in view. */
function topOffset(view: EditorView): number {
  const height = view.scrollDOM.getBoundingClientRect().top - view.documentTop
  return view.lineBlockAtHeight(Math.max(height, 0) + TOP_MARGIN).from
}

const watchClicks = (events: EditorEvents): Extension => {
  let pressed: { x: number; y: number } | null = null
  return EditorView.domEventHandlers({
    mousedown(event) {
      pressed = event.button === 0 && event.detail === 1 ? { x: event.clientX, y: event.clientY } : null
      return false
    },
    click(event, view) {
      const moved = !pressed || Math.abs(event.clientX - pressed.x) + Math.abs(event.clientY - pressed.y) > 4
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (!moved && offset !== null && view.state.selection.main.empty) events.onClick(offset, view)
      return false
    },
  })
}

/** Measured together with CodeMirror's own layout: before that, heights of lines out of view are estimates. */
const watchScroll = (events: EditorEvents): Extension => {
  const measure = (view: EditorView) =>
    view.requestMeasure({ key: events, read: topOffset, write: (offset) => events.onScroll(offset) })
  return [
    EditorView.domEventHandlers({ scroll: (_event, view) => measure(view) }),
    EditorView.updateListener.of((update) => {
      if (update.geometryChanged) measure(update.view)
    }),
  ]
}

const nameCompartment = new Compartment()

const nameOf = (name: string): Extension => EditorView.contentAttributes.of({ 'aria-label': name })

/** Names the surface in another language. */
export const setName = (view: EditorView, name: string): void =>
  view.dispatch({ effects: nameCompartment.reconfigure(nameOf(name)) })

/** What a reading surface is made of. */
export interface EditorOptions {
  text: string
  name: string
  events: EditorEvents
  /** Whatever else it has, what its fields hold from the beginning among it (`field.init`). */
  extensions?: Extension
  /** Where it stands from the beginning. */
  place?: Place | null
}

/**
 * Makes the reading surface inside `parent`. The caller destroys it.
 *
 * It is made outside of the page and put into it as a whole: what CodeMirror sets and asks for while it makes one would
 * have the browser resolve the style of all its marks several times over.
 */
export function createEditor(parent: HTMLElement, { events, place = null, ...options }: EditorOptions): EditorView {
  const state = textState(options.text, [
    EditorView.lineWrapping,
    focusable,
    keymap.of(caretKeys),
    selectByClick,
    nameCompartment.of(nameOf(options.name)),
    findMarks,
    targetField,
    currentPartsField,
    structureField,
    pageField,
    bookmarkField,
    annotationField,
    statementField,
    matterField,
    stripeLayer(events.onStripe),
    handleLayer(events.onAdjust),
    takeCodes(events.onDrop),
    watchClicks(events),
    watchScroll(events),
    settlePointer,
    EditorView.updateListener.of((update) => {
      if (update.selectionSet) events.onSelection(update.view)
    }),
    options.extensions ?? [],
  ])
  const view = new EditorView({
    state: place ? state.update({ selection: place.selection, effects: place.effects }).state : state,
    // A fresh surface stands at its beginning: scrolling there would have it measured and painted once more.
    ...(place && place.offset > 0 && { scrollTo: place.scroll }),
  })
  parent.append(view.dom)
  return view
}

/**
 * Measures a surface now that would be measured before the next frame, so that the frame has its marks and whoever asks
 * for a place or gives it the focus meanwhile has nothing laid out twice.
 */
export const measureNow = (view: EditorView): void => void view.lineBlockAtHeight(0)
