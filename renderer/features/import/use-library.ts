import { useCallback, useSyncExternalStore } from 'react'
import { type KnownLibrary, libraryKeeperOf, useSession } from '../../storage'
import { useImporting } from './runs'

/** While an import runs, what it has written is read no sooner than this after the last time, in milliseconds. */
const PACE = 2000

/** Reads it again while somebody sees it. */
function useSubscribe(keeper: ReturnType<typeof libraryKeeperOf>, wanted: boolean) {
  const importing = useImporting()
  return useCallback(
    (changed: () => void) => (wanted ? keeper.subscribe(changed, importing ? PACE : 0) : () => undefined),
    [keeper, importing, wanted],
  )
}

/**
 * What is in the library, drawn again whenever something in it has changed, whoever writes; while an import runs, at a
 * calmer pace.
 * @param wanted false while nobody sees it: it is read again when somebody does
 * @returns undefined until the first rows are read
 * @throws what keeps them from being read: only for what a boundary stands around
 */
export function useLibraryRows(wanted = true): KnownLibrary | undefined {
  const keeper = libraryKeeperOf(useSession().db)
  return useSyncExternalStore(useSubscribe(keeper, wanted), keeper.snapshot)
}

/** The same where a failure is not shown, as in the status bar: undefined then, too. */
export function useKnownLibrary(): KnownLibrary | undefined {
  const keeper = libraryKeeperOf(useSession().db)
  return useSyncExternalStore(useSubscribe(keeper, true), keeper.known)
}
