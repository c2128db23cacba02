import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { AlignedReport } from '#shared/compare/alignment'
import type { Outlook, Section } from '#shared/model/section'

const made: EditorView[] = []

/** A text of 400 × 300 pixels on the page, wrapped and scrolled as a reader's. */
export function surface(text: string, extensions: Extension = []): EditorView {
  const parent = document.createElement('div')
  parent.style.cssText = 'width:400px;height:300px;font:17px/1.9 serif'
  document.body.append(parent)
  const theme = EditorView.theme({
    '&': { height: '300px' },
    '.cm-scroller': { overflow: 'auto' },
    '.cm-content': { padding: '24px 0 150px' },
  })
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: [EditorView.lineWrapping, theme, extensions] }),
  })
  made.push(view)
  return view
}

/** Takes all texts off the page. */
export function clear(): void {
  for (const view of made.splice(0)) {
    view.dom.parentElement?.remove()
    view.destroy()
  }
}

/** A section to be written: its topic, its title, and how many paragraphs stand in it. */
export interface Written {
  title: string
  topic: string | null
  paragraphs: number
  outlook?: Outlook
}

/** A report of sections whose paragraphs are of different lengths, with where they stand. */
export function written(parts: readonly Written[]): { text: string; report: AlignedReport } {
  let text = ''
  const sections = parts.map(({ title, topic, paragraphs, outlook = 'plan' }): Section => {
    const start = text.length
    text += `${title}\n`
    for (let at = 0; at < paragraphs; at++) text += `${`${title}的第${at}段工作要做实做细。`.repeat(1 + (at % 5))}\n\n`
    return {
      start,
      end: text.length,
      heading: { start, end: start + title.length },
      title,
      level: 1,
      parent: null,
      outlook,
      year: null,
      dated: false,
      topic,
      topicWords: [],
      appendix: false,
    }
  })
  return { text, report: { start: 0, end: text.length, sections } }
}

/** Resolves after the browser has painted so many times. */
export async function painted(times = 2): Promise<void> {
  for (let at = 0; at < times; at++) await new Promise((resolve) => requestAnimationFrame(resolve))
}
