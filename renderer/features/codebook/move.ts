import { updateCode } from '../../storage'
import { codebookState } from './codebook-state'
import { possibleParents } from './tree'

/**
 * Moves a code under another, at the end of what stands there; null moves it to the top. Nothing happens where it
 * stands there already or would stand below itself.
 */
export async function moveCode(id: string, parent: string | null): Promise<void> {
  const { open } = codebookState.getState()
  const code = open?.codes.find((one) => one.id === id)
  if (!open || !code || code.parent === parent) return
  if (parent !== null && !possibleParents(open.codes, id).some((one) => one.id === parent)) return
  const order = Math.max(0, ...open.codes.filter((one) => one.parent === parent).map((one) => one.order)) + 1
  await updateCode(open.session, id, { parent, order })
}
