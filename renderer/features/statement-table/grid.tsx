import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../storage'
import { MAC } from '../../workbench'
import { openSentence, setFields } from './actions'
import type { TableController } from './controller'
import { beginEdit, editAfter } from './editing'
import type { EditorEnd } from './editor'
import { GroupRow } from './group-row'
import { TableHeader } from './header'
import type { Line } from './lines'
import { isIn } from './ranges'
import { useShown } from './remembered'
import { TableRow } from './row'
import { goTo, moveTo, toggle } from './selecting'
import styles from './statement-table.module.css'
import { type ColumnId, columnOf } from './table-columns'

/** Height of a line in pixels, as `--db-row`. */
const ROW = 28

/** Room for the box that chooses a row, in pixels. */
const CHECK = 30

/** Where a key takes the keyboard among lines; null for keys that move nothing. */
function lineAfter(key: string, at: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}

/** Keys of the grid: arrows move, with Shift they choose; Enter edits a cell or opens its sentence. */
function useKeys(table: TableController, columns: readonly ColumnId[], rowsInSight: () => number) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const { cursor, lines, column } = table.store.getState()
    const line = lines.at(cursor)
    const mod = event.ctrlKey || event.metaKey
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (sideways !== undefined && !mod) {
      event.preventDefault()
      if (line?.type === 'group') return table.collapse(line.group.value, sideways < 0)
      const at = Math.max(0, columns.indexOf(column))
      const next = columns[Math.max(0, Math.min(columns.length - 1, at + sideways))]
      if (next) table.store.setState({ column: next })
      return
    }
    if (line?.type === 'group' && (event.key === 'Enter' || event.key === ' ') && !mod) {
      event.preventDefault()
      return table.collapse(line.group.value, !line.collapsed)
    }
    if (mod && event.key !== 'Home' && event.key !== 'End') return
    const next = lineAfter(event.key, cursor, lines.count, Math.max(1, rowsInSight() - 2))
    if (next === null) return
    event.preventDefault()
    moveTo(table, next, event.shiftKey)
  }
}

/** The scroll position outlives a table that is hidden while another tab is in front. */
function useScrollKept(visible: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  useLayoutEffect(() => {
    if (!visible) return
    const frame = requestAnimationFrame(() => scroller.current?.scrollTo({ top: top.current }))
    return () => cancelAnimationFrame(frame)
  }, [visible])
  const onScroll = () => {
    const at = scroller.current
    if (at && at.clientHeight > 0) top.current = at.scrollTop
  }
  return { scroller, onScroll }
}

/** The statements as a grid of which only the lines in sight exist. */
export function Grid({ table, visible, label }: { table: TableController; visible: boolean; label: string }) {
  const { t } = useTranslation()
  const id = useId()
  const session = useSession()
  const columns = useShown(table)
  const { scroller, onScroll } = useScrollKept(visible)
  const { lines, cursor, column, selection, editing, group, result, pages } = useStore(table.store)
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  })
  const items = rows.getVirtualItems()
  const inSight = items.flatMap(({ index }) => rowIn(lines.at(index)))
  const [first, last] = [inSight[0], inSight.at(-1)]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result or a lost page is to be asked for again
  useEffect(() => table.need(inSight), [table, first, last, inSight.length, result?.version, pages])
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  const version = result?.version
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result is looked at where the keyboard is
  useEffect(() => reveal.current(cursor), [cursor, version])
  const keys = useKeys(table, columns, () => Math.floor((scroller.current?.clientHeight ?? ROW) / ROW))

  const focusGrid = useCallback(() => scroller.current?.focus({ preventScroll: true }), [scroller])
  const onGo = useCallback(
    (index: number, at: ColumnId | null, event: MouseEvent) => {
      goTo(table, index, { one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey })
      if (at) table.store.setState({ column: at })
    },
    [table],
  )
  const onToggle = useCallback(
    (index: number) => {
      table.store.setState({ cursor: index })
      toggle(table, index)
    },
    [table],
  )
  const onCollapse = useCallback((value: string, collapsed: boolean) => table.collapse(value, collapsed), [table])
  const onAct = useCallback(
    (index: number, at: ColumnId) => {
      table.store.setState({ cursor: index, column: at })
      const current = table.current()
      if (!current) return
      if (columnOf(at).editor) beginEdit(table)
      else openSentence(current.row)
    },
    [table],
  )
  const onEnd: EditorEnd = useCallback(
    (patch, then) => {
      const { editing: ended } = table.store.getState()
      table.store.setState({ editing: null })
      focusGrid()
      if (!ended) return
      if (patch) void setFields(session, table, ended.position, patch)
      if (then !== 'stay') editAfter(table, ended, then)
    },
    [table, session, focusGrid],
  )
  const layout = useMemo(
    () =>
      ({
        '--columns': [`${CHECK}px`, ...columns.map((one) => columnOf(one).width)].join(' '),
        '--least': `${columns.reduce((sum, one) => sum + columnOf(one).least, CHECK)}px`,
      }) as React.CSSProperties,
    [columns],
  )
  const line = lines.at(cursor)
  const active =
    line?.type === 'row' ? `${id}-${cursor}-${columns.includes(column) ? column : columns[0]}` : `${id}-${cursor}`

  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={line ? active : undefined}
      className={styles.grid}
      style={layout}
      onKeyDown={keys}
      onScroll={onScroll}
    >
      <TableHeader columns={columns} table={table} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const shown = lines.at(index)
          if (!shown) return null
          if (shown.type === 'group')
            return (
              <GroupRow
                key={`group ${shown.group.value}`}
                id={`${id}-${index}`}
                group={shown.group}
                by={group ?? 'place'}
                collapsed={shown.collapsed}
                index={index}
                top={start}
                current={index === cursor}
                columns={columns.length + 1}
                onGo={onGo}
                onCollapse={onCollapse}
              />
            )
          const { position } = shown
          return (
            <TableRow
              key={position}
              id={`${id}-${index}`}
              row={table.row(position)}
              columns={columns}
              index={index}
              top={start}
              current={index === cursor ? column : null}
              selected={isIn(selection, position)}
              editing={editing?.position === position ? editing.column : null}
              onGo={onGo}
              onToggle={onToggle}
              onAct={onAct}
              onEnd={onEnd}
            />
          )
        })}
      </div>
      {lines.count === 0 && <p className={styles.nothing}>{t('statementTable.nothing')}</p>}
    </div>
  )
}

/** The position of a line's row. */
const rowIn = (line: Line | null): number[] => (line?.type === 'row' ? [line.position] : [])
