import { openView } from '../../../workbench'
import { type OpenReader, readerStore } from '../active'
import { goToSpan, scrollToTop } from '../editor/target'

/**
 * Goes to a place of the text of an open reader: in a tab of its own as a step of the places visited, in a reader inside
 * another view within that view.
 * @param start UTF-16 offset in the text; with `end` the passage is marked
 */
export function goInReader(reader: OpenReader, start: number, end: number | null = null): void {
  const report =
    reader.bundle.reports.find(({ report: one }) => one.start <= start && start < one.end)?.report.id ?? null
  if (reader.id === reader.hash) {
    openView({ type: 'reader', key: reader.hash, params: { report, start, end, statement: null } })
    return
  }
  readerStore.setState({ active: reader.id, report })
  if (end !== null) goToSpan(reader.view, { start, end })
  else scrollToTop(reader.view, start, start)
  reader.view.focus()
}
