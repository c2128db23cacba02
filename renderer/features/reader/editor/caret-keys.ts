import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands'
import type { Command, KeyBinding } from '@codemirror/view'
import { structureField } from './structure-marks'

/** Moves the caret, or the end of the selection, by a Chinese word. */
export const byWord =
  (direction: 'left' | 'right', selects: boolean): Command =>
  (view) => {
    const { units } = view.state.field(structureField)
    const { anchor, head: from } = view.state.selection.main
    const head = direction === 'right' ? units.wordRight(from) : units.wordLeft(from)
    view.dispatch({ selection: { anchor: selects ? anchor : head, head }, scrollIntoView: true })
    return true
  }

/**
 * Movements of the caret and of the selection. CodeMirror's own keymap would also take Backspace, Enter and Tab,
 * which are commands of ours or must leave the text.
 */
export const caretKeys: readonly KeyBinding[] = [
  { key: 'ArrowLeft', run: cursorCharLeft, shift: selectCharLeft },
  { key: 'ArrowRight', run: cursorCharRight, shift: selectCharRight },
  { key: 'ArrowUp', run: cursorLineUp, shift: selectLineUp },
  { key: 'ArrowDown', run: cursorLineDown, shift: selectLineDown },
  { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: byWord('left', false), shift: byWord('left', true) },
  { key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight', run: byWord('right', false), shift: byWord('right', true) },
  { key: 'PageUp', run: cursorPageUp, shift: selectPageUp },
  { key: 'PageDown', run: cursorPageDown, shift: selectPageDown },
  { key: 'Home', run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward },
  { key: 'End', run: cursorLineBoundaryForward, shift: selectLineBoundaryForward },
  { key: 'Mod-Home', mac: 'Cmd-ArrowUp', run: cursorDocStart, shift: selectDocStart },
  { key: 'Mod-End', mac: 'Cmd-ArrowDown', run: cursorDocEnd, shift: selectDocEnd },
  { key: 'Mod-a', run: selectAll },
]
