import { type DragEvent, type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CODE_DRAG } from '../reader'
import { finishNaming } from './actions'
import { CodeLine, lineId } from './code-line'
import { codebookState, markUpTo, selectCode, setCollapsed, useCodebook } from './codebook-state'
import { dropCodes } from './move'
import { NameInput } from './name-input'
import { type CodeRow, lineBeginning } from './tree'

/** Letters typed within so many milliseconds are one word. */
const TYPING = 700

/** Arrow keys as in every tree: up and down, left folds or goes up, right unfolds or goes down. */
function moveSelection(rows: readonly CodeRow[], { key, shiftKey }: KeyboardEvent): boolean {
  const { selected } = codebookState.getState()
  const at = rows.findIndex(({ code }) => code.id === selected)
  const row = rows[at]
  const step = { ArrowDown: at + 1, ArrowUp: at < 0 ? rows.length - 1 : at - 1, Home: 0, End: rows.length - 1 }[key]
  const target = step === undefined ? undefined : rows[step]
  if (target) {
    if (shiftKey) markUpTo(target.code.id)
    else selectCode(target.code.id)
  } else if (key === 'ArrowRight' && row?.folded) setCollapsed([row.code.id], false)
  else if (key === 'ArrowRight' && row?.hasChildren) selectCode(rows[at + 1]?.code.id ?? row.code.id)
  else if (key === 'ArrowLeft' && row?.hasChildren && !row.folded) setCollapsed([row.code.id], true)
  else if (key === 'ArrowLeft' && row) selectCode(aboveOf(rows, at)?.code.id ?? row.code.id)
  return step !== undefined || key === 'ArrowRight' || key === 'ArrowLeft'
}

const aboveOf = (rows: readonly CodeRow[], at: number): CodeRow | undefined =>
  rows.slice(0, at).findLast(({ depth }) => depth < (rows[at]?.depth ?? 0))

/** Letters typed go to the line that begins with them; the same letter again goes to the next one. */
function useTyping(rows: readonly CodeRow[]): (event: KeyboardEvent) => boolean {
  const typing = useRef({ word: '', at: 0 })
  return ({ key, timeStamp }) => {
    if (key.length !== 1 || key === ' ') return false
    const fresh = timeStamp - typing.current.at > TYPING
    const word = fresh ? key : typing.current.word + key
    const repeated = [...word].every((letter) => letter === word[0])
    typing.current = { word, at: timeStamp }
    const { selected } = codebookState.getState()
    const at = rows.findIndex(({ code }) => code.id === selected)
    const found = lineBeginning(rows, repeated ? key : word, word.length === 1 || repeated ? at + 1 : at)
    if (found) selectCode(found.code.id)
    return found !== null
  }
}

/** Below all lines: the end of the top level. */
function overEnd(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(CODE_DRAG)) return
  event.preventDefault()
  if (codebookState.getState().drop?.code !== null) codebookState.setState({ drop: { code: null, where: 'after' } })
}

interface CodeTreeProps {
  rows: readonly CodeRow[]
  tree: RefObject<HTMLDivElement | null>
}

/** The lines of the codebook, with the keys of a tree. */
export function CodeTree({ rows, tree }: CodeTreeProps) {
  const { t } = useTranslation()
  const selected = useCodebook((state) => state.selected)
  const naming = useCodebook((state) => state.naming)
  const atEnd = useCodebook((state) => state.drop !== null && state.drop.code === null)
  const type = useTyping(rows)
  const shown = rows.some(({ code }) => code.id === selected)
  const keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    if (moveSelection(rows, event) || type(event)) event.preventDefault()
  }
  // The line for a new code stands below the last line of its parent.
  const under = naming?.type === 'add' ? naming.parent : null
  const parentAt = rows.findIndex(({ code }) => code.id === under)
  const depth = (rows[parentAt]?.depth ?? -1) + 1
  const after = rows.findIndex((row, n) => n > parentAt && row.depth < depth)
  const place = naming?.type === 'add' ? (after < 0 ? rows.length : after) : -1
  const input = (
    <div key="new" className="db-code-line" style={{ paddingInlineStart: 28 + depth * 16 }}>
      <NameInput name="" onDone={finishNaming} onLeave={() => codebookState.setState({ naming: null })} />
    </div>
  )
  return (
    <div
      ref={tree}
      className="db-codebook-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('codebook.title')}
      aria-multiselectable
      aria-activedescendant={selected && shown ? lineId(selected) : undefined}
      data-drop={atEnd || undefined}
      onKeyDown={keydown}
      onDragOver={overEnd}
      onDragLeave={(event) => event.target === event.currentTarget && codebookState.setState({ drop: null })}
      onDrop={() => void dropCodes()}
    >
      {rows.slice(0, place < 0 ? rows.length : place).map((row) => (
        <CodeLine key={row.code.id} row={row} />
      ))}
      {place >= 0 && input}
      {place >= 0 && rows.slice(place).map((row) => <CodeLine key={row.code.id} row={row} />)}
    </div>
  )
}
