import { useEffect, useState } from 'react'
import { LiveAnnotations, type ProjectDatabase, reasonOf, useSession } from '../../storage'
import { notify } from '../../workbench'

interface Held {
  live: LiveAnnotations
  holders: number
}

/** What is held now, by database and source: two surfaces of one source share its annotations. */
const held = new WeakMap<ProjectDatabase, Map<string, Held>>()

function hold(db: ProjectDatabase, hash: string): Held {
  const sources = held.get(db) ?? new Map<string, Held>()
  held.set(db, sources)
  const known = sources.get(hash)
  if (known) known.holders++
  const one = known ?? { live: new LiveAnnotations(db, hash, failed), holders: 1 }
  sources.set(hash, one)
  return one
}

const failed = (error: unknown): void => void notify('error', reasonOf(error, 'project.write.failed'))

function release(db: ProjectDatabase, hash: string, one: Held): void {
  if (--one.holders > 0) return
  held.get(db)?.delete(hash)
  one.live.stop()
}

/** The annotations of a source, kept in memory while anybody shows them; null in the first render. */
export function useLiveAnnotations(hash: string): LiveAnnotations | null {
  const { db } = useSession()
  const [live, setLive] = useState<LiveAnnotations | null>(null)
  useEffect(() => {
    const one = hold(db, hash)
    setLive(one.live)
    return () => release(db, hash, one)
  }, [db, hash])
  return live
}
