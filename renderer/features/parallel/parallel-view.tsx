import { Button } from 'antd'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AlignedReport, alignSections, topicsOf } from '#shared/compare/alignment'
import type { ComparedText } from '#shared/compare/folded'
import { useSession } from '../../storage'
import { Splitter } from '../../ui/splitter'
import { closeView, setViewTitle, type ViewProps } from '../../workbench'
import { ReaderSurface, readerStore, shortTitle, useReaders } from '../reader'
import { Bar } from './bar'
import { type Side, surfaceOf } from './keys'
import { linkOf } from './links'
import { ListPanel } from './list-panel'
import './marks.css'
import styles from './parallel.module.css'
import { type Kept, recall } from './remembered'
import { listed, rowsOf } from './rows'
import { readerOn } from './sides'
import { dropState, openState, type ParallelStore, useParallel } from './state'
import { useComparison } from './use-comparison'
import { useKept } from './use-kept'
import { useLink } from './use-link'
import { useSharedMarks } from './use-marks'
import { type SideText, useSides } from './use-sides'

type Texts = Readonly<Record<Side, SideText>>

/** Two reports side by side; `viewKey` holds their ids. */
export function ParallelView({ viewKey, visible }: ViewProps) {
  const { t } = useTranslation()
  const texts = useSides(viewKey)
  if (texts === undefined) return <div className={styles.view} aria-busy="true" />
  if (texts === null)
    return (
      <div className={styles.message}>
        <p>{t('parallel.missing')}</p>
        <Button data-focus-first onClick={() => closeView('parallel', viewKey)}>
          {t('parallel.command.close')}
        </Button>
      </div>
    )
  return <Opened key={viewKey} view={viewKey} texts={texts} visible={visible} />
}

interface OpenedProps {
  view: string
  texts: Texts
  visible: boolean
}

function Opened(props: OpenedProps) {
  const { project } = useSession()
  const [kept] = useState(() => recall(project.id, props.view))
  const [store, setStore] = useState<ParallelStore | null>(null)
  const { view } = props
  useLayoutEffect(() => {
    setStore(openState(view, settingsOf(kept)))
    return () => dropState(view)
  }, [view, kept])
  return store && <Parallel {...props} store={store} kept={kept} />
}

function settingsOf(kept: Kept | null): Partial<ReturnType<ParallelStore['getState']>> {
  if (!kept) return {}
  const { linked, listing, split, listHeight, formulae } = kept
  return { linked, listing, split, listHeight, formulae }
}

const comparedOf = ({ report, bundle }: SideText): ComparedText => ({
  text: bundle.text.text,
  span: { start: report.start, end: report.end },
  joins: bundle.text.joins,
})

const alignedOf = ({ report, sections }: SideText): AlignedReport => ({
  start: report.start,
  end: report.end,
  sections,
})

/** The sections of both beside each other, and the shared sentences with theirs. */
function useFound(store: ParallelStore, { left, right }: Texts) {
  const comparison = useParallel(store, (state) => state.comparison)
  const kinds = useParallel(store, (state) => state.kinds)
  const formulae = useParallel(store, (state) => state.formulae)
  const topic = useParallel(store, (state) => state.topic)
  const order = useParallel(store, (state) => state.order)
  const [a, b] = [useMemo(() => alignedOf(left), [left]), useMemo(() => alignedOf(right), [right])]
  const alignment = useMemo(() => alignSections(a, b), [a, b])
  const all = useMemo(
    () => (comparison.status === 'found' ? rowsOf(comparison.found.pairs, alignment, a, b) : []),
    [comparison, alignment, a, b],
  )
  const rows = useMemo(() => listed(all, { kinds, formulae, topic, order }), [all, kinds, formulae, topic, order])
  useEffect(() => {
    store.setState({ alignment, topics: topicsOf(alignment, a.sections, b.sections) })
  }, [store, alignment, a, b])
  useEffect(() => store.setState({ listed: rows.map(({ index }) => index) }), [store, rows])
  return { alignment, all, rows }
}

function useTitle(view: string, { left, right }: Texts): void {
  const title = [left, right].map(({ report, bundle }) => shortTitle(report, bundle.source)).join(' ⇄ ')
  useEffect(() => setViewTitle('parallel', view, title), [view, title])
}

/**
 * Gives the side that was being read back to commands and panels, when the tab comes to the front. Two texts that open
 * at once both take the focus, so the left one is given it.
 */
function useFront(view: string, visible: boolean, ready: boolean): void {
  const opened = useRef(false)
  useEffect(() => {
    if (!visible || !ready) return
    const side = linkOf(view)?.leader ?? 'left'
    const reader = readerOn(view, opened.current ? side : 'left')
    if (!reader) return
    readerStore.setState({ active: reader.id })
    const right = readerOn(view, 'right')?.view.dom
    if (!opened.current && right?.contains(document.activeElement)) reader.view.focus()
    opened.current = true
  }, [view, visible, ready])
}

function Parallel({ view, texts, visible, store, kept }: OpenedProps & { store: ParallelStore; kept: Kept | null }) {
  const { t } = useTranslation()
  const left = useReaders((state) => state.readers.get(surfaceOf(view, 'left')) ?? null)
  const right = useReaders((state) => state.readers.get(surfaceOf(view, 'right')) ?? null)
  const readers = { left, right }
  const { alignment, all, rows } = useFound(store, texts)
  const listing = useParallel(store, (state) => state.listing)
  const listHeight = useParallel(store, (state) => state.listHeight)
  const frame = useRef<HTMLDivElement>(null)
  useTitle(view, texts)
  useComparison(store, comparedOf(texts.left), comparedOf(texts.right))
  useSharedMarks(view, store, readers)
  useLink(view, store, readers, texts, alignment)
  useKept(view, store, readers)
  useFront(view, visible, left !== null && right !== null)
  return (
    <div className={styles.view} data-key-scope="parallel" ref={frame}>
      <Bar view={view} store={store} texts={texts} all={all} />
      <Sides view={view} store={store} texts={texts} visible={visible} kept={kept} />
      {listing && (
        <>
          <Splitter
            label={t('parallel.list.resize')}
            pane="bottom"
            size={listHeight}
            min={96}
            max={Math.max(200, (frame.current?.clientHeight ?? 800) - 200)}
            onResize={(size) => store.setState({ listHeight: size })}
          />
          <ListPanel view={view} store={store} all={all} rows={rows} texts={texts} />
        </>
      )}
    </div>
  )
}

function Sides({ view, store, texts, visible, kept }: OpenedProps & { store: ParallelStore; kept: Kept | null }) {
  const { t } = useTranslation()
  const split = useParallel(store, (state) => state.split)
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(1000)
  useLayoutEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(entry.contentRect.width)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  const resize = useCallback((size: number) => store.setState({ split: size / width }), [store, width])
  return (
    <div className={styles.sides} ref={frame}>
      <div className={styles.side} style={{ width: `${split * 100}%` }}>
        <SideSurface view={view} side="left" text={texts.left} start={kept?.left ?? null} visible={visible} />
        <Alone store={store} side="left" />
      </div>
      <Splitter
        label={t('parallel.resize')}
        pane="left"
        size={Math.round(split * width)}
        min={Math.round(0.2 * width)}
        max={Math.round(0.8 * width)}
        onResize={resize}
      />
      <div className={styles.side}>
        <SideSurface view={view} side="right" text={texts.right} start={kept?.right ?? null} visible={visible} />
        <Alone store={store} side="right" />
      </div>
    </div>
  )
}

interface SurfaceProps {
  view: string
  side: Side
  text: SideText
  /** Where it was left before a restart. */
  start: number | null
  visible: boolean
}

function SideSurface({ view, side, text, start, visible }: SurfaceProps) {
  const { t } = useTranslation()
  const { report, bundle } = text
  const [params] = useState(() => ({ report: report.id, start: start ?? report.start, end: null, statement: null }))
  return (
    // A named region: two texts in one view are told apart by it.
    <section className={`${styles.surface} db-parallel-side`} aria-label={t(`parallel.side.${side}`)}>
      <ReaderSurface id={surfaceOf(view, side)} bundle={bundle} params={params} visible={visible} />
    </section>
  )
}

/** Says on the side that stays that the other one reads something it has not. */
function Alone({ store, side }: { store: ParallelStore; side: Side }) {
  const { t } = useTranslation()
  const alone = useParallel(store, (state) => state.alone)
  if (!alone || alone.side === side) return null
  return (
    <p className={styles.hint} role="status">
      {t('parallel.alone', { title: alone.title })}
    </p>
  )
}
