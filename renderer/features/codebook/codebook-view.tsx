import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Code } from '#shared/model/code'
import { codeCounts, listCodes, useLive, useSession } from '../../storage'
import { IconButton } from '../../ui/icon-button'
import { finishNaming, startAdding } from './actions'
import { CodeDetails } from './code-details'
import { CodeLine, DRAG_TYPE, lineId } from './code-line'
import './codebook.css'
import { codebookState, selectCode, setCollapsed, useCodebook } from './codebook-state'
import { DeleteDialog } from './delete-dialog'
import { moveCode } from './move'
import { NameInput } from './name-input'
import { SampleOffer } from './sample-offer'
import { type CodeRow, codeRows } from './tree'

const NO_CODES: readonly Code[] = []
const NO_COUNTS: ReadonlyMap<string, number> = new Map()

/** The codebook: a tree of codes, and the selected one's details below it. */
export function CodebookView() {
  const { t } = useTranslation()
  const session = useSession()
  const stored = useLive(listCodes, [])
  const codes = stored ?? NO_CODES
  const counts = useLive(codeCounts, []) ?? NO_COUNTS
  const collapsed = useCodebook((state) => state.collapsed)
  const selected = useCodebook((state) => state.selected)
  const rows = useMemo(() => codeRows(codes, counts, collapsed), [codes, counts, collapsed])
  useEffect(() => codebookState.setState({ open: { session, codes, counts } }), [session, codes, counts])
  useEffect(() => () => codebookState.setState({ open: null, naming: null, deleting: null }), [])
  const code = codes.find(({ id }) => id === selected)
  return (
    <section className="db-codebook" data-key-scope="codebook" aria-label={t('codebook.title')}>
      <header className="db-codebook-bar">
        <span>{t('codebook.hint')}</span>
        <IconButton icon={Plus} label={t('codebook.command.add')} keys="Insert" onClick={() => startAdding(false)} />
      </header>
      <Tree rows={rows} />
      {stored?.length === 0 && <SampleOffer />}
      {code && <CodeDetails code={code} codes={codes} />}
      <DeleteDialog />
    </section>
  )
}

/** Arrow keys as in every tree: up and down, left folds or goes up, right unfolds or goes down. */
function moveSelection(rows: readonly CodeRow[], key: string): boolean {
  const { selected } = codebookState.getState()
  const at = rows.findIndex(({ code }) => code.id === selected)
  const row = rows[at]
  const step = { ArrowDown: at + 1, ArrowUp: at < 0 ? rows.length - 1 : at - 1, Home: 0, End: rows.length - 1 }[key]
  const target = step === undefined ? undefined : rows[step]
  if (target) selectCode(target.code.id)
  else if (key === 'ArrowRight' && row?.hasChildren) setCollapsed(row.code.id, false)
  else if (key === 'ArrowLeft' && row?.hasChildren && rows[at + 1]?.code.parent === row.code.id)
    setCollapsed(row.code.id, true)
  else if (key === 'ArrowLeft' && row?.code.parent) selectCode(row.code.parent)
  return step !== undefined || key === 'ArrowRight' || key === 'ArrowLeft'
}

function Tree({ rows }: { rows: readonly CodeRow[] }) {
  const { t } = useTranslation()
  const selected = useCodebook((state) => state.selected)
  const naming = useCodebook((state) => state.naming)
  const shown = rows.some(({ code }) => code.id === selected)
  const keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    if (moveSelection(rows, event.key)) event.preventDefault()
  }
  return (
    <div
      className="db-codebook-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('codebook.title')}
      aria-activedescendant={selected && shown ? lineId(selected) : undefined}
      onKeyDown={keydown}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void moveCode(event.dataTransfer.getData(DRAG_TYPE), null)}
    >
      {rows.map((row) => (
        <CodeLine key={row.code.id} row={row} />
      ))}
      {naming?.type === 'add' && (
        <div className="db-code-line">
          <NameInput name="" onDone={finishNaming} onLeave={() => codebookState.setState({ naming: null })} />
        </div>
      )}
    </div>
  )
}
