import type { TFunction } from 'i18next'
import { ChevronDown, ChevronRight, Zap } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { plainMemo } from '#shared/coding/links'
import { MemoField } from '../memo-editor'
import type { CodeIndex } from './code-index'
import type { Entry } from './filter'
import { COLUMNS, type Column } from './order'
import styles from './quotes.module.css'

/** How cells are written. */
export interface CellWords {
  t: TFunction
  time: Intl.DateTimeFormat
  codes: CodeIndex
}

function Chips({ ids, codes }: { ids: readonly string[]; codes: CodeIndex }) {
  return ids.map((id) => {
    const code = codes.get(id)
    return (
      code && (
        <span key={id} className={styles.code} title={codes.path(id)}>
          <i style={{ backgroundColor: code.color }} />
          {code.name}
        </span>
      )
    )
  })
}

/** What a cell shows. */
function cellOf(column: Column, { quote, code }: Entry, { t, time, codes }: CellWords): ReactNode {
  const { report, source } = quote
  switch (column) {
    case 'place':
      return report?.place?.short ?? <span className={styles.none}>—</span>
    case 'year':
      return report?.year ?? <span className={styles.none}>—</span>
    case 'report':
      return (
        <>
          {report && report.kind !== 'full' && (
            <span className={styles.kind} data-kind={report.kind} title={t(`reader.kindHint.${report.kind}`)}>
              {t(`reader.kind.${report.kind}`)}
            </span>
          )}
          {report?.title || source.name}
        </>
      )
    case 'text':
      return (
        <>
          {quote.orphan && (
            <span className={styles.lost} title={t('quotes.lostHint')}>
              {t('quotes.lost')}
            </span>
          )}
          {quote.text}
        </>
      )
    case 'codes':
      return <Chips ids={code === null ? quote.codes : [code]} codes={codes} />
    case 'memo':
      return quote.memo === '' ? '' : plainMemo(quote.memo).replace(/\s+/g, ' ')
    case 'author':
      return (
        <>
          {quote.rule !== null && (
            <Zap size={12} role="img" aria-label={t('quotes.made.rule')} className={styles.rule} />
          )}
          {quote.author}
        </>
      )
    case 'time':
      return time.format(new Date(quote.createdAt))
    default:
      return quote[column]
  }
}

/** All of a cell's words, for one that cuts them off. */
function titleOf(column: Column, { quote, code }: Entry, codes: CodeIndex): string | undefined {
  const { report, source } = quote
  if (column === 'text' || column === 'section') return quote[column]
  if (column === 'report') return [report?.title, source.name].filter(Boolean).join('\n')
  if (column === 'place') return report?.place?.name
  if (column === 'memo') return plainMemo(quote.memo)
  if (column === 'codes') return (code === null ? quote.codes : [code]).map((id) => codes.path(id)).join('\n')
  return undefined
}

interface DetailProps {
  entry: Entry
  time: Intl.DateTimeFormat
  /** True: the memo is to be written at once. */
  writing: boolean
  onWritten: () => void
  onLeave: () => void
}

/** The whole quote, and its memo to read and write. */
function Detail({ entry: { quote }, time, writing, onWritten, onLeave }: DetailProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!writing) return
    const focus = () => {
      const field = frame.current?.querySelector<HTMLElement>('textarea, [data-edit-memo]')
      if (!field) return false
      field.focus()
      if (field instanceof HTMLButtonElement) field.click()
      onWritten()
      return true
    }
    if (focus()) return
    // The memo is read first.
    const observer = new MutationObserver(() => focus() && observer.disconnect())
    if (frame.current) observer.observe(frame.current, { subtree: true, childList: true })
    return () => observer.disconnect()
  }, [writing, onWritten])
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: what is inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand
    <div
      ref={frame}
      role="gridcell"
      aria-colspan={COLUMNS.length + 1}
      className={styles.detail}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={keys}
    >
      <blockquote className={`${styles.quote} db-selectable`}>{quote.text}</blockquote>
      <p className={styles.where}>
        {[
          quote.report?.title ?? '',
          quote.section,
          quote.page === '' ? '' : t('reader.page', { page: quote.page }),
          quote.source.name,
          quote.author,
          time.format(new Date(quote.createdAt)),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <MemoField subject={{ type: 'annotation', id: quote.id }} rows={3} />
    </div>
  )
}

interface RowProps {
  ref?: (element: HTMLElement | null) => void
  id: string
  entry: Entry
  words: CellWords
  /** Line of the table, from 0. */
  index: number
  top: number
  current: boolean
  chosen: boolean
  expanded: boolean
  writing: boolean
  onGo: (index: number, event: MouseEvent) => void
  onToggle: (index: number) => void
  onExpand: (key: string) => void
  onOpen: (index: number) => void
  onWritten: () => void
  onLeave: () => void
}

/** One quote of the list; drawn again only when something in it has changed. */
export const QuoteRow = memo(function QuoteRow(props: RowProps) {
  const { ref, id, entry, words, index, top, current, chosen, expanded, writing } = props
  const { onGo, onToggle, onExpand, onOpen, onWritten, onLeave } = props
  const { t, codes } = words
  const Arrow = expanded ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={ref}
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      data-current={current}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onGo(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={t('quotes.choose')}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(index)}
        />
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          aria-expanded={expanded}
          aria-label={t(expanded ? 'quotes.collapse' : 'quotes.expand')}
          onClick={(event) => {
            event.stopPropagation()
            onExpand(entry.key)
          }}
        >
          <Arrow size={14} aria-hidden />
        </button>
      </div>
      {COLUMNS.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={column}
          role="gridcell"
          className={styles.cell}
          data-column={column}
          title={titleOf(column, entry, codes)}
        >
          {cellOf(column, entry, words)}
        </div>
      ))}
      {expanded && <Detail entry={entry} time={words.time} writing={writing} onWritten={onWritten} onLeave={onLeave} />}
    </div>
  )
})
