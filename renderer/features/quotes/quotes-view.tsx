import { Button, type InputRef } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { listCodes, useLive, useSession } from '../../storage'
import { KeyHints } from '../../ui/key-hints'
import { registerCommands, runCommand, type ViewProps } from '../../workbench'
import { BulkBar } from './bulk-bar'
import { CodePicker } from './code-picker'
import { quotesCommands } from './commands'
import { QuotesController } from './controller'
import { NO_FILTER } from './filter'
import { FilterBar } from './filter-bar'
import { QuotesGrid } from './grid'
import styles from './quotes.module.css'
import { Toolbar } from './toolbar'
import { follow } from './visit'

/** The list of a view: made with it, closed with it. */
function useList(visible: boolean): QuotesController {
  const session = useSession()
  const list = useMemo(() => new QuotesController(session), [session])
  const codes = useLive(listCodes, [])
  useEffect(() => list.show(visible), [list, visible])
  useEffect(() => () => list.close(), [list])
  useEffect(() => {
    if (codes) list.setCodes(codes)
  }, [list, codes])
  return list
}

/** What stands where the rows would be when there are none: why, and what to do. */
function Empty({ list }: { list: QuotesController }) {
  const { t } = useTranslation()
  const all = useStore(list.store, ({ known }) => known?.quotes.length ?? 0)
  if (all > 0)
    return (
      <div className={styles.empty}>
        <p>{t('quotes.empty.filtered')}</p>
        <Button onClick={() => list.filter(NO_FILTER)}>{t('quotes.filter.clear')}</Button>
      </div>
    )
  return (
    <div className={styles.empty}>
      <p>{t('quotes.empty.none')}</p>
      <Button type="primary" onClick={() => runCommand('view.library')}>
        {t('quotes.empty.library')}
      </Button>
    </div>
  )
}

function Body({ list, visible }: { list: QuotesController; visible: boolean }) {
  const { t } = useTranslation()
  const failed = useStore(list.store, (state) => state.failed)
  const rows = useStore(list.store, (state) => state.entries.length)
  const whole = useStore(list.store, ({ known }) => known !== null && known.state !== 'reading')
  if (failed)
    return (
      <div className={styles.empty} role="alert">
        <p>{t(failed.key, failed.params)}</p>
        <Button onClick={() => list.read()}>{t('quotes.again')}</Button>
      </div>
    )
  if (rows > 0) return <QuotesGrid list={list} visible={visible} />
  return whole ? <Empty list={list} /> : <div className={styles.empty} aria-busy="true" />
}

/** 摘录表: every coded passage of the project as a flat table. */
export function QuotesView({ params, visible }: ViewProps) {
  const { t } = useTranslation()
  const session = useSession()
  const list = useList(visible)
  const box = useRef<InputRef>(null)
  useEffect(() => follow(list, params), [list, params])
  useEffect(
    () =>
      visible
        ? registerCommands(quotesCommands(session, list, () => box.current?.focus({ cursor: 'all' })))
        : undefined,
    [visible, session, list],
  )
  return (
    <div className={styles.view} data-key-scope="quotes">
      <FilterBar list={list} boxRef={box}>
        <Toolbar list={list} />
      </FilterBar>
      <Body list={list} visible={visible} />
      <BulkBar list={list} />
      <CodePicker list={list} />
      <KeyHints text={t('quotes.keys')} />
    </div>
  )
}
