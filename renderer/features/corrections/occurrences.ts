import { createStore } from 'zustand/vanilla'
import { type Message, message } from '#shared/model/identity'
import { addCorrections, type NewCorrection, reasonOf, type Session, StoppedError } from '../../storage'
import { notify } from '../../workbench'
import { ScanError, scanClientOf } from '../../workers/scan/client'
import type { ScanHit, ScanProgress } from '../../workers/scan/protocol'

/** A line of the list: the head of a report's places, or one of them. */
export type OccurrenceLine = { type: 'group'; from: number; count: number; label: string } | { type: 'hit'; at: number }

/** What is looked for, what was found, and what of it is to be corrected. */
export interface OccurrencesState {
  misread: string
  replacement: string
  /** What the places that are listed read. */
  searched: string
  phase: 'idle' | 'searching' | 'found' | 'applying'
  progress: ScanProgress
  hits: readonly ScanHit[]
  lines: readonly OccurrenceLine[]
  /** Places that are left as they are, by their numbers. */
  left: ReadonlySet<number>
  truncated: boolean
  failed: Message | null
  /** The line that the keyboard is on. */
  cursor: number
}

const NOTHING: OccurrencesState = {
  misread: '',
  replacement: '',
  searched: '',
  phase: 'idle',
  progress: { done: 0, total: 0 },
  hits: [],
  lines: [],
  left: new Set(),
  truncated: false,
  failed: null,
  cursor: 0,
}

/** The state of the view; one project is open at a time. */
export const occurrences = createStore<OccurrencesState>(() => NOTHING)

let work: AbortController | null = null

/** Heads and places in the order in which they were found. */
export function linesOf(hits: readonly ScanHit[]): OccurrenceLine[] {
  const lines: OccurrenceLine[] = []
  let head: Extract<OccurrenceLine, { type: 'group' }> | null = null
  for (const [at, hit] of hits.entries()) {
    const first = head && hits[head.from]
    if (!head || first?.source !== hit.source || first.report !== hit.report) {
      head = { type: 'group', from: at, count: 0, label: hit.label }
      lines.push(head)
    }
    head.count += 1
    lines.push({ type: 'hit', at })
  }
  return lines
}

/** Ends what is being done: a search keeps what it has found, a correction is not made at all. */
export const stopWork = (): void => work?.abort(new DOMException('stopped', 'AbortError'))

const isStopped = (error: unknown): boolean =>
  error instanceof StoppedError || (error instanceof DOMException && error.name === 'AbortError')

/** Takes other words; what is listed stays until they are looked for. */
export const setWords = (words: Partial<Pick<OccurrencesState, 'misread' | 'replacement'>>): void =>
  occurrences.setState(words)

/** Looks for the misread characters, just as they stand, in all texts. */
export async function search(session: Session): Promise<void> {
  const { misread, phase } = occurrences.getState()
  if (misread === '' || phase === 'applying') return
  stopWork()
  const own = new AbortController()
  work = own
  occurrences.setState({
    ...NOTHING,
    misread,
    replacement: occurrences.getState().replacement,
    searched: misread,
    phase: 'searching',
  })
  const hits: ScanHit[] = []
  const told = (batch: ScanHit[], progress: ScanProgress): void => {
    if (work !== own) return
    hits.push(...batch)
    occurrences.setState({ hits: [...hits], lines: linesOf(hits), progress })
  }
  try {
    const query = { type: 'phrase', pattern: misread, extent: 'hit', sources: null, caseSensitive: true } as const
    const { truncated } = await scanClientOf(session.project.id).scan(
      { ...query, exact: true, everywhere: true },
      told,
      own.signal,
    )
    if (work === own) occurrences.setState({ phase: 'found', truncated })
  } catch (error) {
    if (work !== own) return
    const failed = error instanceof ScanError ? error.reason : reasonOf(error, 'corrections.occurrences.failed')
    occurrences.setState({ phase: 'found', failed: isStopped(error) ? null : failed })
  }
}

/** Takes or leaves places: those of one line, its whole report where it is a head. */
export function toggle(line: OccurrenceLine | undefined): void {
  if (!line) return
  const [from, count] = line.type === 'group' ? [line.from, line.count] : [line.at, 1]
  const places = Array.from({ length: count }, (_, n) => from + n)
  const left = new Set(occurrences.getState().left)
  const take = places.every((at) => left.has(at)) || places.some((at) => left.has(at))
  for (const at of places) {
    if (take) left.delete(at)
    else left.add(at)
  }
  occurrences.setState({ left })
}

/** Takes all places, or none. */
export const takeAll = (take: boolean): void =>
  occurrences.setState(({ hits }) => ({ left: take ? new Set() : new Set(hits.keys()) }))

/** How many places are taken. */
export const takenIn = ({ hits, left }: Pick<OccurrencesState, 'hits' | 'left'>): number => hits.length - left.size

/** True while the taken places can be corrected. */
export const canApply = (state: OccurrencesState): boolean =>
  state.phase === 'found' && takenIn(state) > 0 && state.replacement !== state.searched

/** The taken places that still read as they did when they were found. */
async function standing(session: Session, signal: AbortSignal): Promise<NewCorrection[]> {
  const { hits, left, searched, replacement } = occurrences.getState()
  const taken = hits.filter((_, at) => !left.has(at))
  const made: NewCorrection[] = []
  const texts = new Map<string, string>()
  for (const { source, reading, start, end } of taken) {
    signal.throwIfAborted()
    if (!texts.has(reading)) {
      // One text in memory at a time: the places of a source stand together.
      texts.clear()
      texts.set(reading, (await session.db.texts.get(reading))?.text ?? '')
    }
    const text = texts.get(reading) ?? ''
    const seen = { words: searched, characters: text.length }
    if (text.slice(start, end) === searched) made.push({ source, start, end, replacement, seen })
  }
  return made
}

/** Corrects the taken places in one step, and looks again. */
export async function apply(session: Session): Promise<void> {
  const state = occurrences.getState()
  if (!canApply(state)) return
  const own = new AbortController()
  work = own
  const { signal } = own
  const taken = takenIn(state)
  occurrences.setState({ phase: 'applying', progress: { done: 0, total: 0 } })
  const told = (done: number, total: number): void => occurrences.setState({ progress: { done, total } })
  try {
    const made = await standing(session, signal)
    await addCorrections(session, made, { told, signal })
    notify('success', message('corrections.occurrences.applied', { count: made.length }))
    if (made.length < taken) notify('warning', message('corrections.occurrences.moved', { count: taken - made.length }))
    occurrences.setState({ phase: 'found' })
    await search(session)
  } catch (error) {
    occurrences.setState({ phase: 'found' })
    if (isStopped(error)) notify('info', message('corrections.occurrences.cancelled'))
    else notify('error', reasonOf(error, 'project.write.failed'))
  }
}
