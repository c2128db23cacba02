import { openSentence } from './actions'
import { currentRow } from './choosing'
import type { MattersController } from './controller'

/** Opens the form of the current matter: in the reader, where it is current. */
export function editMatterOf(table: MattersController): void {
  const row = currentRow(table)
  if (row) openSentence(row, false)
}
