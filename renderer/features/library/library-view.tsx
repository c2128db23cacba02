import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { listLibrary } from '../../storage'
import { registerCommands, type ViewProps } from '../../workbench'
import { usePaced } from '../import'
import { selectionCommands } from './commands'
import { EmptyLibrary } from './empty-library'
import { FilterBar } from './filter-bar'
import { HideDialog } from './hide-dialog'
import { Inspector } from './inspector'
import styles from './library.module.css'
import { PlaceYearGrid } from './place-year-grid'
import { linesOf, ordered, passes } from './rows'
import { SourceTable } from './source-table'
import { useLibrary } from './state'

/** 资料库: all sources and reports. */
export function LibraryView(_props: ViewProps) {
  const { t } = useTranslation()
  const rows = usePaced(listLibrary)
  const filter = useLibrary((state) => state.filter)
  const order = useLibrary((state) => state.order)
  const inspecting = useLibrary((state) => state.inspecting)
  const selected = useLibrary((state) => state.selected)
  const layout = useLibrary((state) => state.layout)
  const lines = useMemo(() => linesOf(rows ?? []), [rows])
  const shown = useMemo(() => ordered(lines, order).filter((line) => passes(line, filter)), [lines, order, filter])
  const current = shown.find((line) => line.id === selected) ?? null
  useEffect(() => registerCommands(selectionCommands(current)), [current])

  if (!rows) return <p className={styles.waiting}>{t('library.loading')}</p>
  if (rows.length === 0) return <EmptyLibrary />
  return (
    <div className={styles.library} data-key-scope="library">
      <FilterBar lines={lines} shown={shown.length} />
      <div className={styles.body}>
        {layout === 'table' ? <SourceTable lines={shown} /> : <PlaceYearGrid lines={shown} />}
        {inspecting && current && <Inspector line={current} key={current.id} />}
      </div>
      <HideDialog lines={lines} />
    </div>
  )
}
