import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { openPassage } from './actions'
import styles from './autocode.module.css'
import type { AutocodeController } from './controller'
import { GroupLine, HitLine } from './hit-line'
import { useAuto } from './use-autocode'

/** Height of a line in pixels, as `--db-row`. */
const ROW = 28

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
  return wanted ?? null
}

/** Keys of the list that move; what they do to hits are commands. */
function useKeys(controller: AutocodeController, page: () => number) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const { cursor, lines, hits } = controller.store.getState()
    const line = lines.at(cursor)
    const sideways = { ArrowLeft: true, ArrowRight: false }[event.key]
    if (sideways !== undefined && line) {
      event.preventDefault()
      const group = line.type === 'group' ? line.group : hits.groups[hits.groupOf(line.place)]
      if (group) controller.collapse(group.value, sideways)
      return
    }
    const next = lineAfter(event.key, cursor, lines.count, Math.max(1, page() - 2))
    if (next === null) return
    event.preventDefault()
    controller.go(next)
  }
}

/** The scroll position outlives a list that is hidden while another tab is in front. */
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

/** The hits in their surroundings, one under the other (KWIC); only the lines in sight exist. */
export function HitList({ controller, visible }: { controller: AutocodeController; visible: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const { scroller, onScroll } = useScrollKept(visible)
  const hits = useAuto(controller, (state) => state.hits)
  const lines = useAuto(controller, (state) => state.lines)
  const cursor = useAuto(controller, (state) => state.cursor)
  useAuto(controller, (state) => state.version)
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits are looked at where the keyboard is
  useEffect(() => reveal.current(cursor), [cursor, hits])
  const keys = useKeys(controller, () => Math.floor((scroller.current?.clientHeight ?? ROW) / ROW))
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('autocode.hits.label')}
      aria-multiselectable
      aria-rowcount={lines.count}
      aria-activedescendant={lines.at(cursor) ? `${id}-${cursor}` : undefined}
      className={styles.list}
      onKeyDown={keys}
      onScroll={onScroll}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines.at(index)
          if (!line) return null
          const shared = { id: `${id}-${index}`, index, top: start, current: index === cursor }
          const onTick = () => {
            controller.go(index)
            controller.tick(index)
          }
          if (line.type === 'group') {
            const { group, collapsed } = line
            return (
              <GroupLine
                key={`group ${group.value} ${group.from}`}
                {...shared}
                label={hits.at(group.from)?.label ?? ''}
                count={group.count}
                ticked={group.ticked}
                collapsed={collapsed}
                onTick={onTick}
                onGo={() => controller.collapse(group.value, !collapsed)}
              />
            )
          }
          const hit = hits.at(line.place)
          if (!hit) return null
          return (
            <HitLine
              key={line.place}
              {...shared}
              hit={hit}
              ticked={hits.isTicked(line.place)}
              carried={hits.isCarried(line.place)}
              onTick={onTick}
              onGo={() => controller.go(index)}
              onOpen={() => openPassage(hit)}
            />
          )
        })}
      </div>
    </div>
  )
}
