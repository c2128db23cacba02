import { ChevronDown, ChevronRight, PenLine } from 'lucide-react'
import { memo } from 'react'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { LinePlace } from '../../ui/grid/virtual-grid'
import { figureText, gapParts, shortSource, targetNotes, targetText } from './format'
import styles from './ledger.module.css'
import type { GroupLine, ResultLine, RowLine } from './lines'
import type { LedgerWords } from './use-words'
import { VerdictChip } from './verdict-chip'

interface LineProps extends LinePlace {
  words: LedgerWords
  /** Its place among all lines, from 1. */
  position: number
  onGo: () => void
}

/** More caveats than these are told as a number. */
const CHIPS = 3

function Figure({ text, notes }: { text: string; notes: string }) {
  return (
    <span className={styles.two}>
      <span className="db-figures" title={text}>
        {text}
      </span>
      {notes !== '' && <small title={notes}>{notes}</small>}
    </span>
  )
}

/** Caveats by their names; the sentences stand in the detail. */
function Caveats({ row, words }: { row: LedgerRow; words: LedgerWords }) {
  const { t, say } = words
  const shown = row.caveats.slice(0, CHIPS)
  return (
    <span className={styles.chips}>
      {shown.map((caveat) => (
        <span key={caveat.key} className={styles.chip} title={say(caveat)}>
          {t(caveat.key.replace('ledger.caveat.', 'ledgerView.chip.'))}
        </span>
      ))}
      {row.caveats.length > CHIPS && <span className={styles.chip}>+{row.caveats.length - CHIPS}</span>}
    </span>
  )
}

/** A line of the grid. */
function LineBox({ place, className, onGo, onOpen, children }: LineBoxProps) {
  const { id, top, current, position } = place
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="row"
      aria-rowindex={position + 1}
      aria-selected={current}
      data-current={current}
      className={className}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onGo}
      onDoubleClick={onOpen}
    >
      {children}
    </div>
  )
}

interface LineBoxProps {
  place: LinePlace & Pick<LineProps, 'position'>
  className: string | undefined
  onGo: () => void
  onOpen?: () => void
  children: React.ReactNode
}

function DrawnRow(props: LineProps & { line: RowLine; onOpen: () => void }) {
  const { line, words, onGo, onOpen } = props
  const { t } = words
  const { row, depth } = line
  const { target, result, ruling } = row
  const [gap = '', percent = ''] = gapParts(row.gap, words.language)
  return (
    <LineBox place={props} className={styles.row} onGo={onGo} onOpen={onOpen}>
      <Cell className={styles.name} depth={depth}>
        <span className={styles.two}>
          <span title={target.phrase}>{words.name(target)}</span>
          {(target.wording !== '' || row.repeats !== null) && (
            <small>
              {target.wording}
              {row.repeats !== null && <span className={styles.repeat}>{t('ledgerView.repeats')}</span>}
            </small>
          )}
        </span>
      </Cell>
      <Cell className={styles.target}>
        <Figure text={targetText(row, t)} notes={targetNotes(target, t).join(' · ')} />
      </Cell>
      <Cell className={styles.result}>
        {result ? (
          <Figure text={figureText(result, t)} notes={shortSource(result, t)} />
        ) : (
          <span className={styles.quiet} aria-hidden>
            –
          </span>
        )}
      </Cell>
      <Cell>
        <span className={styles.judged}>
          <VerdictChip row={row} words={words} />
          {ruling && <PenLine size={13} role="img" aria-label={t('ledgerView.ruled')} className={styles.ruled} />}
        </span>
      </Cell>
      <Cell className={styles.gap}>
        <Figure text={gap} notes={percent} />
      </Cell>
      <Cell>
        <Caveats row={row} words={words} />
      </Cell>
    </LineBox>
  )
}

/** One target beside its result; drawn again only when something of it is another. */
export const RowLineView = memo(
  DrawnRow,
  (a, b) => a.line === b.line && a.id === b.id && a.top === b.top && a.current === b.current && a.words === b.words,
)

function Cell({
  className,
  depth = 0,
  children,
}: {
  className?: string | undefined
  depth?: number
  children?: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard is on rows
    <span role="gridcell" className={`${styles.cell} ${className ?? ''}`} data-depth={depth || undefined}>
      {children}
    </span>
  )
}

/** The heading of a group, which folds. */
export function GroupLineView(props: LineProps & { line: GroupLine; title: string; onFold: () => void }) {
  const { line, title, words, onGo, onFold } = props
  const Icon = line.folded ? ChevronRight : ChevronDown
  return (
    <LineBox
      place={props}
      className={styles.group}
      onGo={() => {
        onGo()
        onFold()
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the keyboard is on rows */}
      <span role="gridcell" aria-colspan={6} className={styles.groupTitle}>
        <button type="button" tabIndex={-1} aria-expanded={!line.folded} className={styles.fold}>
          <Icon size={14} aria-hidden />
          <strong>{title}</strong>
        </button>
        <span className={`${styles.quiet} db-figures`}>{words.t('ledgerView.count', { count: line.count })}</span>
      </span>
    </LineBox>
  )
}

/** A result that no target has taken. */
export function ResultLineView(props: LineProps & { line: ResultLine; onOpen: () => void }) {
  const { line, words, onGo, onOpen } = props
  const { figure } = line
  return (
    <LineBox place={props} className={styles.row} onGo={onGo} onOpen={onOpen}>
      <Cell className={styles.name}>{words.name(figure)}</Cell>
      <Cell className={styles.quiet}>{words.t('ledgerView.noTarget')}</Cell>
      <Cell className={styles.result}>
        <Figure text={figureText(figure, words.t)} notes={shortSource(figure, words.t)} />
      </Cell>
      <Cell />
      <Cell />
      <Cell />
    </LineBox>
  )
}
