import { useDeferredValue, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { listLibrary } from '../../storage'
import { registerCommands, type ViewProps } from '../../workbench'
import { usePaced } from '../import'
import { BulkBar } from './bulk/bulk-bar'
import { selectionCommands } from './commands'
import { EmptyLibrary } from './empty-library'
import { filterBy } from './filter'
import { FilterBar } from './filter-bar'
import { Inspector } from './inspector/inspector'
import styles from './library.module.css'
import { targets, unmark } from './marks'
import { ordered, underMain } from './order'
import { PlaceYearGrid } from './place-year-grid'
import { type LibraryLine, linesOf } from './rows'
import { SourceTable } from './source-table'
import { libraryState, useLibrary } from './state'

/** The lines that are shown: ordered once, then filtered with every letter. */
function useShown(lines: readonly LibraryLine[]): LibraryLine[] {
  const order = useLibrary((state) => state.order)
  const filter = useDeferredValue(useLibrary((state) => state.filter))
  const inOrder = useMemo(() => ordered(lines, order), [lines, order])
  return useMemo(() => underMain(inOrder.filter(filterBy(filter))), [inOrder, filter])
}

/** What the keys are about: the line that they are on, and the marked ones. */
function useChosen(shown: readonly LibraryLine[]) {
  const selected = useLibrary((state) => state.selected)
  const marked = useLibrary((state) => state.marked)
  const current = useMemo(() => shown.find((line) => line.id === selected) ?? null, [shown, selected])
  const chosen = useMemo(() => targets(shown, { selected, marked, anchor: null }), [shown, selected, marked])
  useEffect(
    () => registerCommands(selectionCommands({ current, targets: chosen, ids: shown.map(({ id }) => id) })),
    [current, chosen, shown],
  )
  return { current, chosen, many: marked.size > 0 && chosen.length > 0 }
}

/** 资料库: all sources and reports. */
export function LibraryView({ visible }: ViewProps) {
  const { t } = useTranslation()
  const rows = usePaced(listLibrary, visible)
  const inspecting = useLibrary((state) => state.inspecting)
  const layout = useLibrary((state) => state.layout)
  const lines = useMemo(() => linesOf(rows ?? []), [rows])
  const shown = useShown(lines)
  const { current, chosen, many } = useChosen(shown)

  if (!rows) return <p className={styles.waiting}>{t('library.loading')}</p>
  if (rows.length === 0) return <EmptyLibrary />
  return (
    <div className={styles.library} data-key-scope="library">
      <FilterBar lines={lines} shown={shown.length} />
      <div className={styles.body}>
        {layout === 'table' ? <SourceTable lines={shown} all={lines} /> : <PlaceYearGrid lines={shown} />}
        {inspecting && current && <Inspector line={current} key={current.id} />}
      </div>
      {many && layout === 'table' && <BulkBar lines={chosen} onClear={() => libraryState.setState(unmark)} />}
    </div>
  )
}
