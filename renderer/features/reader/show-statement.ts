import { EditorView } from '@codemirror/view'
import { activeReader, type InReport, makeCurrent, type OpenReader, readerStore } from './active'
import { markOf, quantitySpan } from './marks'

/** Brings a place of the reader in front into view, with the caret on it. */
function bringIntoView({ view }: OpenReader, report: string, start: number): void {
  if (start > view.state.doc.length) return
  readerStore.setState({ report })
  const margin = Math.round(view.scrollDOM.clientHeight / 3)
  view.dispatch({
    selection: { anchor: start },
    effects: EditorView.scrollIntoView(start, { y: 'nearest', yMargin: margin }),
  })
}

const named =
  (name: InReport | null) =>
  ({ report, key }: InReport): boolean =>
    report === name?.report && key === name.key

/** Makes a statement of the reader in front the current one and brings it into view; null takes the mark off. */
export function showStatement(statement: InReport | null): void {
  makeCurrent('statement', statement)
  const reader = activeReader()
  const found = reader?.statements.find(named(statement))
  if (reader && found) bringIntoView(reader, found.report, quantitySpan(found).start)
}

/**
 * Makes a matter of the reader in front the current one and brings it into view; null takes the mark off. To get there
 * from another view, open the reader with the parameters `report`, `start`, `end` and `matter` (its key).
 */
export function showMatter(matter: InReport | null): void {
  makeCurrent('matter', matter)
  const reader = activeReader()
  const found = reader?.matters.find(named(matter))
  if (reader && found && !found.orphan)
    bringIntoView(reader, found.report, markOf(reader.bundle.text.text, found).start)
}
