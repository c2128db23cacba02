import { Button, Progress } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { registerCommands, runCommand, setViewTitle, tellInHand, type ViewProps } from '../../workbench'
import { BulkBar } from './bulk-bar'
import { tableCommands } from './commands'
import type { TableController } from './controller'
import { FilterBar } from './filter-bar'
import { cleared, isFiltering } from './filters'
import { Grid } from './grid'
import styles from './statement-table.module.css'
import { useTable } from './tables'
import { Toolbar } from './toolbar'

/** The place and year of the table's report, '' for a table of the whole project. */
function useReportName(report: string | null): string | undefined {
  return useLive(
    async (db) => {
      const found = report === null ? undefined : await db.reports.get(report)
      if (!found) return ''
      return (
        [found.place?.short, found.year].filter((part) => part !== undefined && part !== null).join(' ') || found.title
      )
    },
    [report],
  )
}

/** How far the worker is while there is nothing to show yet. */
function Waiting({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const progress = useStore(table.store, (state) => state.progress)
  const percent = progress ? Math.round((100 * progress.done) / Math.max(1, progress.total)) : 0
  const said = t('statementTable.loading', { done: progress?.done ?? 0, total: progress?.total ?? 0 })
  return (
    <div className={styles.waiting} role="status">
      <p>{said}</p>
      <Progress percent={percent} showInfo={false} size="small" aria-label={said} />
    </div>
  )
}

/** How far a search of texts or an export is, above the rows. */
function Searching({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const progress = useStore(table.store, (state) => state.progress)
  if (!progress) return null
  const { what, done, total } = progress
  const words = t(`statementTable.${what === 'searching' ? 'searching' : 'loading'}`, { done, total })
  return (
    <div className={styles.searching} role="status">
      <span className="db-figures">{words}</span>
      <progress max={total} value={done} aria-label={words} />
    </div>
  )
}

function Failed({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const failed = useStore(table.store, (state) => state.failed)
  if (!failed) return null
  return (
    <div className={styles.empty} role="alert">
      <p>{t(failed.key, failed.params)}</p>
      <Button onClick={() => void table.ask()}>{t('statementTable.again')}</Button>
    </div>
  )
}

/** What stands where the rows would be when there are none: why, and what to do. */
function Empty({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const filter = useStore(table.store, (state) => state.filter)
  const all = useStore(table.store, (state) => state.result?.all ?? 0)
  if (all > 0 && isFiltering(filter))
    return (
      <div className={styles.empty}>
        <p>{t('statementTable.empty.filtered')}</p>
        <Button onClick={() => table.filter(cleared(filter))}>{t('statementTable.filter.clear')}</Button>
      </div>
    )
  if (all > 0)
    return (
      <div className={styles.empty}>
        <p>{t('statementTable.empty.minor')}</p>
        <Button onClick={() => table.filter({ mainOnly: false })}>{t('statementTable.empty.showMinor')}</Button>
      </div>
    )
  return (
    <div className={styles.empty}>
      <p>{t(`statementTable.empty.${table.report === null ? 'project' : 'report'}`)}</p>
      {table.report === null && (
        <Button type="primary" onClick={() => runCommand('import.files')}>
          {t('statementTable.empty.import')}
        </Button>
      )}
    </div>
  )
}

function Body({ table, visible, label }: { table: TableController; visible: boolean; label: string }) {
  const total = useStore(table.store, (state) => state.result?.total)
  const failed = useStore(table.store, (state) => state.failed)
  if (failed) return <Failed table={table} />
  if (total === undefined) return <Waiting table={table} />
  return (
    <>
      <Searching table={table} />
      {total === 0 ? <Empty table={table} /> : <Grid table={table} visible={visible} label={label} />}
      <BulkBar table={table} />
    </>
  )
}

/** 数据项表: the statements of one report or of the whole project as a grid. */
export function StatementTableView({ viewKey, visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const report = viewKey === '' ? null : viewKey
  const table = useTable(report, visible)
  const name = useReportName(report)
  const title = name ? t('statementTable.titleOf', { name }) : t('statementTable.title')
  // The table of the project is called as its kind is.
  useEffect(() => {
    if (name) setViewTitle('statement-table', viewKey, title)
  }, [name, viewKey, title])
  useEffect(() => (visible ? registerCommands(tableCommands(session, table)) : undefined), [visible, session, table])
  useEffect(() => {
    if (!visible) return undefined
    return tellInHand('statement-table', () => {
      const row = table.current()?.row
      return row ? [{ type: 'statement', report: row.report, key: row.key }] : []
    })
  }, [visible, table])
  return (
    <div className={styles.view} data-key-scope="statement-table">
      <FilterBar table={table}>
        <Toolbar table={table} />
      </FilterBar>
      <Body table={table} visible={visible} label={title} />
      <KeyHints text={t('statementTable.keys')} />
    </div>
  )
}
