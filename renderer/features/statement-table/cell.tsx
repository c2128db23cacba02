import type { TFunction } from 'i18next'
import { Check, CircleDashed, type LucideIcon, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StatementStatus } from '#shared/model/statement'
import type { Dictionary } from '#shared/statements/dictionary'
import { formatNormal, formatQuantity } from '#shared/statements/format'
import type { StatementRow } from '../../workers/statements/protocol'
import { nameIn } from '../indicators'
import styles from './statement-table.module.css'
import { type ColumnId, columnOf } from './table-columns'

const ICONS: Record<StatementStatus, LucideIcon> = {
  suggested: CircleDashed,
  accepted: Check,
  edited: Pencil,
  rejected: X,
}

/** What cells are written with. */
export interface CellWords {
  t: TFunction
  language: string
  dictionary: Dictionary
}

/** Characters of a sentence that are shown before its number, so that the number stays in sight. */
const BEFORE = 14

function Sentence({ row }: { row: StatementRow }) {
  const { words, wordsAt, quantity } = row
  if (wordsAt < 0) return <>{words}</>
  const from = Math.max(0, wordsAt - BEFORE)
  const end = wordsAt + quantity.length
  return (
    <>
      {from > 0 && '…'}
      {words.slice(from, wordsAt)}
      <mark className={styles.mark} data-role={row.role}>
        {words.slice(wordsAt, end)}
      </mark>
      {words.slice(end)}
    </>
  )
}

function Status({ status, t }: { status: StatementStatus; t: TFunction }) {
  const Icon = ICONS[status]
  const name = t(`statementTable.status.${status}`)
  return (
    <span className={styles.status} data-status={status} title={name}>
      <Icon size={14} role="img" aria-label={name} />
    </span>
  )
}

/** The canonical name; a phrase that is none stands as written, marked so. */
function Indicator({ row, words }: { row: StatementRow; words: CellWords }) {
  const known = words.dictionary.byId(row.canonical)
  if (!known) return <span className={styles.unknown}>{row.indicator}</span>
  const name = nameIn(known, words.language)
  return (
    <>
      {name}
      {name !== row.indicator && <span className={styles.written}>{row.indicator}</span>}
    </>
  )
}

const dash = <span className={styles.none}>—</span>

/** What a cell shows. */
export function cellOf(id: ColumnId, row: StatementRow, words: CellWords): ReactNode {
  const { t } = words
  switch (id) {
    case 'status':
      return <Status status={row.status} t={t} />
    case 'place':
      return row.place?.short ?? dash
    case 'reportYear':
      return row.reportYear ?? dash
    case 'indicator':
      return <Indicator row={row} words={words} />
    case 'phrase':
      return row.indicator
    case 'written':
      return formatQuantity(row)
    case 'normal':
      return formatNormal(row)
    case 'kind':
      return t(`statementTable.kind.${row.kind}`)
    case 'role':
      return (
        <span className={styles.role} data-role={row.role}>
          {t(`statementTable.role.${row.role}`)}
        </span>
      )
    case 'year':
      return row.year || dash
    case 'measure':
      return row.measure && t(`statementTable.measure.${row.measure}`)
    case 'list':
      return row.list && t(`statementTable.list.${row.list}`)
    case 'binding':
      return row.binding && t(`statementTable.binding.${row.binding}`)
    case 'scope':
      return row.scope === 'own' ? '' : row.scope
    case 'partOf':
      return row.part_of
    case 'confidence':
      return (
        <span className={styles.confidence} data-level={levelOf(row.confidence)}>
          {Math.round(row.confidence * 100)}%
        </span>
      )
    case 'sentence':
      return <Sentence row={row} />
    default:
      return row[id]
  }
}

/** Three steps are enough to see at a glance. */
const levelOf = (confidence: number): string => (confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low')

/** All of a cell's words, for a cell that cuts them off. */
export function titleOf(id: ColumnId, row: StatementRow): string | undefined {
  if (id === 'sentence') return row.words
  if (id === 'indicator') return row.indicator
  if (id === 'written') return row.quantity
  if (id === 'place') return row.place ? `${row.place.name} · ${row.title}` : row.title
  const { editor, field } = columnOf(id)
  return editor === 'text' && field && field !== 'scope' ? String(row[field]) : undefined
}
