import { hoverTooltip } from '@codemirror/view'
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

/** What stands under the pointer: the codes and the memo of each annotation there. */
export const hoverNote = hoverTooltip(
  (view, offset) => {
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
)
