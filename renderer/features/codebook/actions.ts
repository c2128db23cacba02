import { addCode, removeCode, type Session, updateCode } from '../../storage'
import { activeReader, applyCode, selectedSpan, subjectOf } from '../reader'
import { codebookState, selectCode, selectedCode } from './codebook-state'

/** Gives the code to what is selected in the reader in front (or to the annotation at its caret). */
export async function applyToReader(code: string): Promise<void> {
  const reader = activeReader()
  const subject = reader && subjectOf(reader)
  if (!reader || !subject) return
  await applyCode(reader, subject, code)
  reader.view.focus()
}

/** A click on a code: selects it, and applies it while a passage is selected in the reader. */
export async function clickCode(code: string): Promise<void> {
  selectCode(code)
  const reader = activeReader()
  if (reader && selectedSpan(reader)) await applyToReader(code)
}

/** Opens the line for a new code, beside or below the selected one. */
export function startAdding(below: boolean): void {
  const code = selectedCode()
  codebookState.setState({ naming: { type: 'add', parent: below ? (code?.id ?? null) : (code?.parent ?? null) } })
}

/** Opens the selected code's name for writing. */
export function startRenaming(): void {
  const code = selectedCode()
  if (code) codebookState.setState({ naming: { type: 'rename', code: code.id } })
}

/** Ends naming: adds or renames; an empty or unchanged name changes nothing. */
export async function finishNaming(session: Session, typed: string): Promise<void> {
  const { naming, open } = codebookState.getState()
  codebookState.setState({ naming: null })
  const name = typed.trim().slice(0, 200)
  if (!naming || name === '') return
  if (naming.type === 'add') {
    const added = await addCode(session, { name, parent: naming.parent })
    selectCode(added.id)
  } else if (open?.codes.find(({ id }) => id === naming.code)?.name !== name) {
    await updateCode(session, naming.code, { name })
  }
}

/** Deletes the selected code; where annotations or codes below would lose something, it asks first. */
export async function deleteSelected(): Promise<void> {
  const { open } = codebookState.getState()
  const code = selectedCode()
  if (!open || !code) return
  const inUse = (open.counts.get(code.id) ?? 0) > 0 || open.codes.some(({ parent }) => parent === code.id)
  if (inUse) codebookState.setState({ deleting: code.id })
  else await deleteCode(open.session, code.id)
}

/** Deletes a code and selects the one after it. One undoable step. */
export async function deleteCode(session: Session, id: string): Promise<void> {
  const { open } = codebookState.getState()
  const at = open?.codes.findIndex((code) => code.id === id) ?? -1
  const next = open?.codes[at + 1] ?? open?.codes[at - 1] ?? null
  codebookState.setState({ deleting: null, selected: next?.id ?? null })
  await removeCode(session, id)
}
