import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { type LinePlace, VirtualGrid } from '../../ui/grid/virtual-grid'
import styles from './ledger.module.css'
import type { GroupLine, LedgerLine } from './lines'
import { GroupLineView, ResultLineView, RowLineView } from './row'
import { fold, ledgerState } from './state'
import type { LedgerWords } from './use-words'
import { openFigure } from './visit'

/** Height of a line in pixels: the figure, and below it where it comes from. */
const LINE = 44
const NOTHING: ReadonlySet<string> = new Set()
const COLUMNS = ['indicator', 'target', 'result', 'verdict', 'gap', 'caveats'] as const

interface RowGridProps {
  lines: readonly LedgerLine[]
  /** Where the keyboard is. */
  at: number
  visible: boolean
  words: LedgerWords
  scroller: RefObject<HTMLDivElement | null>
}

/** What a group is called. */
export function groupTitle({ by, value }: Pick<GroupLine, 'by' | 'value'>, { t }: LedgerWords): string {
  switch (by) {
    case 'list':
      return t(`ledgerView.list.${value}`)
    case 'verdict':
      return t(`ledger.verdict.${value}`)
    case 'category':
      return t(value === '' ? 'ledgerView.noCategory' : `indicators.category.${value}`)
    case 'wording':
      return value || t('ledgerView.noWording')
    default:
      return t('ledgerView.untargeted')
  }
}

const select = (line: LedgerLine): void => ledgerState.setState({ selected: line.key })

/** Keys that move or fold besides those of every grid. */
function keyOn(event: KeyboardEvent, lines: readonly LedgerLine[], at: number): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false
  const step = { j: 1, k: -1 }[event.key]
  const next = step === undefined ? undefined : lines[at + step]
  if (next) select(next)
  if (step !== undefined) return true
  const line = lines[at]
  const folds = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  if (line?.type === 'group' && (folds || event.key === 'Enter' || event.key === ' ')) {
    fold(line.key, folds ? event.key === 'ArrowLeft' : !line.folded)
    return true
  }
  return false
}

/** The rows of the ledger, of which only those in sight exist. */
export function RowGrid({ lines, at, visible, words, scroller }: RowGridProps) {
  const { t } = words
  const onKey = useCallback((event: KeyboardEvent) => keyOn(event, lines, at), [lines, at])
  const onMove = useCallback(
    (index: number) => {
      const line = lines[index]
      if (line) select(line)
    },
    [lines],
  )
  const keyOf = useCallback((index: number) => lines[index]?.key ?? String(index), [lines])
  const line = (index: number, place: LinePlace) => {
    const shown = lines[index]
    if (!shown) return null
    const common = { ...place, words, position: index + 1, onGo: () => select(shown) }
    if (shown.type === 'group')
      return (
        <GroupLineView
          key={shown.key}
          {...common}
          line={shown}
          title={groupTitle(shown, words)}
          onFold={() => fold(shown.key, !shown.folded)}
        />
      )
    if (shown.type === 'result')
      return <ResultLineView key={shown.key} {...common} line={shown} onOpen={() => openFigure(shown.figure)} />
    return <RowLineView key={shown.key} {...common} line={shown} onOpen={() => openFigure(shown.row.target)} />
  }
  return (
    <VirtualGrid
      label={t('ledgerView.rows')}
      count={lines.length}
      columns={COLUMNS.length}
      keyOf={keyOf}
      cursor={at}
      expanded={NOTHING}
      visible={visible}
      height={LINE}
      header={
        // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
        // biome-ignore lint/a11y/useFocusableInteractive: the keyboard is on the lines
        <div role="row" className={styles.header}>
          {COLUMNS.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <span key={column} role="columnheader">
              {t(`ledgerView.column.${column}`)}
            </span>
          ))}
        </div>
      }
      line={line}
      onKey={onKey}
      onMove={onMove}
      scroller={scroller}
    />
  )
}
