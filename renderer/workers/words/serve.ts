import { openDatabase, type ProjectDatabase } from '../../storage/scan-worker'
import { answerTo } from './answer'
import { CountedReports } from './counts'
import type { WordsReply, WordsRequest } from './protocol'
import { GivenUp } from './texts'

/** The side of a channel that the worker holds. */
export interface WordsChannel {
  postMessage(message: WordsReply): void
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Lets what was posted meanwhile be taken: a question that is outdated is given up there. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done))

/**
 * Answers questions about the words of reports over a channel, one database at a time.
 * @returns the function that takes a request, and the one that ends all
 */
export function serve(channel: WordsChannel): { take: (request: WordsRequest) => Promise<void>; end: () => void } {
  let opened: { project: string; db: Promise<ProjectDatabase>; counted: CountedReports } | null = null
  const running = new Set<number>()
  const open = async (project: string) => {
    if (opened?.project !== project) opened = { project, db: openDatabase(project), counted: new CountedReports() }
    const { db, counted } = opened
    try {
      return { db: await db, counted }
    } catch (error) {
      // The next question tries again.
      opened = null
      throw error
    }
  }
  const take = async (request: WordsRequest): Promise<void> => {
    const { id } = request
    if (request.type === 'cancel') return void running.delete(id)
    running.add(id)
    try {
      await pause()
      const telling = {
        progress: (done: number, total: number) => channel.postMessage({ id, told: 'progress', done, total }),
        going: () => running.has(id),
      }
      if (!telling.going()) throw new GivenUp()
      const answer = await answerTo(request.question, { ...(await open(request.project)), telling })
      channel.postMessage({ id, told: 'answer', answer })
    } catch (error) {
      if (error instanceof GivenUp) channel.postMessage({ id, told: 'cancelled' })
      else channel.postMessage({ id, told: 'failed', reason: reasonOf(error) })
    } finally {
      running.delete(id)
    }
  }
  return { take, end: () => void opened?.db.then((db) => db.close()) }
}
