import { ChevronDown, ChevronRight } from 'lucide-react'
import { type DragEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CODE_DRAG } from '../reader'
import { clickCode, finishNaming, startRenaming } from './actions'
import {
  codebookState,
  markUpTo,
  selectCode,
  setCollapsed,
  targetCodes,
  toggleMark,
  useCodebook,
} from './codebook-state'
import { dropCodes, placeOfDrop } from './move'
import { NameInput } from './name-input'
import type { CodeRow } from './tree'

/** The id of a row's element, for `aria-activedescendant`. */
export const lineId = (code: string): string => `db-code-${code}`

/** The part of a line's height, at its top and its bottom, where a drop goes before or after it. */
const EDGE = 0.28

function startDrag(event: DragEvent, id: string): void {
  const chosen = targetCodes().map((code) => code.id)
  codebookState.setState({ dragged: chosen.includes(id) ? chosen : [id] })
  event.dataTransfer.setData(CODE_DRAG, id)
  event.dataTransfer.effectAllowed = 'copyMove'
}

/** Shows where the dragged codes would go. */
function dragOver(event: DragEvent, id: string): void {
  if (!event.dataTransfer.types.includes(CODE_DRAG)) return
  event.stopPropagation()
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientY - top) / height
  const where = share < EDGE ? 'before' : share > 1 - EDGE ? 'after' : 'into'
  const { open, dragged, drop } = codebookState.getState()
  const next = { code: id, where } as const
  const fits = open !== null && placeOfDrop(open.codes, dragged, next) !== null
  if (fits) event.preventDefault()
  if (!fits) codebookState.setState({ drop: null })
  else if (drop?.code !== id || drop.where !== where) codebookState.setState({ drop: next })
}

/** Ends a drag, wherever it was dropped. */
const endDrag = (): void => codebookState.setState({ dragged: [], drop: null })

function drop(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(CODE_DRAG)) return
  event.preventDefault()
  event.stopPropagation()
  void dropCodes()
}

function click(event: MouseEvent, id: string): void {
  if (event.shiftKey) markUpTo(id)
  else if (event.ctrlKey || event.metaKey) toggleMark(id)
  else void clickCode(id)
}

function openMenu(event: MouseEvent, id: string): void {
  event.preventDefault()
  if (!codebookState.getState().marked.has(id)) selectCode(id)
  codebookState.setState({ menu: { x: event.clientX, y: event.clientY } })
}

/** One code of the tree. */
export function CodeLine({ row }: { row: CodeRow }) {
  const { t } = useTranslation()
  const { code, depth, hasChildren, folded, count } = row
  const line = useRef<HTMLDivElement>(null)
  const selected = useCodebook((state) => state.selected === code.id)
  const marked = useCodebook((state) => state.marked.has(code.id))
  const renaming = useCodebook((state) => state.naming?.type === 'rename' && state.naming.code === code.id)
  const dropped = useCodebook((state) => (state.drop?.code === code.id ? state.drop.where : undefined))
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its lines
    <div
      ref={line}
      id={lineId(code.id)}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={selected || marked}
      aria-expanded={hasChildren ? !folded : undefined}
      data-current={selected}
      data-drop={dropped}
      className="db-code-line"
      style={{ paddingInlineStart: 4 + depth * 16 }}
      title={code.definition || code.name}
      draggable={!renaming}
      onDragStart={(event) => startDrag(event, code.id)}
      onDragOver={(event) => dragOver(event, code.id)}
      onDragEnd={endDrag}
      onDrop={drop}
      onClick={(event) => click(event, code.id)}
      onDoubleClick={startRenaming}
      onContextMenu={(event) => openMenu(event, code.id)}
    >
      <button
        type="button"
        className="db-code-fold"
        tabIndex={-1}
        aria-label={t(folded ? 'codebook.unfold' : 'codebook.fold', { name: code.name })}
        style={{ visibility: hasChildren ? 'inherit' : 'hidden' }}
        onClick={(event) => {
          event.stopPropagation()
          setCollapsed([code.id], !folded)
        }}
      >
        {folded ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      </button>
      <i className="db-swatch" style={{ backgroundColor: code.color }} />
      {renaming ? (
        <NameInput name={code.name} onDone={finishNaming} onLeave={() => codebookState.setState({ naming: null })} />
      ) : (
        <span className="db-code-name">{code.name}</span>
      )}
      {code.key !== null && <kbd title={t('codebook.keyOf', { key: code.key })}>{code.key}</kbd>}
      <small className="db-figures" title={t('codebook.countOf', { number: count })}>
        {count}
      </small>
    </div>
  )
}
