import type { ProjectDatabase } from './database'
import { type HistoryMove, HistoryTree } from './history-tree'
import { within } from './within'

/** Heads that are read at once. */
const PAGE = 2_000

/** Changes, and moves, that are made in one transaction: more would keep the window busy, and a stop waiting. */
const BATCH = { changes: 200, moves: 25 }

/** How far a walk through the history is, in steps. */
export interface WalkProgress {
  done: number
  total: number
}

/** What became of a walk: how many steps were taken back or brought again, and whether the point was reached. */
export interface WalkOutcome {
  steps: number
  reached: boolean
}

/** The tree of a project's history, read from the heads as far as it is needed. An entry never changes. */
export class HistoryIndex {
  readonly #db: ProjectDatabase
  readonly #tree = new HistoryTree()
  readonly #counts: number[] = [0]

  constructor(db: ProjectDatabase) {
    this.#db = db
  }

  /** Takes in what was written since; to be called before a transaction for the many, and in it for the last few. */
  async read(): Promise<HistoryTree> {
    for (;;) {
      const heads = await this.#db.journalHeads.where('sequence').above(this.#tree.last).limit(PAGE).toArray()
      for (const head of heads) {
        // Two readings may be under way at once.
        if (head.sequence <= this.#tree.last) continue
        this.#tree.add(head)
        this.#counts.push(head.count)
      }
      if (heads.length < PAGE) return this.#tree
    }
  }

  /**
   * Inside a transaction: the next moves to the point after an entry, and how many there are to it.
   * @param most no more moves than this
   */
  async next(sequence: number, most: number): Promise<{ moves: HistoryMove[]; left: number }> {
    const tree = await within(this.read())
    const path = tree.path(tree.last, sequence)
    let changes = 0
    const end = path.findIndex(({ step }) => {
      changes += this.#counts[step] ?? 0
      return changes > BATCH.changes
    })
    const size = Math.max(1, end < 0 ? path.length : end)
    return { moves: path.slice(0, Math.min(size, most, BATCH.moves)), left: path.length }
  }
}
