import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type KnownLibrary, useAnnotationCounts } from '../../storage'
import { registerCommands, tellInHand, type ViewProps } from '../../workbench'
import { useLibraryRows } from '../import'
import { BulkBar } from './bulk/bulk-bar'
import { carriedOf } from './carried'
import { selectionCommands } from './commands'
import { EmptyLibrary } from './empty-library'
import { FilterBar } from './filter-bar'
import { Inspector } from './inspector/inspector'
import styles from './library.module.css'
import { targets, unmark } from './marks'
import { Narrowing } from './narrow'
import { ordered, underMain } from './order'
import { PlaceYearGrid } from './place-year-grid'
import { type LibraryLine, linesOf } from './rows'
import { SourceTable } from './source-table'
import { libraryState, useLibrary } from './state'

const NONE: readonly LibraryLine[] = []

const lineWith = (lines: readonly LibraryLine[], id: string | null): LibraryLine | null =>
  id === null ? null : (lines.find((line) => line.id === id) ?? null)

/** The lines that are shown: ordered once, then filtered with every letter, among those that the last one has left. */
function useShown(lines: readonly LibraryLine[]): readonly LibraryLine[] {
  const order = useLibrary((state) => state.order)
  const filter = useDeferredValue(useLibrary((state) => state.filter))
  const inOrder = useMemo(() => ordered(lines, order), [lines, order])
  const [narrowing] = useState(() => new Narrowing())
  const passed = useMemo(() => narrowing.of(inOrder, filter), [narrowing, inOrder, filter])
  return useMemo(() => underMain(passed), [passed])
}

/** What the keys are about: the line that they are on, and the marked ones. */
function useChosen(shown: readonly LibraryLine[], whole: boolean) {
  const selected = useLibrary((state) => state.selected)
  const marked = useLibrary((state) => state.marked)
  const current = useMemo(() => lineWith(shown, selected), [shown, selected])
  const chosen = useMemo(() => {
    const some = marked.size > 0 ? targets(shown, { selected, marked, anchor: null }) : []
    return some.length > 0 ? some : current ? [current] : NONE
  }, [shown, selected, marked, current])
  const latest = useRef(shown)
  latest.current = shown
  const any = shown.length > 0
  // The commands are made again for what is chosen, not for each line that comes and goes.
  useEffect(
    () => registerCommands(selectionCommands({ current, targets: chosen, lines: () => latest.current, any, whole })),
    [current, chosen, any, whole],
  )
  useEffect(() => tellInHand('library', () => carriedOf(chosen)), [chosen])
  return { current, chosen, many: marked.size > 0 && chosen.length > 0 }
}

interface ContentsProps {
  library: KnownLibrary | undefined
  lines: readonly LibraryLine[]
}

/** The lines in order, filtered, and what is done with them. */
const Contents = memo(function Contents({ library, lines }: ContentsProps) {
  const { t } = useTranslation()
  const inspecting = useLibrary((state) => state.inspecting)
  const layout = useLibrary((state) => state.layout)
  const shown = useShown(lines)
  const { current, chosen, many } = useChosen(shown, library?.whole ?? false)

  if (!library) return <p className={styles.waiting}>{t('library.loading')}</p>
  if (library.rows.length === 0) return <EmptyLibrary />
  // What is missing from a part is not missing from the whole.
  const reading = !library.whole && (layout === 'grid' || shown.length === 0)
  return (
    <div className={styles.library} data-key-scope="library">
      <FilterBar lines={lines} shown={shown.length} whole={library.whole} />
      <div className={styles.body}>
        {reading && <p className={styles.waiting}>{t('library.loading')}</p>}
        {!reading && layout === 'table' && <SourceTable lines={shown} all={lines} />}
        {!reading && layout === 'grid' && <PlaceYearGrid lines={shown} />}
        {inspecting && current && <Inspector line={current} key={current.id} />}
      </div>
      {many && layout === 'table' && <BulkBar lines={chosen} onClear={() => libraryState.setState(unmark)} />}
    </div>
  )
})

/**
 * 资料库: all sources and reports. Lines are made here and put in order within: React draws what is deferred one
 * component after the other and lets the window answer between them, for each takes tens of milliseconds for thousands.
 */
export function LibraryView({ visible }: ViewProps) {
  const library = useDeferredValue(useLibraryRows(visible))
  const annotations = useAnnotationCounts(visible)
  const lines = useMemo(() => linesOf(library?.rows ?? [], annotations), [library, annotations])
  return <Contents library={library} lines={lines} />
}
