import type { EditorView } from '@codemirror/view'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { LiveAnnotations, ReviewMatter, ReviewStatement, Session, SourceBundle } from '../../storage'

/**
 * A reader that is open: its surface and what it shows. Replaced as a whole when any of it changes but the annotations:
 * those change with every mark, and who shows them listens to them alone (`useAnnotations`).
 */
export interface OpenReader {
  /** Names this surface: two may show the same source. The tab of a source has its hash. */
  id: string
  /** The source that it shows. */
  hash: string
  view: EditorView
  session: Session
  bundle: SourceBundle
  /** Its annotations, kept up to date. */
  live: LiveAnnotations
  /** Those of `live` at this moment, in the order of the text. */
  readonly annotations: readonly Annotation[]
  codes: readonly Code[]
  statements: readonly ReviewStatement[]
  /** In the order of the text. */
  matters: readonly ReviewMatter[]
}

/** What stands above the text for a moment, beside the passage it is about. */
export type Popup =
  | { type: 'card'; annotation: string }
  | { type: 'picker'; span: Span | null; annotation: string | null; key: number | null }
  | { type: 'memo'; span: Span | null; annotation: string | null }
  /** All that lies at a place, `at` the index of what is current. */
  | { type: 'here'; offset: number; at: number }

/** Names a statement or a matter among all. */
export interface InReport {
  report: string
  key: string
}

interface ReaderState {
  /** By their ids. */
  readers: ReadonlyMap<string, OpenReader>
  /** The surfaces whose text has been seen: what stands around a text is not drawn before it. */
  painted: ReadonlySet<EditorView>
  /** Id of the reader in front. */
  active: string | null
  /** Report of the reader in front that was last gone to, or into which the caret moved last. */
  report: string | null
  /** Offset of the first line in view, of the reader in front. */
  top: number
  /** The current statement; where there is one, no matter is current. */
  statement: InReport | null
  /** The current matter. */
  matter: InReport | null
  popup: Popup | null
  /** The annotation that is getting a new span. */
  respanning: string | null
  /** The code applied last. */
  lastCode: string | null
  /** Codes that were applied, the last first. */
  recent: readonly string[]
}

/** The state of all readers. */
export const readerStore = createStore<ReaderState>(() => ({
  readers: new Map(),
  painted: new Set(),
  active: null,
  report: null,
  top: 0,
  statement: null,
  matter: null,
  popup: null,
  respanning: null,
  lastCode: null,
  recent: [],
}))

/** The state of all readers in React. */
export const useReaders = <T>(select: (state: ReaderState) => T): T => useStore(readerStore, select)

const activeOf = (state: ReaderState): OpenReader | null =>
  (state.active !== null && state.readers.get(state.active)) || null

/** The reader in front, null where none is open. */
export const activeReader = (): OpenReader | null => activeOf(readerStore.getState())

const seenOf = (state: ReaderState): OpenReader | null => {
  const reader = activeOf(state)
  return reader && state.painted.has(reader.view) ? reader : null
}

/** The reader in front in React, for what stands beside its text: null until that has been painted. */
export const useActiveReader = (): OpenReader | null => useReaders(seenOf)

/** Notes that the text of a surface has been painted. */
export const notePainted = (view: EditorView): void =>
  readerStore.setState(({ painted }) => (painted.has(view) ? {} : { painted: new Set(painted).add(view) }))

const NONE: readonly Annotation[] = []

/** An open reader of its parts. */
export const openReader = (parts: Omit<OpenReader, 'annotations'>): OpenReader => ({
  ...parts,
  get annotations() {
    return parts.live.list ?? NONE
  },
})

/** Puts an open reader's present state into the store; the first one comes to the front. */
export function putReader(reader: OpenReader): void {
  readerStore.setState((state) => ({
    readers: new Map(state.readers).set(reader.id, reader),
    active: state.active ?? reader.id,
  }))
}

/** Takes a closed reader out; another open one comes to the front. */
export function dropReader(id: string, view: EditorView): void {
  readerStore.setState((state) => {
    if (state.readers.get(id)?.view !== view) return {}
    const readers = new Map(state.readers)
    readers.delete(id)
    const painted = new Set(state.painted)
    painted.delete(view)
    if (state.active !== id) return { readers, painted }
    const next = [...readers.keys()].at(-1) ?? null
    return {
      readers,
      painted,
      active: next,
      report: null,
      statement: null,
      matter: null,
      popup: null,
      respanning: null,
    }
  })
}

/** Brings a reader to the front: it is the one that commands, outline and review work on. */
export function bringToFront(id: string): void {
  if (readerStore.getState().active === id) return
  readerStore.setState({ active: id, report: null, statement: null, matter: null, popup: null, respanning: null })
}

/** The report that the reader in front is about: the one noted, else the first of the source. */
export function reportInFront(state: ReaderState): string | null {
  const reports = activeOf(state)?.bundle.reports ?? []
  return (reports.find(({ report }) => report.id === state.report) ?? reports[0])?.report.id ?? null
}

/** Shows or closes the popup. */
export const showPopup = (popup: Popup | null): void => readerStore.setState({ popup })

/** Makes a statement or a matter the current one: what was current no longer is. */
export const makeCurrent = (type: 'statement' | 'matter', name: InReport | null): void =>
  readerStore.setState(type === 'statement' ? { statement: name, matter: null } : { statement: null, matter: name })

/** What the review is at: a statement or a matter. */
export const currentName = ({ statement, matter }: ReaderState): InReport | null => statement ?? matter
