import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenReader } from '../active'
import { goToSpan } from '../editor/target'
import { type Arrangement, COLUMN_WIDTH, COLUMNS_GAP, type CodeColumn } from './code-columns'
import { setLitCode } from './column-field'
import { endPadding } from './edges'

interface Props {
  reader: OpenReader
  columns: Arrangement
}

/** The heads of the code columns: which code each is; a press goes to the next annotation of it. */
export function Heads({ reader, columns }: Props) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  useAlignment(reader, bar, columns)
  const { shown, folded, named } = columns
  if (shown.length === 0) return null
  return (
    <div
      ref={bar}
      className="db-heads"
      role="toolbar"
      aria-label={t('reader.margin.label')}
      aria-orientation="horizontal"
      onKeyDown={moveFocus}
      style={{ ['--db-column' as string]: `${COLUMN_WIDTH[named ? 'named' : 'narrow']}px` }}
    >
      {shown.map((column, i) => (
        <Head key={column.code} reader={reader} columns={[column]} first={i === 0} />
      ))}
      {folded.length > 0 && <Head reader={reader} columns={folded} first={false} />}
    </div>
  )
}

/** Keeps the heads above their columns: those stand in what scrolls, behind the text. */
function useAlignment({ view }: OpenReader, bar: RefObject<HTMLDivElement | null>, columns: Arrangement): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns, another place
  useEffect(() => {
    const read = (): number | null => {
      const line = view.contentDOM.querySelector('.cm-line')
      const frame = bar.current?.offsetParent
      if (!line || !frame) return null
      const { right } = line.getBoundingClientRect()
      return right - endPadding(line) + COLUMNS_GAP - frame.getBoundingClientRect().left
    }
    const write = (left: number | null) => {
      if (left !== null && bar.current) bar.current.style.left = `${left}px`
    }
    // Measured in the next frame: the text makes room for new columns after this effect, without changing its own size.
    const align = () => view.requestMeasure({ key: bar, read, write })
    align()
    const observer = new ResizeObserver(align)
    observer.observe(view.contentDOM)
    observer.observe(view.scrollDOM)
    return () => observer.disconnect()
  }, [view, bar, columns])
}

/** Arrow keys go from head to head; Tab leaves. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = heads.indexOf(document.activeElement as HTMLElement)
  heads[(at + step + heads.length) % heads.length]?.focus()
}

/** Goes to the next annotation of some codes after the caret, from the last one to the first. */
function goToNext(reader: OpenReader, columns: readonly CodeColumn[]): void {
  const codes = new Set(columns.map(({ code }) => code))
  const has = (own: readonly string[]) => (own.length === 0 ? codes.has(null) : own.some((code) => codes.has(code)))
  const marks = reader.annotations
    .filter(({ orphan, reading, codes: own }) => !orphan && reading === reader.bundle.reading.id && has(own))
    .sort((a, b) => a.anchor.start - b.anchor.start)
  const caret = reader.view.state.selection.main.from
  const next = marks.find(({ anchor }) => anchor.start > caret) ?? marks[0]
  if (next) goToSpan(reader.view, next.anchor)
}

function Head({ reader, columns, first }: { reader: OpenReader; columns: readonly CodeColumn[]; first: boolean }) {
  const { t } = useTranslation()
  const [column] = columns
  if (!column) return null
  const count = columns.reduce((sum, one) => sum + one.count, 0)
  const folded = columns.length > 1
  const name = folded
    ? columns.map((one) => one.name || t('reader.margin.plain')).join(t('reader.outline.and'))
    : column.name || t('reader.margin.plain')
  const light = (on: boolean) => {
    if (!folded) reader.view.dispatch({ effects: setLitCode.of(on ? column.code : undefined) })
  }
  return (
    <button
      type="button"
      className={`db-head${folded ? ' db-head-folded' : ''}`}
      tabIndex={first ? 0 : -1}
      aria-label={t('reader.margin.head', { name, count })}
      style={column.color && !folded ? { ['--db-code' as string]: column.color } : {}}
      onClick={() => goToNext(reader, columns)}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => light(true)}
      onBlur={() => light(false)}
    >
      <i aria-hidden="true">{folded ? '+' : ''}</i>
      <span className="db-head-name" aria-hidden="true">
        {t('reader.margin.count', { name, count })}
      </span>
    </button>
  )
}
