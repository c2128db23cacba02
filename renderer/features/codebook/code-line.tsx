import { ChevronDown, ChevronRight } from 'lucide-react'
import { type DragEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { clickCode, finishNaming, startRenaming } from './actions'
import { codebookState, setCollapsed, useCodebook } from './codebook-state'
import { moveCode } from './move'
import { NameInput } from './name-input'
import type { CodeRow } from './tree'

/** What is dragged: a code's id. */
export const DRAG_TYPE = 'application/x-duibiao-code'

/** The id of a row's element, for `aria-activedescendant`. */
export const lineId = (code: string): string => `db-code-${code}`

/** One code of the tree. */
export function CodeLine({ row }: { row: CodeRow }) {
  const { t } = useTranslation()
  const { code, depth, hasChildren, count } = row
  const line = useRef<HTMLDivElement>(null)
  const selected = useCodebook((state) => state.selected === code.id)
  const folded = useCodebook((state) => state.collapsed.has(code.id))
  const renaming = useCodebook((state) => state.naming?.type === 'rename' && state.naming.code === code.id)
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(DRAG_TYPE)
    if (dragged === '') return
    event.preventDefault()
    event.stopPropagation()
    void moveCode(dragged, code.id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its lines
    <div
      ref={line}
      id={lineId(code.id)}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={selected}
      aria-expanded={hasChildren ? !folded : undefined}
      className="db-code-line"
      style={{ paddingInlineStart: 4 + depth * 16 }}
      title={code.definition || code.name}
      draggable={!renaming}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, code.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAG_TYPE) && event.preventDefault()}
      onDrop={drop}
      onClick={() => void clickCode(code.id)}
      onDoubleClick={startRenaming}
    >
      <button
        type="button"
        className="db-code-fold"
        tabIndex={-1}
        aria-label={t(folded ? 'codebook.unfold' : 'codebook.fold', { name: code.name })}
        style={{ visibility: hasChildren ? 'visible' : 'hidden' }}
        onClick={(event) => {
          event.stopPropagation()
          setCollapsed(code.id, !folded)
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
