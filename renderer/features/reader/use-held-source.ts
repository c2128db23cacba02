import { useEffect, useState, useSyncExternalStore } from 'react'
import { type LiveValue, useSession } from '../../storage'
import { type Going, type HeldSource, sourceOf } from './held-source'

/**
 * What a source is shown with, held while the component stands; null for a moment when it is another source's turn.
 * @param going where in it the component goes first; to where it was left without it
 */
export function useHeldSource(hash: string, going?: Going): HeldSource | null {
  const session = useSession()
  // Asked for while rendering: what was read ahead is shown at once, not in a second round.
  const [source, setSource] = useState(() => sourceOf(session, hash, going))
  useEffect(() => {
    const own = sourceOf(session, hash)
    setSource(own)
    return own.hold()
  }, [session, hash])
  return source.hash === hash && source.db === session.db ? source : null
}

const nothing = (): (() => void) => () => undefined

/** The latest result of a live value in React; undefined until there is one. */
export const useLiveValue = <T>(live: LiveValue<T> | undefined): T | undefined =>
  useSyncExternalStore(live?.subscribe ?? nothing, () => live?.value())
