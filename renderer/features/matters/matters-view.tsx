import { Button, type InputRef } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listVentureLinks, useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { registerCommands, runCommand, tellPosition, type ViewProps } from '../../workbench'
import { useDictionary } from '../indicators'
import { BulkBar } from './bulk-bar'
import { mattersCommands } from './commands'
import { isWhole, MattersController } from './controller'
import { MatterEditor } from './editor'
import { isFiltering, NO_FILTER } from './filter'
import { FilterBar } from './filter-bar'
import { MattersGrid } from './grid'
import styles from './matters.module.css'
import { TabBar } from './tab-bar'
import { TABS, tabName } from './tabs'
import { Toolbar } from './toolbar'
import { PairsPanel } from './ventures/pairs-panel'
import { follow, positionIn } from './visit'
import { tableWords } from './words'

/** The tables of a view: made with it, closed with it. */
function useTable(visible: boolean): MattersController {
  const session = useSession()
  const { i18n } = useTranslation()
  const dictionary = useDictionary()
  const words = useMemo(() => tableWords(i18n.language, dictionary), [i18n.language, dictionary])
  const first = useRef(words)
  const table = useMemo(() => new MattersController(session, first.current), [session])
  const links = useLive(listVentureLinks, [])
  useEffect(() => table.show(visible), [table, visible])
  useEffect(() => () => table.close(), [table])
  useEffect(() => {
    if (links) table.setLinks(links)
  }, [table, links])
  useEffect(() => {
    if (words !== table.words) table.setWords(words)
  }, [table, words])
  return table
}

/** What stands where the rows would be when there are none: why, and what to do. */
function Empty({ table }: { table: MattersController }) {
  const { t } = useTranslation()
  const tab = useStore(table.store, (state) => state.tab)
  const filter = useStore(table.store, (state) => state.filter)
  const all = useStore(table.store, (state) => state.all)
  const any = useStore(table.store, ({ known }) => (known?.byReport.size ?? 0) > 0)
  if (isFiltering(filter) && all[tab] > 0)
    return (
      <div className={styles.empty}>
        <p>{t('matters.grid.empty.filtered')}</p>
        <Button onClick={() => table.filter({ ...NO_FILTER, mainOnly: filter.mainOnly })}>
          {t('matters.grid.filter.clear')}
        </Button>
      </div>
    )
  if (any && filter.mainOnly && TABS.every((one) => all[one] === 0))
    return (
      <div className={styles.empty}>
        <p>{t('matters.grid.empty.minor')}</p>
        <Button onClick={() => table.filter({ mainOnly: false })}>{t('matters.grid.empty.showMinor')}</Button>
      </div>
    )
  return (
    <div className={styles.empty}>
      <p>{any ? t('matters.grid.empty.type', { name: t(tabName(tab)) }) : t('matters.grid.empty.none')}</p>
      <Button type="primary" onClick={() => runCommand('view.library')}>
        {t('matters.grid.empty.library')}
      </Button>
    </div>
  )
}

function Body({ table, visible }: { table: MattersController; visible: boolean }) {
  const { t } = useTranslation()
  const failed = useStore(table.store, (state) => state.failed)
  const lines = useStore(table.store, (state) => state.lines.length)
  const shown = useStore(table.pairs.store, (state) => state.shown)
  const pairs = useStore(table.store, ({ tab }) => tab === 'venture') && shown
  const whole = useStore(table.store, (state) => isWhole(state) && state.settled)
  if (failed)
    return (
      <div className={styles.empty} role="alert">
        <p>{t(failed.key, failed.params)}</p>
        <Button onClick={() => table.read()}>{t('matters.grid.again')}</Button>
      </div>
    )
  if (lines > 0)
    return (
      <div className={styles.body}>
        <div className={styles.table} data-matters-table>
          <MattersGrid table={table} visible={visible} />
        </div>
        {pairs && <PairsPanel table={table} visible={visible} />}
      </div>
    )
  return whole ? <Empty table={table} /> : <div className={styles.empty} aria-busy="true" />
}

/** 事项: what reports promise or claim without a plain number, a table for each type. */
export function MattersView({ viewKey, params, visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const table = useTable(visible)
  const tab = useStore(table.store, (state) => state.tab)
  const lines = useStore(table.store, (state) => state.lines.length)
  const box = useRef<InputRef>(null)
  useEffect(() => follow(table, params), [table, params])
  useEffect(() => tellPosition('matters', viewKey, () => positionIn(table)), [table, viewKey])
  useEffect(
    () =>
      visible
        ? registerCommands(mattersCommands(session, table, () => box.current?.focus({ cursor: 'all' })))
        : undefined,
    [visible, session, table],
  )
  return (
    <div className={styles.view} data-key-scope="matters">
      <TabBar table={table} />
      <FilterBar table={table} boxRef={box}>
        <Toolbar table={table} />
      </FilterBar>
      <Body table={table} visible={visible} />
      <BulkBar table={table} />
      <MatterEditor table={table} />
      {lines > 0 && <KeyHints text={t(tab === 'venture' ? 'matters.grid.ventureKeys' : 'matters.grid.keys')} />}
    </div>
  )
}
