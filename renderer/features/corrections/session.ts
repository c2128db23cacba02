import type { Session } from '../../storage'

let opened: Session | null = null

/** The session of the view that corrects everywhere; null while it is not open. */
export const openedSession = (): Session | null => opened

/** Notes the session of an open view; returns the function that forgets it. */
export function noteSession(session: Session): () => void {
  opened = session
  return () => {
    if (opened === session) opened = null
  }
}
