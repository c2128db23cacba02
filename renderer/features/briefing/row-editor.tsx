import { AutoComplete, Input, InputNumber, Select } from 'antd'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { isIndicatorId, offerOf } from '#shared/compare/offer'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { DeskRow } from '#shared/model/desk-template'
import { StatementKind } from '#shared/model/statement'
import { IconButton } from '../../ui/icon-button'
import type { Words } from '../compare'
import styles from './briefing.module.css'
import { moved, rowFor } from './templates'
import { unitsBeside } from './units'

interface RowProps {
  row: DeskRow
  /** Unit that the reports use most. */
  unit: string
  at: number
  last: boolean
  words: Words
  onChange: (row: DeskRow) => void
  onMove: (to: number) => void
  onRemove: () => void
}

function Row({ row, unit, at, last, words, onChange, onMove, onRemove }: RowProps) {
  const { t } = words
  const name = words.indicator(row.indicator)
  const label = (field: string) => t(`briefing.row.${field}`, { name })
  return (
    <li className={styles.row} data-row={at}>
      <span className={styles.kind}>{t(`compare.kind.${row.kind}`)}</span>
      <Input
        size="small"
        className={styles.rowLabel}
        aria-label={label('label')}
        placeholder={name}
        value={row.label}
        maxLength={60}
        onChange={(event) => onChange({ ...row, label: event.target.value })}
      />
      <AutoComplete
        size="small"
        className={styles.rowUnit ?? ''}
        aria-label={label('unit')}
        placeholder={unit}
        value={row.unit}
        options={unitsBeside(unit).map((value) => ({ value }))}
        onChange={(value: string) => onChange({ ...row, unit: value })}
      />
      <InputNumber<number>
        size="small"
        className={styles.rowDecimals ?? ''}
        aria-label={label('decimals')}
        placeholder={t('briefing.row.asReported')}
        min={0}
        max={6}
        precision={0}
        value={row.decimals}
        onChange={(decimals) => onChange({ ...row, decimals })}
      />
      <span className={styles.rowTools}>
        <IconButton icon={ArrowUp} size={14} label={label('up')} disabled={at === 0} onClick={() => onMove(at - 1)} />
        <IconButton icon={ArrowDown} size={14} label={label('down')} disabled={last} onClick={() => onMove(at + 1)} />
        <IconButton icon={X} size={14} label={label('remove')} onClick={onRemove} />
      </span>
    </li>
  )
}

interface EditorProps {
  rows: readonly DeskRow[]
  /** Unit of a row's numbers in the table as it is. */
  unitOfRow: (row: DeskRow) => string
  records: readonly ReportCells[]
  comparison: Comparison
  words: Words
  onChange: (rows: DeskRow[]) => void
}

/** What can be a row: the comparison's series, then all indicators that its places speak of, by kind. */
function useOptions(records: readonly ReportCells[], comparison: Comparison, words: Words) {
  const { places, indicators, role } = comparison
  return useMemo(
    () =>
      StatementKind.options.map((kind) => {
        const offered = offerOf(records, { places, role, kind }).indicators.map(({ id }) => id)
        const own = kind === comparison.kind ? indicators : indicators.filter((key) => offered.includes(key))
        const all = [...new Set([...own, ...offered.filter(isIndicatorId)])]
        return {
          label: words.t(`compare.kind.${kind}`),
          options: all.map((key) => ({
            value: `${kind} ${key}`,
            label: words.indicator(key),
            search: `${words.indicator(key)} ${key}`,
          })),
        }
      }),
    [records, places, indicators, role, comparison.kind, words],
  )
}

/** The rows of a table: added, named, moved and taken out, by buttons and by keys. */
export function RowEditor({ rows, unitOfRow, records, comparison, words, onChange }: EditorProps) {
  const { t } = words
  const list = useRef<HTMLUListElement>(null)
  const options = useOptions(records, comparison, words)
  const focusRow = (at: number): void => {
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLElement>('[data-row] input')
      list.current?.querySelector<HTMLElement>(`[data-row="${at}"] input`)?.focus()
      if (at < 0) fields?.[0]?.focus()
    })
  }
  const move = (from: number, to: number): void => {
    const next = moved(rows, from, to)
    if (next === rows) return
    onChange([...next])
    focusRow(to)
  }
  const remove = (at: number): void => {
    onChange(rows.toSpliced(at, 1))
    focusRow(Math.min(at, rows.length - 2))
  }
  const keys = (event: KeyboardEvent): void => {
    const at = Number((event.target as Element).closest('[data-row]')?.getAttribute('data-row') ?? -1)
    if (at < 0 || !event.altKey) return
    if (event.key === 'ArrowUp') move(at, at - 1)
    else if (event.key === 'ArrowDown') move(at, at + 1)
    else if (event.key === 'Delete') remove(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <ul ref={list} className={styles.rows} aria-label={t('briefing.row.list')} onKeyDown={keys}>
        {rows.map((row, at) => (
          <Row
            key={`${row.kind} ${row.indicator}`}
            row={row}
            unit={unitOfRow(row)}
            at={at}
            last={at === rows.length - 1}
            words={words}
            onChange={(changed) => onChange(rows.with(at, changed))}
            onMove={(to) => move(at, to)}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      <Select<string>
        size="small"
        className={styles.wide ?? ''}
        data-add-row
        aria-label={t('briefing.row.add')}
        placeholder={t('briefing.row.add')}
        value={null}
        showSearch={{ optionFilterProp: 'search' }}
        options={options}
        onChange={(value) => {
          const [kind = '', ...key] = value.split(' ')
          const parsed = StatementKind.safeParse(kind)
          const known = rows.some((row) => row.kind === kind && row.indicator === key.join(' '))
          if (parsed.success && !known) onChange([...rows, rowFor(key.join(' '), parsed.data)])
        }}
      />
      <p className={styles.hint}>{t('briefing.row.keys')}</p>
    </>
  )
}
