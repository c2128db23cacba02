import type { ComparedText } from '#shared/compare/folded'
import type { SharedPart, SharedSentence, SharedSentences } from '#shared/compare/shared-sentences'
import type { Span } from '#shared/model/anchor'
import type { CompareAnswer } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

interface Options {
  /** Ends the comparison: it is outdated. */
  signal: AbortSignal
  /** Told how far it is, 0 to 1. */
  told: (done: number) => void
  start?: () => WorkerLike
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'parallel' })

/**
 * What two texts share, found in a worker of its own that is ended as soon as it is through or no longer wanted.
 * @returns spans in the whole texts
 * @throws DOMException `AbortError` when `signal` ends it
 * @throws Error when the worker fails
 */
export function compareTexts(a: ComparedText, b: ComparedText, options: Options): Promise<SharedSentences> {
  const { signal, told, start = startWorker } = options
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = start()
    const end = (settle: () => void): void => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
      settle()
    }
    const abort = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort)
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(`parallel worker: ${message}`))))
    worker.addEventListener('message', ({ data }) => {
      const answer = data as CompareAnswer
      if ('done' in answer) told(answer.done)
      else if ('found' in answer) end(() => resolve(shiftAll(answer.found, a.span.start, b.span.start)))
      else end(() => reject(new Error(answer.failed)))
    })
    worker.postMessage({ a: cutOut(a), b: cutOut(b) })
  })
}

/** The span as a text of its own: a source may hold many reports, and a text that goes to a worker is copied. */
function cutOut({ text, span: { start, end }, joins }: ComparedText): ComparedText {
  const inside = joins.filter((join) => join.end > start && join.start < end)
  return {
    text: text.slice(start, end),
    span: { start: 0, end: end - start },
    joins: inside.map((join) => ({ start: Math.max(0, join.start - start), end: Math.min(end, join.end) - start })),
  }
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

function shiftAll(found: { pairs: SharedSentence[]; a: SharedPart; b: SharedPart }, a: number, b: number) {
  const pairs = found.pairs.map((pair) => ({
    ...pair,
    a: shift(pair.a, a),
    b: shift(pair.b, b),
    commonA: pair.commonA.map((span) => shift(span, a)),
    commonB: pair.commonB.map((span) => shift(span, b)),
  }))
  return { ...found, pairs }
}
