import type { TFunction } from 'i18next'
import { Check, CircleDashed, type LucideIcon, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { type MatterTableWords, matterCell } from '#shared/exchange/matter-table'
import type { MatterOf } from '#shared/model/matter'
import type { StatementStatus } from '#shared/model/statement'
import type { MatterMaterial, MatterRow } from '../../storage'
import type { ColumnId } from './columns'
import { type Sentence, sentenceOf, statementsIn } from './material'
import styles from './matters.module.css'
import { indicatorOf, listed } from './words'

const ICONS: Record<StatementStatus, LucideIcon> = {
  suggested: CircleDashed,
  accepted: Check,
  edited: Pencil,
  rejected: X,
}

/** What cells are written with. */
export interface CellWords {
  t: TFunction
  table: MatterTableWords
}

/** A row with what is known around it; null while its text is being read. */
export interface Shown {
  row: MatterRow
  material: MatterMaterial | null
  /** The stages of the same venture through the years, '' where it is linked with none. */
  same: string
}

function Status({ status, t }: { status: StatementStatus; t: TFunction }) {
  const Icon = ICONS[status]
  const name = t(`statements.status.${status}`)
  return (
    <span className={styles.status} data-status={status} title={name}>
      <Icon size={14} role="img" aria-label={name} />
    </span>
  )
}

/** Characters of a sentence that are shown before its words, so that the words stay in sight. */
const BEFORE = 8

/** The words of a row inside their sentence, marked. */
export function Marked({ sentence, role, whole }: { sentence: Sentence; role: string; whole?: boolean }) {
  const { before, words, after } = sentence
  const cut = !whole && before.length > BEFORE
  return (
    <>
      {cut ? `…${before.slice(-BEFORE)}` : before}
      <mark className={styles.mark} data-role={role}>
        {words}
      </mark>
      {after}
    </>
  )
}

function position({ position: place, within, fromBottom }: MatterOf<'rank'>, t: TFunction): string {
  return t(`matters.grid.position.${within ? 'within' : 'place'}${fromBottom ? 'Bottom' : ''}`, { position: place })
}

function count({ content }: MatterRow, t: TFunction): ReactNode {
  if (content.type === 'list')
    return content.stated !== null && content.stated !== content.items ? (
      <span className={styles.differs} title={`${t('matters.field.items')} / ${t('matters.field.stated')}`}>
        {t('matters.grid.itemsOf', { items: content.items, stated: content.stated })}
      </span>
    ) : (
      content.items
    )
  return 'count' in content ? content.count : null
}

const dash = <span className={styles.none}>—</span>

function Heading({ row: { content } }: Pick<Shown, 'row'>) {
  if (content.type !== 'list_item') return 'heading' in content ? <strong>{content.heading}</strong> : null
  return (
    <>
      <span className={styles.ordinal}>{content.ordinal}</span>
      {content.heading}
    </>
  )
}

function Indicator({ row, words }: { row: MatterRow; words: CellWords }) {
  const { content } = row
  if (!('canonical' in content)) return null
  const known = words.table.indicatorName(content.canonical)
  const name = indicatorOf(row, words.table)
  return (
    <>
      <span className={known === '' ? styles.unknown : ''}>{name}</span>
      {name !== content.indicator && <span className={styles.written}>{content.indicator}</span>}
    </>
  )
}

function Relation({ content, t }: { content: MatterOf<'relative_target'>; t: TFunction }) {
  return (
    <>
      {content.hedge !== '' && <span className={styles.hedge}>{content.hedge}</span>}
      {t(`matters.relation.${content.relation}`)}
    </>
  )
}

/** What an item has from its list stands back. */
function quiet(told: string | number | null | undefined, { type }: MatterRow['content']): ReactNode {
  if (told === null || told === undefined) return dash
  return type === 'list_item' ? <span className={styles.none}>{told}</span> : told
}

/** What a cell shows. */
export function cellOf(column: ColumnId, { row, material, same }: Shown, words: CellWords): ReactNode {
  const { t } = words
  const { content, status, place, reportYear } = row
  switch (column) {
    case 'status':
      return <Status status={status} t={t} />
    case 'region':
      return quiet(place?.short, content)
    case 'reportYear':
      return quiet(reportYear, content)
    case 'indicator':
      return <Indicator row={row} words={words} />
    case 'relation':
      return content.type === 'relative_target' && <Relation content={content} t={t} />
    case 'position':
      return content.type === 'rank' ? position(content, t) : ''
    case 'count':
      return count(row, t)
    case 'heading':
      return <Heading row={row} />
    case 'statements':
      return material && statementsIn(row, material)
    case 'same':
      return same
    case 'role':
      return (
        <span className={styles.role} data-role={content.role}>
          {t(`statements.role.${content.role}`)}
        </span>
      )
    case 'year':
      return content.year || dash
    case 'confidence':
      return <Confidence value={content.confidence} />
    case 'sentence':
      return row.orphan ? (
        <Lost t={t} />
      ) : (
        material && <Marked sentence={sentenceOf(row, material)} role={content.role} />
      )
    default: {
      const cell = matterCell(column, listed(row), words.table)
      return typeof cell === 'object' ? null : cell
    }
  }
}

function Lost({ t }: { t: TFunction }) {
  return (
    <span className={styles.lost} title={t('matters.grid.orphanHint')}>
      {t('matters.grid.orphan')}
    </span>
  )
}

/** Below these the confidence of a find is low, or middling. */
const LOW = 0.6
const MIDDLE = 0.8

function Confidence({ value }: { value: number }) {
  const level = value < LOW ? 'low' : value < MIDDLE ? 'middle' : 'high'
  return (
    <span className={styles.confidence} data-level={level}>
      {Math.round(value * 100)}%
    </span>
  )
}

/** All of a cell's words, for one that cuts them off. */
export function titleOf(column: ColumnId, { row, material, same }: Shown, words: CellWords): string | undefined {
  const { content } = row
  if (column === 'region') return row.place?.name
  if (column === 'same') return same || undefined
  if (column === 'sentence' && material) {
    const { before, words: own, after } = sentenceOf(row, material)
    return before + own + after
  }
  if (column === 'indicator') return 'indicator' in content ? content.indicator : undefined
  if (column === 'heading') return 'heading' in content ? content.heading : undefined
  if (column !== 'name' && column !== 'covers' && column !== 'reference' && column !== 'among') return undefined
  const cell = matterCell(column, listed(row), words.table)
  return typeof cell === 'string' ? cell : undefined
}
