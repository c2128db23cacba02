import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchOrder } from '../../workers/search/protocol'
import { openHit } from './actions'
import type { SearchController } from './controller'
import { HitLine } from './hit-line'
import styles from './search.module.css'
import { useSearch } from './use-search'

/** Height of a line in pixels, as `--db-row`; also that of the headings. */
const ROW = 28
/** Lines beyond those in sight that are there, too. */
const BEYOND = 12

/** Where a key takes the keyboard among lines; null for keys that move nothing. */
const lineAfter = (key: string, at: number, count: number, page: number): number | null =>
  ({
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  })[key] ?? null

/** The scroll position outlives the list: a tab that is hidden, and a view that was left for a sentence. */
function useScrollKept(controller: SearchController, visible: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useSearch(controller, (state) => state.lines)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines begin at their beginning
  useLayoutEffect(() => {
    if (!visible) return
    const frame = requestAnimationFrame(() => scroller.current?.scrollTo({ top: controller.top }))
    return () => cancelAnimationFrame(frame)
  }, [controller, visible, lines])
  const onScroll = () => {
    const at = scroller.current
    if (at && at.clientHeight > 0) controller.top = at.scrollTop
  }
  return { scroller, onScroll }
}

/** Columns with a heading of their own; the hit and what follows it share one. */
const HEADINGS = ['place', 'year', 'before'] as const satisfies readonly SearchOrder[]

/** The headings, each a button that sorts; they stay in sight. */
function Headings({ controller }: { controller: SearchController }) {
  const { t } = useTranslation()
  const order = useSearch(controller, (state) => state.question.order)
  const sort = (heading: SearchOrder) => (
    <button
      type="button"
      title={t('search.column.sortBy', { column: t(`search.column.${heading}`) })}
      onClick={() => controller.set({ order: heading })}
    >
      {t(`search.column.${heading}`)}
      {order === heading && <ArrowDown size={11} aria-hidden />}
    </button>
  )
  // The latest year comes first, all others begin with the least.
  const sorted = (heading: SearchOrder) =>
    order !== heading ? undefined : heading === 'year' ? ('descending' as const) : ('ascending' as const)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div role="row" aria-rowindex={1} className={styles.headings}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="columnheader" aria-label={t('search.column.tick')} />
      {HEADINGS.map((heading) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div key={heading} role="columnheader" aria-sort={sorted(heading)} data-heading={heading}>
          {sort(heading)}
        </div>
      ))}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="columnheader" aria-sort={sorted('hit') ?? sorted('after')} data-heading="hit">
        {sort('hit')}
        {sort('after')}
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="columnheader">{t('search.column.section')}</div>
    </div>
  )
}

/** The hits in their surroundings, one under the other (KWIC); only the lines in sight exist, and are read. */
export const HitList = memo(function HitList({
  controller,
  visible,
}: {
  controller: SearchController
  visible: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  const { scroller, onScroll } = useScrollKept(controller, visible)
  const lines = useSearch(controller, (state) => state.lines)
  const cursor = useSearch(controller, (state) => state.cursor)
  const ticks = useSearch(controller, (state) => state.ticks)
  const stale = useSearch(controller, (state) => state.question !== state.answered)
  useSearch(controller, (state) => state.version)
  const count = lines?.count ?? 0
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    scrollMargin: ROW,
    scrollPaddingStart: ROW,
  })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => lines?.want(first, last + 1), [lines, first, last])
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  const known = useRef(cursor)
  useEffect(() => {
    if (known.current !== cursor) reveal.current(cursor)
    known.current = cursor
  }, [cursor])
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.floor((scroller.current?.clientHeight ?? ROW) / ROW)
    const next = lineAfter(event.key, cursor, count, Math.max(1, page - 3))
    if (next === null) return
    event.preventDefault()
    controller.go(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('search.hits.label')}
      aria-multiselectable
      aria-rowcount={count + 1}
      aria-activedescendant={items.some(({ index }) => index === cursor) ? `${id}-${cursor}` : undefined}
      aria-busy={stale}
      className={styles.list}
      onKeyDown={keys}
      onScroll={onScroll}
      onFocus={() => controller.store.setState({ inList: true })}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.top}>
        <Headings controller={controller} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines?.at(index)
          return (
            <HitLine
              key={index}
              id={`${id}-${index}`}
              place={index}
              top={start - ROW}
              current={index === cursor}
              ticked={ticks.has(index)}
              line={line}
              onTick={() => {
                controller.go(index)
                controller.tick(index)
              }}
              onGo={() => controller.go(index)}
              onOpen={() => line && openHit(line)}
            />
          )
        })}
      </div>
    </div>
  )
})
