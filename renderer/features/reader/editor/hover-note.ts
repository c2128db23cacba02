import type { Extension } from '@codemirror/state'
import { hoverTooltip, tooltips } from '@codemirror/view'
import { type AnnotationMark, annotationsAt } from './annotation-marks'

function line(mark: AnnotationMark): HTMLElement {
  const element = document.createElement('div')
  element.className = 'db-note-line'
  mark.names.forEach((name, i) => {
    const chip = document.createElement('span')
    chip.className = 'db-note-code'
    chip.textContent = name
    chip.style.setProperty('--db-code', mark.colors[i] ?? 'currentcolor')
    element.append(chip)
  })
  if (mark.memo !== '') {
    const memo = document.createElement('p')
    memo.className = 'db-note-memo'
    memo.textContent = mark.memo
    element.append(memo)
  }
  return element
}

/**
 * What stands under the pointer: the codes and the memo of each annotation there.
 * @param silent true while something else is shown there
 */
export const hoverNote = (silent: () => boolean): Extension => [
  // In the page itself: the tab's frame moves its children, which would shift what is placed by the window.
  tooltips({ parent: document.body }),
  hoverTooltip(
    (view, offset) => {
      if (silent()) return null
      const marks = annotationsAt(view.state, offset).filter((mark) => mark.names.length > 0 || mark.memo !== '')
      if (marks.length === 0) return null
      return {
        pos: offset,
        above: true,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'db-note'
          dom.append(...marks.map(line))
          return { dom }
        },
      }
    },
    { hoverTime: 350 },
  ),
]
