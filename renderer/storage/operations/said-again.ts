import { sameValue } from '../equal'

/** What every record of the user's says of its making. */
interface Made {
  author: string
  updatedAt: string
}

/** Whether a record says what it said before, whoever says it again and when: then nothing is written. */
export const isSaidAgain = <T extends Made>(before: T | undefined, after: T): before is T =>
  before !== undefined && sameValue({ ...after, author: before.author, updatedAt: before.updatedAt }, before)
