import { openDatabase, reasonOf, watchHeldTexts } from '../../storage/search-worker'
import { Facts } from './facts'
import { fingerprintOf } from './fingerprint'
import type { Hits, PlacedHit } from './hits'
import { linesOf, reportsOf } from './lines'
import { type Matters, matterOf } from './matter'
import { firstReports, orderOf, type PlaceOf } from './order'
import { packCounts } from './packed-counts'
import type {
  PackedFound,
  SearchFound,
  SearchLine,
  SearchQuestion,
  SearchReply,
  SearchRequest,
  TrackQuestion,
} from './protocol'
import { HIT_LIMIT, queryOf, search, type Telling } from './search'
import { KeptSections } from './sections'
import { HeldTexts } from './texts'
import { track } from './track'

/** The side of a channel that the worker holds. */
export interface SearchChannel {
  /** @param transfer buffers that go over without a copy */
  postMessage(message: SearchReply, transfer?: Transferable[]): void
}

/** What was asked meanwhile is heard so often, in milliseconds. */
const BREATH = 40
/**
 * Counts on the way are told so often at most, in milliseconds, and not before that: every place and year is drawn for
 * them, and most searches are done by then.
 */
const COUNTS = 250
/** Reports whose sections are read ahead: most searches have their first hundred lines in fewer. */
const AHEAD = 300

/** Lets what was posted meanwhile be taken. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done))

/** A project whose texts are held. */
interface Opened extends Matters {
  sections: KeptSections
  unwatch: () => void
}

/** A search that was answered. */
interface Answered {
  hits: Hits
  placeOf: PlaceOf
  sections: KeptSections
  /** Reports that the next search is likely to begin with, where this one had to read some; once they are read: none. */
  ahead: readonly string[]
}

/** Hits in the order asked for, `to` exclusive, as far as there are any. */
function hitsFrom({ hits, placeOf }: Pick<Answered, 'hits' | 'placeOf'>, from: number, to: number): PlacedHit[] {
  const count = Math.max(0, Math.min(to, hits.spans.length) - from)
  return Array.from({ length: count }, (_, at) => hits.at(placeOf(from + at))).filter((hit) => hit !== null)
}

/** The first lines where nothing must be read for them; else null. */
function linesAtHand(answered: Answered, first: number): SearchLine[] | null {
  const hits = hitsFrom(answered, 0, first)
  const sections = answered.sections.known(reportsOf(hits))
  return sections && linesOf(hits, sections)
}

const packedFound = (found: SearchFound): PackedFound => ({ ...found, counts: packCounts(found.counts) })

async function changed(opened: Promise<Opened>, sources: readonly string[] | null): Promise<void> {
  const { texts, facts, sections } = await opened
  texts.changed(sources)
  facts.forget()
  sections.forget()
}

async function open(project: string): Promise<Opened> {
  const db = await openDatabase(project)
  const [texts, facts, sections] = [new HeldTexts(db), new Facts(db), new KeptSections(db)]
  const unwatch = watchHeldTexts(db, (change) => {
    texts.heard(change)
    facts.heard(change)
    sections.heard(change)
  })
  return { db, texts, facts, sections, unwatch }
}

/**
 * Answers requests over a channel, one project at a time and one search at a time.
 * @param limit so many hits of a search are kept at most
 * @returns the function that takes a request, and the one that ends all
 */
export function serve(
  channel: SearchChannel,
  limit = HIT_LIMIT,
): { take: (request: SearchRequest) => Promise<void>; end: () => void } {
  let opened: { project: string; whole: Promise<Opened> } | null = null
  let last: Promise<void> = Promise.resolve()
  const wanted = new Set<number>()
  const answered = new Map<number, Answered>()

  const close = (): void => {
    void opened?.whole.then(
      ({ db, unwatch }) => {
        unwatch()
        db.close()
      },
      () => undefined,
    )
    opened = null
    answered.clear()
  }
  const project = async (id: string): Promise<Opened> => {
    if (opened?.project !== id) {
      close()
      opened = { project: id, whole: open(id) }
    }
    try {
      return await opened.whole
    } catch (error) {
      // The next question tries again.
      opened = null
      throw error
    }
  }
  const telling = (id: number): Telling => {
    let heard = performance.now()
    let counted = heard
    return {
      due: () => performance.now() - heard >= BREATH,
      pause: async (done, total, found) => {
        channel.postMessage({ id, told: 'progress', step: 'searching', done, total })
        const now = performance.now()
        if (found && now - counted >= COUNTS) {
          counted = now
          const packed = packedFound(found())
          channel.postMessage({ id, told: 'found', found: packed, whole: false }, [packed.counts.numbers.buffer])
        }
        await breathe()
        heard = performance.now()
        return wanted.has(id)
      },
      at: (name) => channel.postMessage({ id, told: 'at', name }),
    }
  }
  const filling = (id: number) => ({
    progress: (done: number, total: number) =>
      channel.postMessage({ id, told: 'progress', step: 'filling', done, total }),
    going: () => wanted.has(id),
  })
  const answer = async (id: number, of: string, question: SearchQuestion, first: number): Promise<void> => {
    // Nothing is read for what is no query.
    queryOf(question.query)
    const { db, texts, facts, sections } = await project(of)
    const matter = await matterOf({ db, texts, facts }, question, filling(id))
    const searched = matter && (await search(matter.texts, question, matter.scope, telling(id), limit))
    if (!searched || !wanted.has(id)) return
    const { hits } = searched
    const placeOf = orderOf(hits, question.order)
    const whole: Answered = { hits, placeOf, sections, ahead: [] }
    answered.set(id, whole)
    const found = packedFound({ ...searched.found, fingerprint: fingerprintOf(hits, placeOf) })
    const reply: SearchReply = { id, told: 'found', found, whole: true, first: linesAtHand(whole, first) }
    channel.postMessage(reply, [found.counts.numbers.buffer])
    if (reply.first) return
    const reports = matter.texts.flatMap((held) => held.reports).filter(matter.scope.wanted)
    whole.ahead = firstReports(reports, question.order, AHEAD)
  }
  const tracking = async (id: number, of: string, question: TrackQuestion): Promise<void> => {
    const { db, texts, facts } = await project(of)
    const matter = await matterOf({ db, texts, facts }, { over: 'texts', filters: question.filters }, filling(id))
    if (!matter) return
    const { due, pause } = telling(id)
    const tracked = await track(matter.texts, question, matter.scope, { due, pause })
    if (!tracked || !wanted.has(id)) return
    const { froms, spans } = tracked.at
    channel.postMessage({ id, told: 'tracked', ...tracked }, [froms.buffer, spans.buffer])
  }
  const lines = async (id: number, of: number, from: number, to: number): Promise<void> => {
    const known = answered.get(of)
    if (!known) return channel.postMessage({ id, told: 'released' })
    const hits = hitsFrom(known, from, to)
    const found = linesOf(hits, await known.sections.load(reportsOf(hits)))
    channel.postMessage({ id, told: 'lines', lines: found })
    if (from > 0) return
    const { ahead } = known
    known.ahead = []
    // Whoever asks for these lines is told what fails then.
    known.sections.readAhead(ahead, () => wanted.size === 0).catch(() => undefined)
  }
  /** Does what is asked when its turn comes; whoever waits is told how it ended. */
  const run = (id: number, work: () => Promise<void>): Promise<void> => {
    wanted.add(id)
    const turn = async (): Promise<void> => {
      try {
        // What was given up while it waited for its turn is not begun.
        await breathe()
        if (wanted.has(id)) await work()
        if (!wanted.has(id)) channel.postMessage({ id, told: 'released' })
      } catch (error) {
        channel.postMessage({ id, told: 'failed', reason: reasonOf(error, 'search.failed') })
      } finally {
        wanted.delete(id)
      }
    }
    last = last.then(turn)
    return last
  }
  const take = async (request: SearchRequest): Promise<void> => {
    if (request.type === 'search') {
      const { id, question, first } = request
      await run(id, () => answer(id, request.project, question, first))
    } else if (request.type === 'track') {
      const { id, question } = request
      await run(id, () => tracking(id, request.project, question))
    } else if (request.type === 'lines') {
      const { id, of, from, to } = request
      try {
        await lines(id, of, from, to)
      } catch (error) {
        channel.postMessage({ id, told: 'failed', reason: reasonOf(error, 'search.failed') })
      }
    } else if (request.type === 'changed') {
      if (opened?.project === request.project) await changed(opened.whole, request.sources)
    } else if (request.type === 'release') {
      wanted.delete(request.id)
      answered.delete(request.id)
    }
  }
  return { take, end: close }
}
