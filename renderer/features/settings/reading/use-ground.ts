import { useSyncExternalStore } from 'react'
import type { Settings } from '#shared/ipc/settings'
import { usePreferences } from '../../../bridge'
import { groundOf } from './reading-type'

const QUERY = '(prefers-contrast: more)'

function follow(changed: () => void): () => void {
  const query = matchMedia(QUERY)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The ground of the reading text as React state, the value of `data-ground`; null for that of the window. */
export function useGround(): Settings['readingGround'] | null {
  const chosen = usePreferences((state) => state.settings.readingGround)
  const more = useSyncExternalStore(follow, () => matchMedia(QUERY).matches)
  return groundOf(chosen, more)
}
