import type { Extension } from '@codemirror/state'
import { type EditorView, hoverTooltip, tooltips } from '@codemirror/view'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Lying } from '../here/lying'
import { LyingList } from '../here/lying-list'

/** What the note needs to know of the reader around the text. */
export interface NoteSource {
  /** What lies at an offset; nothing while something else is shown there. */
  at: (view: EditorView, offset: number) => readonly Lying[]
  /** Told the place whose note is shown, null when it goes. */
  shown: (view: EditorView, offset: number | null) => void
}

/** So long the pointer rests before the note comes, in milliseconds. */
const REST = 350

/** A note with all that lies under the pointer. */
export const hoverNote = ({ at, shown }: NoteSource): Extension => [
  // In the page itself: the tab's frame moves its children, which would shift what is placed by the window.
  tooltips({ parent: document.body }),
  hoverTooltip(
    (view, offset) => {
      const items = at(view, offset)
      if (items.length === 0) return null
      return {
        pos: offset,
        above: true,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'db-note'
          const root = createRoot(dom)
          // At once: the note is placed by its size.
          flushSync(() => root.render(<LyingList items={items} />))
          shown(view, offset)
          return {
            dom,
            destroy: () => {
              shown(view, null)
              // React may be drawing just now.
              setTimeout(() => root.unmount())
            },
          }
        },
      }
    },
    // Keys have gone elsewhere: what the pointer happens to rest on is not what one looks at.
    { hoverTime: REST, hideOn: (transaction) => transaction.selection !== undefined },
  ),
]
