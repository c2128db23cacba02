import type { Span } from '#shared/model/anchor'
import { message } from '#shared/model/identity'
import { ScanError, scanClientOf } from '../../../workers/scan/client'
import { type OpenReader, readerStore, reportInFront } from '../active'
import { findState, setFind } from './find-store'
import { type FindQuery, MOST_HITS, phraseHits } from './phrase-hits'

/** The part of the text that a query is about. */
function withinOf(reader: OpenReader, { inReport }: FindQuery): Span {
  const whole = { start: 0, end: reader.bundle.text.text.length }
  if (!inReport) return whole
  const report = reportIn(reader)
  return report ?? whole
}

function reportIn({ id, bundle }: OpenReader) {
  const state = readerStore.getState()
  const wanted = state.active === id ? reportInFront(state) : bundle.reports[0]?.report.id
  return bundle.reports.find(({ report }) => report.id === wanted)?.report ?? null
}

const otherThingsFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function byPhrase(
  reader: OpenReader,
  query: FindQuery,
  told: (hits: readonly Span[]) => void,
  signal: AbortSignal,
) {
  const hits: Span[] = []
  for (const found of phraseHits(reader.bundle.text.text, query, withinOf(reader, query))) {
    for (const hit of found) hits.push(hit)
    if (hits.length >= MOST_HITS) break
    if (found.length > 0) told([...hits])
    await otherThingsFirst()
    if (signal.aborted) return
  }
  told(hits.slice(0, MOST_HITS))
}

/** On a worker: an expression may take forever, and is then ended. */
async function byExpression(
  reader: OpenReader,
  query: FindQuery,
  told: (hits: readonly Span[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const hits: Span[] = []
  const { start, end } = withinOf(reader, query)
  await scanClientOf(reader.session.project.id).scan(
    {
      type: 'regex',
      pattern: query.phrase,
      extent: 'hit',
      sources: [reader.hash],
      caseSensitive: query.matchCase,
      everywhere: true,
    },
    (batch) => {
      for (const hit of batch) if (start <= hit.start && hit.end <= end) hits.push({ start: hit.start, end: hit.end })
    },
    signal,
  )
  told(hits.sort((a, b) => a.start - b.start).slice(0, MOST_HITS))
}

const running = new Map<string, AbortController>()

/**
 * Looks for what a reader's find asks for and puts the hits there as they come; a search under way is given up.
 * @param arrived called once, when the first hits are there
 */
export async function startSearch(reader: OpenReader, arrived: () => void): Promise<void> {
  const { id } = reader
  running.get(id)?.abort()
  const { query } = findState(id)
  if (query.phrase.trim() === '') {
    setFind(id, { hits: [], current: -1, running: false, error: null })
    return
  }
  const control = new AbortController()
  running.set(id, control)
  setFind(id, { running: true, error: null })
  let first = true
  const told = (hits: readonly Span[]) => {
    if (control.signal.aborted) return
    setFind(id, { hits, ...(first ? { current: -1 } : {}) })
    if (first && hits.length > 0) {
      first = false
      arrived()
    }
  }
  try {
    await (query.regex ? byExpression : byPhrase)(reader, query, told, control.signal)
    if (!control.signal.aborted) setFind(id, { running: false })
  } catch (error) {
    if (control.signal.aborted) return
    const reason = error instanceof ScanError ? error.reason : null
    setFind(id, { hits: [], current: -1, running: false, error: reason ?? message('reader.find.failed') })
    if (!reason) throw error
  }
}
