import { codebookState, useCodebook } from './codebook-state'
import { DeleteDialog } from './delete-dialog'
import { ImportDialog } from './import-dialog'
import { MergeDialog } from './merge-dialog'
import { SplitDialog } from './split-dialog'

const leave = (): void => codebookState.setState({ dialog: null })

/** What the codebook asks, one thing at a time. Each dialog begins anew when it opens. */
export function CodebookDialogs() {
  const dialog = useCodebook((state) => state.dialog)
  const open = useCodebook((state) => state.open)
  if (!dialog || !open) return null
  if (dialog.type === 'import') return <ImportDialog key={dialog.file} {...dialog} onLeave={leave} />
  if (dialog.type === 'split') {
    const code = open.codes.find(({ id }) => id === dialog.code)
    return code ? <SplitDialog code={code} open={open} onLeave={leave} /> : null
  }
  const codes = open.codes.filter(({ id }) => dialog.codes.includes(id))
  if (codes.length === 0) return null
  return dialog.type === 'delete' ? (
    <DeleteDialog codes={codes} open={open} onLeave={leave} />
  ) : (
    <MergeDialog codes={codes} open={open} onLeave={leave} />
  )
}
