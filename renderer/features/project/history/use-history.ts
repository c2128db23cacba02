import { useEffect, useRef, useState } from 'react'
import type { JournalHead } from '#shared/model/journal'
import { HistoryTree, headsAfter, lastEntry, type ProjectDatabase, useLive, useSession } from '../../../storage'

/** Heads that are read at once. */
const PAGE = 5_000

/** The whole history, without what each step changed. */
export interface History {
  /** Every entry, the first one first. */
  heads: readonly JournalHead[]
  tree: HistoryTree
}

/** Reads heads as they come: an entry never changes, so each is read once. */
class HistoryReader {
  readonly #db: ProjectDatabase
  readonly #heads: JournalHead[] = []
  readonly #tree = new HistoryTree()
  #reading: Promise<History> | null = null

  constructor(db: ProjectDatabase) {
    this.#db = db
  }

  /** The history up to now. */
  read(): Promise<History> {
    const before = this.#reading ?? Promise.resolve(null)
    this.#reading = before.then(() => this.#rest())
    return this.#reading
  }

  async #rest(): Promise<History> {
    for (;;) {
      const heads = await headsAfter(this.#db, this.#tree.last, PAGE)
      for (const head of heads) {
        this.#tree.add(head)
        this.#heads.push(head)
      }
      // A new object tells React that there is more; what is in it only grows.
      if (heads.length < PAGE) return { heads: this.#heads, tree: this.#tree }
    }
  }
}

/** The history as it is now, also of what another window or the importer does; undefined while it is read first. */
export function useHistory(): History | undefined {
  const { db } = useSession()
  const last = useLive(lastEntry, [])
  const reader = useRef<{ db: ProjectDatabase; reader: HistoryReader } | null>(null)
  const [history, setHistory] = useState<History>()
  useEffect(() => {
    if (last === undefined) return
    if (reader.current?.db !== db) reader.current = { db, reader: new HistoryReader(db) }
    let current = true
    void reader.current.reader.read().then((read) => {
      if (current) setHistory(read)
    })
    return () => {
      current = false
    }
  }, [db, last])
  return history
}
