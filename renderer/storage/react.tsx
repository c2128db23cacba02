import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useContext } from 'react'
import type { ProjectDatabase } from './database'
import type { Session } from './session'

const SessionContext = createContext<Session | null>(null)

/** Gives the open project to everything inside. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/**
 * The open project.
 * @throws Error outside a `SessionProvider`
 */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside a SessionProvider')
  return session
}

/**
 * A query over the open project that is run again whenever what it read has changed, in whatever window.
 * @param deps what the query closes over
 * @returns the result, undefined while the first run is under way
 */
export function useLive<T>(query: (db: ProjectDatabase) => Promise<T>, deps: unknown[]): T | undefined {
  const { db } = useSession()
  return useLiveQuery(() => query(db), [db, ...deps])
}
