import type { EditorView } from '@codemirror/view'
import '../../../renderer/features/reader/margin/margin.css'
import { DICTIONARIES } from '#shared/locales/translate'
import {
  createEditor,
  type EditorEvents,
  type EditorOptions,
} from '../../../renderer/features/reader/editor/create-editor'

const SILENT: EditorEvents = {
  onSelection() {},
  onScroll() {},
  onClick() {},
  onStripe() {},
  onAdjust() {},
  onDrop() {},
}

const made: (() => void)[] = []

/** A reading surface of 700 × 500 pixels on the page; `more` is whatever else it is made of. */
export function surface(
  text: string,
  events: Partial<EditorEvents> = {},
  more: Pick<EditorOptions, 'extensions' | 'place'> = {},
): EditorView {
  document.documentElement.dataset.theme = 'light'
  const frame = document.createElement('div')
  frame.className = 'db-reader'
  frame.style.cssText = 'width:700px;height:500px'
  const parent = document.createElement('div')
  parent.className = 'db-reader-surface'
  frame.append(parent)
  document.body.append(frame)
  const view = createEditor(parent, { text, name: 'text', events: { ...SILENT, ...events }, ...more })
  made.push(() => {
    view.destroy()
    frame.remove()
  })
  return view
}

/** Takes all surfaces off the page. */
export function clear(): void {
  for (const remove of made.splice(0)) remove()
}

/** Resolves after the browser has painted twice: CodeMirror has measured then. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

export const RESOURCES = {
  'zh-CN': { translation: DICTIONARIES['zh-CN'] },
  en: { translation: DICTIONARIES.en },
}
