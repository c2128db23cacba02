import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { type Language, languageOf } from '#shared/locales/translate'
import { type LinePlace, VirtualGrid } from '../../ui/grid/virtual-grid'
import { MAC } from '../../workbench'
import { useDictionary } from '../indicators'
import { openCurrent, toggleExpanded } from './actions'
import { goTo, moveTo, toggle } from './choosing'
import { columnsOf, fitting, widthOf } from './columns'
import type { MattersController } from './controller'
import { GroupRow } from './group-row'
import { MattersHeader } from './header'
import { MatterLine } from './row'
import { type Tab, tabName } from './tabs'
import { useTimelines } from './ventures/use-timelines'
import { tableWords } from './words'

/** Room for the box that chooses a row, in pixels. */
const CHECK = 46

/** What keys do on lines that fold: arrows fold and unfold, Enter and the space bar turn a group. */
function foldKey(table: MattersController, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false
  const { lines, cursor } = table.store.getState()
  const line = lines[cursor]
  if (!line) return false
  const isGroup = line.type === 'group'
  const folds = isGroup || (!line.item && line.entry.items.length > 0)
  if (event.key === 'ArrowLeft' && line.type === 'row' && line.item) {
    table.goTo(line.entry.key)
    return true
  }
  if (folds && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    table.fold(line.key, event.key === 'ArrowLeft')
    return true
  }
  if (!isGroup || (event.key !== 'Enter' && event.key !== ' ')) return false
  table.fold(line.key, !line.folded)
  return true
}

/** Sees to it that the texts of the lines in sight are there. */
function useMaterial(table: MattersController) {
  const [sight, setSight] = useState({ from: 0, to: -1 })
  const lines = useStore(table.store, (state) => state.lines)
  const material = useStore(table.material.store, (state) => state.of)
  const onSight = useCallback((from: number, to: number) => setSight({ from, to }), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is to be read again
  useEffect(() => {
    const rows = lines.slice(sight.from, sight.to + 1).flatMap((line) => (line.type === 'row' ? [line.row] : []))
    void table.material.need(rows)
  }, [table, lines, sight, material])
  return { material, onSight }
}

/** The columns that the table has room for. */
function useColumns(tab: Tab, language: Language, scroller: RefObject<HTMLElement | null>) {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (!frame) return
    const observer = new ResizeObserver(() => {
      // Behind another tab it has no width.
      if (frame.clientWidth > 0) setWidth(frame.clientWidth)
    })
    observer.observe(frame)
    return () => observer.disconnect()
  }, [scroller])
  return useMemo(
    () => (width === null ? columnsOf(tab) : fitting(tab, width - CHECK, language)),
    [tab, width, language],
  )
}

/** The matters of a tab as a grid of which only the lines in sight exist. */
export function MattersGrid({ table, visible }: { table: MattersController; visible: boolean }) {
  const { t, i18n } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { tab, lines, cursor, chosen, expanded, group, pending } = useStore(table.store)
  const dictionary = useDictionary()
  const { material, onSight } = useMaterial(table)
  const timelines = useTimelines(table)
  const language = languageOf(i18n.language)
  const columns = useColumns(tab, language, scroller)
  const words = useMemo(() => ({ t, table: tableWords(i18n.language, dictionary) }), [t, i18n.language, dictionary])
  const layout = useMemo(
    () =>
      ({
        '--columns': [`${CHECK}px`, ...columns.map((one) => widthOf(one, language).width)].join(' '),
        '--least': `${columns.reduce((sum, one) => sum + widthOf(one, language).least, CHECK)}px`,
      }) as CSSProperties,
    [columns, language],
  )
  const keyOf = useCallback((index: number) => lines[index]?.key ?? String(index), [lines])
  const onKey = useCallback((event: KeyboardEvent) => foldKey(table, event), [table])
  const onMove = useCallback((index: number, range: boolean) => moveTo(table, index, range), [table])
  const onGo = useCallback(
    (index: number, event: MouseEvent) =>
      goTo(table, index, { one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey }),
    [table],
  )
  const onToggle = useCallback((index: number) => toggle(table, index), [table])
  const onFold = useCallback((key: string, folded: boolean) => table.fold(key, folded), [table])
  const onExpand = useCallback((key: string) => toggleExpanded(table, key), [table])
  const onOpen = useCallback(
    (index: number) => {
      table.store.setState({ cursor: index })
      openCurrent(table, false)
    },
    [table],
  )
  const line = (index: number, place: LinePlace) => {
    const shown = lines[index]
    if (!shown) return null
    if (shown.type === 'group')
      return (
        <GroupRow
          key={shown.key}
          {...place}
          line={shown}
          by={group ?? 'place'}
          index={index}
          columns={columns.length + 1}
          onGo={onGo}
          onFold={onFold}
        />
      )
    const { key, row } = shown
    const status = pending.get(key)?.status
    return (
      <MatterLine
        key={key}
        {...place}
        line={shown}
        row={status && status !== row.status ? { ...row, status } : row}
        material={material.get(row.report) ?? null}
        same={timelines(key)}
        columns={columns}
        words={words}
        index={index}
        chosen={chosen.has(key)}
        expanded={expanded.has(key)}
        onGo={onGo}
        onToggle={onToggle}
        onFold={onFold}
        onExpand={onExpand}
        onOpen={onOpen}
      />
    )
  }
  return (
    <VirtualGrid
      label={t(tabName(tab))}
      count={lines.length}
      columns={columns.length + 1}
      keyOf={keyOf}
      cursor={cursor}
      expanded={expanded}
      visible={visible}
      layout={layout}
      header={<MattersHeader table={table} columns={columns} />}
      line={line}
      onKey={onKey}
      onMove={onMove}
      onSight={onSight}
      scroller={scroller}
    />
  )
}
