import { type MouseEvent, memo, useRef } from 'react'
import { MAC, startCarrying } from '../../workbench'
import { placesAbove } from '../places'
import { carriedFrom } from './carried'
import styles from './chips.module.css'
import { beginReading, openLine } from './commands'
import { kindChip } from './kind-chip'
import { type Held, toggle } from './marks'
import { type Column, FIGURES } from './order'
import { RepairedTag } from './repaired-tag'
import type { RowWords } from './row-words'
import { isMinor, isRepaired, type LibraryLine } from './rows'
import table from './source-table.module.css'
import { libraryState } from './state'

interface SourceRowProps {
  id: string
  line: LibraryLine
  columns: readonly Column[]
  words: RowWords
  /** Place among the lines, from 0. */
  index: number
  /** Pixels from the first row. */
  top: number
  /** True where the keyboard is. */
  current: boolean
  /** True when it is among what a command is about. */
  selected: boolean
  marked: boolean
  onGo: (id: string, held: Held) => void
}

function Tags({ line, words: { t, word } }: { line: LibraryLine; words: RowWords }) {
  const { report, versions } = line
  if (!report) return null
  return (
    <>
      {isRepaired(report) && <RepairedTag key={line.id} line={line} from={report.repairedFrom ?? ''} />}
      {versions > 1 && !isMinor(line) && (
        <span className={styles.versions}>{t('library.versions.main', { count: versions })}</span>
      )}
      {isMinor(line) && <span className={styles.minor}>{word('library.versions.minor')}</span>}
    </>
  )
}

function PlaceCell({ line, words }: { line: LibraryLine; words: RowWords }) {
  const { gazetteer, word } = words
  const { report } = line
  if (!report) return <span className={table.quiet}>{word('library.noReport')}</span>
  const above = placesAbove(gazetteer, report.place)[0]
  return (
    <>
      {report.place ? (
        <>
          <span className={table.name}>{report.place.name}</span>
          {above && <span className={table.above}>{above.name}</span>}
        </>
      ) : (
        <span className={table.warning}>{word('library.noPlace')}</span>
      )}
      <Tags line={line} words={words} />
    </>
  )
}

interface DoubtfulProps {
  doubtful: boolean
  word: RowWords['word']
  children: React.ReactNode
}

/** A doubtful value is marked where it stands. */
function Doubtful({ doubtful, word, children }: DoubtfulProps) {
  if (!doubtful) return children
  return (
    <>
      {children}
      <span className={table.doubt} title={word('library.doubtful')}>
        <span aria-hidden>?</span>
        <span className="db-hidden">{word('library.doubtful')}</span>
      </span>
    </>
  )
}

const heldIn = (event: MouseEvent): Held => ({ one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey })

function Mark({ held, marked, label }: { held: () => LibraryLine; marked: boolean; label: string }) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={table.mark}
      checked={marked}
      aria-label={label}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onChange={() => libraryState.setState((state) => toggle(state, held().id))}
    />
  )
}

/**
 * What the pointer acts on: rows stay where they are while an import slides other lines into them, so the line counts
 * that was there when the button went down, of a double click the first time.
 */
function usePressed(line: LibraryLine) {
  const pressed = useRef<LibraryLine | null>(null)
  const first = useRef<LibraryLine | null>(null)
  return {
    press: () => {
      pressed.current = line
    },
    /** The line of the press; without one, as of assistive technology, the line that is shown. */
    held: () => pressed.current ?? line,
    clicked: (event: MouseEvent): LibraryLine => {
      if (event.detail < 2) first.current = pressed.current ?? line
      pressed.current = null
      return first.current ?? line
    },
    twice: () => first.current ?? line,
  }
}

/** One row of the library; drawn again only when something in it has changed. */
export const SourceRow = memo(function SourceRow(props: SourceRowProps) {
  const { id, line, columns, words, index, top, current, selected, marked, onGo } = props
  const { word, figure, time } = words
  const { report, source, reading, doubts } = line
  const { press, held, clicked, twice } = usePressed(line)
  const contents: Record<Column, () => React.ReactNode> = {
    place: () => (
      <span className={table.place} data-minor={isMinor(line)}>
        <Mark held={held} marked={marked} label={word('library.mark')} />
        <Doubtful doubtful={doubts.includes('place')} word={word}>
          <PlaceCell line={line} words={words} />
        </Doubtful>
      </span>
    ),
    year: () => (
      <Doubtful doubtful={doubts.includes('year')} word={word}>
        {report?.year ?? '—'}
      </Doubtful>
    ),
    kind: () =>
      report ? (
        <Doubtful doubtful={doubts.includes('kind')} word={word}>
          {kindChip(report.kind, word(`library.kind.${report.kind}`))}
        </Doubtful>
      ) : (
        word('library.kind.none')
      ),
    title: () => report?.title ?? '',
    file: () => source.name,
    folder: () => source.folder,
    format: () => word(`library.format.${source.format}`),
    encoding: () => (reading.encoding ? word(`library.encoding.${reading.encoding}`) : ''),
    characters: () => figure.format(report ? report.end - report.start : reading.characters),
    statements: () => figure.format(line.statements),
    annotations: () => (line.annotations === null ? '' : figure.format(line.annotations)),
    imported: () => time.format(new Date(source.importedAt)),
  }
  const titles: Partial<Record<Column, string>> = {
    title: report?.title ?? '',
    file: source.name,
    folder: source.folder,
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-current={current}
      className={`${table.row} db-figures`}
      style={{ transform: `translateY(${top}px)` }}
      draggable={report !== null}
      onDragStart={(event) => startCarrying(event, carriedFrom(line, marked))}
      onClick={(event) => onGo(clicked(event).id, heldIn(event))}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        press()
        beginReading(line)
      }}
      onDoubleClick={() => openLine(twice())}
    >
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
        // biome-ignore lint/a11y/useSemanticElements: see above
        <div
          key={column}
          role="gridcell"
          className={FIGURES.includes(column) ? table.figure : table.cell}
          title={titles[column]}
        >
          {contents[column]()}
        </div>
      ))}
    </div>
  )
})
