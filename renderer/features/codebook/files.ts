import { inTreeOrder, pathOf } from '#shared/coding/code-tree'
import { codebookCsv, readCodebook } from '#shared/exchange/codebook-csv'
import { languageOf } from '#shared/locales/translate'
import { message } from '#shared/model/identity'
import { preferences, request } from '../../bridge'
import { codebookOf, importCodes } from '../../storage'
import { notify } from '../../workbench'
import { attempt } from '../places'
import { codebookState } from './codebook-state'

/** Saves bytes as CSV where the user wants them, and tells so. */
export async function saveCsv(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await request('export:save', { name, type: 'csv', bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('codebook.saved', { name: answer.value.saved }))
}

/** Saves the codebook as a table. */
export async function exportCodebook(): Promise<void> {
  const { open } = codebookState.getState()
  if (!open) return
  const { codes, memos } = await codebookOf(open.session.db)
  const lines = inTreeOrder(codes).map((code) => ({
    ...code,
    path: pathOf(codes, code.id),
    memo: memos.get(code.id) ?? '',
  }))
  await saveCsv('codebook.csv', codebookCsv(lines, languageOf(preferences().system.language)))
}

/** Lets the user choose a table of codes, and shows what it would change. */
export async function openCodebookFile(): Promise<void> {
  const answer = await request('file:open', { type: 'csv' })
  if (!answer.ok) return void notify('error', answer.error)
  if (!answer.value) return
  const { name, bytes } = answer.value
  codebookState.setState({ dialog: { type: 'import', file: name, read: readCodebook(bytes) } })
}

/** Brings the codes of the open import dialog into the codebook. */
export async function importRead(): Promise<void> {
  const { open, dialog } = codebookState.getState()
  if (!open || dialog?.type !== 'import') return
  codebookState.setState({ dialog: null })
  const entry = await attempt(importCodes(open.session, dialog.read.codes, dialog.file))
  if (entry) notify('success', entry.operation)
}
