import { EditorView } from '@codemirror/view'
import { activeReader, readerStore } from './active'
import { quantitySpan } from './marks'

/** Makes a statement of the reader in front the current one and brings it into view; null takes the mark off. */
export function showStatement(statement: { report: string; key: string } | null): void {
  readerStore.setState({ statement })
  const reader = activeReader()
  const found = reader?.statements.find(({ report, key }) => report === statement?.report && key === statement.key)
  if (!reader || !found) return
  const { start } = quantitySpan(found)
  if (start > reader.view.state.doc.length) return
  readerStore.setState({ report: found.report })
  const margin = Math.round(reader.view.scrollDOM.clientHeight / 3)
  reader.view.dispatch({
    selection: { anchor: start },
    effects: EditorView.scrollIntoView(start, { y: 'nearest', yMargin: margin }),
  })
}
