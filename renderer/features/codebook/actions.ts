import { recolored, shadeOf } from '#shared/coding/code-colors'
import { codesTogether } from '#shared/coding/code-counts'
import { inTreeOrder, shownParents } from '#shared/coding/code-tree'
import { message } from '#shared/model/identity'
import { addCode, annotationFacts, recolorCodes, removeCodes, type Session, updateCode } from '../../storage'
import { notify } from '../../workbench'
import { activeReader, applyCode, selectedSpan, subjectOf } from '../reader'
import { codebookState, selectCode, selectedCode, setCollapsed, targetCodes } from './codebook-state'
import { tellSameName } from './move'

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
  if (below && code) setCollapsed([code.id], false)
  codebookState.setState({
    filter: '',
    naming: { type: 'add', parent: below ? (code?.id ?? null) : (code?.parent ?? null) },
  })
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
    tellSameName(open?.codes ?? [], naming.parent, name, added.id)
    return
  }
  const code = open?.codes.find(({ id }) => id === naming.code)
  if (!open || !code || code.name === name) return
  await updateCode(session, code.id, { name })
  tellSameName(open.codes, shownParents(open.codes).get(code.id) ?? null, name, code.id)
}

/** Deletes the codes that are chosen; where annotations or codes below would lose something, it asks first. */
export async function deleteChosen(): Promise<void> {
  const { open } = codebookState.getState()
  const codes = targetCodes()
  if (!open || codes.length === 0) return
  const ids = new Set(codes.map(({ id }) => id))
  const inUse = codes.some(({ id }) => (open.counts.get(id) ?? 0) > 0)
  const hasChildren = open.codes.some(({ id, parent }) => parent !== null && ids.has(parent) && !ids.has(id))
  if (inUse || hasChildren) return codebookState.setState({ dialog: { type: 'delete', codes: [...ids] } })
  selectNext(ids)
  await removeCodes(open.session, [...ids])
}

/** Makes the line after some codes the current one: they are about to go. */
export function selectNext(gone: ReadonlySet<string>): void {
  const { open } = codebookState.getState()
  const lines = open?.lines ?? []
  const last = lines.findLastIndex((id) => gone.has(id))
  const next = lines.slice(last + 1).find((id) => !gone.has(id)) ?? lines.slice(0, last).findLast((id) => !gone.has(id))
  selectCode(next ?? null)
}

/** Opens the dialog that merges the marked codes, or the current one, into another. */
export function startMerging(): void {
  const codes = targetCodes().map(({ id }) => id)
  if (codes.length > 0) codebookState.setState({ dialog: { type: 'merge', codes } })
}

/** Opens the dialog that splits the current code. */
export function startSplitting(): void {
  const code = selectedCode()
  if (code) codebookState.setState({ dialog: { type: 'split', code: code.id } })
}

/** Gives colours anew to the marked codes, or to all: one step. */
export async function recolorAll(): Promise<void> {
  const { open, marked } = codebookState.getState()
  if (!open || open.codes.length === 0) return
  const { facts } = await annotationFacts(open.session.db)
  const codes = marked.size > 1 ? open.codes.filter(({ id }) => marked.has(id)) : open.codes
  const colors = recolored(inTreeOrder(codes), codesTogether(facts.values()))
  await recolorCodes(open.session, colors)
  notify('success', message('codebook.recolored', { count: colors.size }))
}

/** Gives the codes right below the current one shades of its colour: one step. */
export async function shadeChildren(): Promise<void> {
  const { open } = codebookState.getState()
  const code = selectedCode()
  if (!open || !code) return
  const colors = new Map<string, string>()
  for (const { id, parent } of open.codes)
    if (parent === code.id) colors.set(id, shadeOf(code.color, [...colors.values()]))
  if (colors.size > 0) await recolorCodes(open.session, colors)
}

/** Folds everything, or unfolds it. */
export function foldAll(fold: boolean): void {
  const { open } = codebookState.getState()
  const parents = new Set(open?.codes.flatMap(({ parent }) => parent ?? []))
  setCollapsed([...parents], fold)
}
