import type { EditorView } from '@codemirror/view'
import { DICTIONARIES } from '#shared/locales/translate'
import { createEditor, type EditorEvents } from '../../../renderer/features/reader/editor/create-editor'

/** Words of the find panel in the tests. */
export const WORDS = {
  text: 'text',
  label: 'find',
  placeholder: '',
  previous: 'previous',
  next: 'next',
  close: 'close',
  count: (current: number, all: number) => `${current} of ${all}`,
}

export const SILENT: EditorEvents = { onSelection() {}, onScroll() {}, onClick() {}, onStripe() {} }

const made: (() => void)[] = []

/** A reading surface of 700 × 500 pixels on the page. */
export function surface(text: string, events: Partial<EditorEvents> = {}): EditorView {
  document.documentElement.dataset.theme = 'light'
  const frame = document.createElement('div')
  frame.className = 'db-reader'
  frame.style.cssText = 'width:700px;height:500px'
  const parent = document.createElement('div')
  parent.className = 'db-reader-surface'
  frame.append(parent)
  document.body.append(frame)
  const view = createEditor(parent, { text, words: WORDS, events: { ...SILENT, ...events } })
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
