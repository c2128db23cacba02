import { useEffect, useRef, useState } from 'react'
import { type ProjectDatabase, useLive, useSession } from '../../storage'
import { useImporting } from './runs'

/** While an import runs a query is read again no sooner than this, in milliseconds. */
const PACE = 1000

/** And takes no more than this part of the time, so that it does not hold the import up. */
const SHARE = 100

/**
 * A live query that keeps its pace: an import writes many times a second, and each of its writes would read the whole
 * library again.
 * @param query must be the same function each time
 * @param wanted false while nobody sees the result: it is read again when somebody does
 */
export function usePaced<T>(query: (db: ProjectDatabase) => Promise<T>, wanted = true): T | undefined {
  const { db } = useSession()
  const importing = useImporting()
  // A query that reads nothing is never run again.
  const live = useLive<{ value: T } | null>(
    async (from) => (importing || !wanted ? null : { value: await query(from) }),
    [importing, query, wanted],
  )
  const [paced, setPaced] = useState<{ value: T } | null>(null)
  const last = useRef<{ value: T } | null>(null)
  useEffect(() => {
    if (!importing || !wanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    const read = async () => {
      const from = performance.now()
      const value = await query(db)
      if (!current) return
      setPaced({ value })
      timer = setTimeout(read, Math.max(PACE, SHARE * (performance.now() - from)))
    }
    void read()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [importing, db, query, wanted])
  last.current = (importing ? paced : live) ?? last.current
  return last.current?.value
}
