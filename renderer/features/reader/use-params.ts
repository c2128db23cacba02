import type { EditorView } from '@codemirror/view'
import { useCallback, useEffect, useRef } from 'react'
import type { ReadingPosition } from '#shared/model/reading-position'
import { type SourceBundle, useSession } from '../../storage'
import { takeAsked, type ViewParams } from '../../workbench'
import { bringToFront, makeCurrent, readerStore } from './active'
import { goToPlace, type Place, spanPlace, topPlace } from './editor/target'
import { positionOf } from './places/positions'

/** What the parameters of a reader ask for; offsets are UTF-16 code units of the text. */
export interface ReaderParams {
  report: string | null
  start: number | null
  end: number | null
  statement: string | null
  matter: string | null
  /** Where the caret goes while the view goes to `start`. */
  caret: number | null
}

/** Reads the parameters of a view; what has the wrong type counts as not given. */
export function readParams(params: ViewParams): ReaderParams {
  const text = (value: ViewParams[string] | undefined) => (typeof value === 'string' && value !== '' ? value : null)
  const offset = (value: ViewParams[string] | undefined) =>
    Number.isInteger(value) && Number(value) >= 0 ? Number(value) : null
  return {
    report: text(params.report),
    start: offset(params.start),
    end: offset(params.end),
    statement: text(params.statement),
    matter: text(params.matter),
    caret: offset(params.caret),
  }
}

/** Where a text is wanted, and whether the keys go into it. */
export type Wanted = ReaderParams & { focus: boolean }

/** How a reader is told where to go. */
interface Going {
  id: string
  bundle: SourceBundle
  params: ViewParams
  /** False while it lies behind another tab: a text that has no height can't be scrolled. */
  visible: boolean
  /** True for a tab of its own, which keeps where it stood; a reader inside another view always goes by its parameters. */
  tab: boolean
}

/**
 * Takes what the parameters ask for: once each time that somebody asks for it, null else. A text that is opened without
 * a place in it, or that a restart brings back, stands where it was left.
 */
export function useWanted(going: Going): () => Wanted | null {
  const { project } = useSession()
  const latest = useRef(going)
  latest.current = going
  const followed = useRef<ViewParams | null>(null)
  return useCallback(() => {
    const { id, bundle, params, visible, tab } = latest.current
    if (!visible || followed.current === params) return null
    followed.current = params
    const wanted = readParams(params)
    const focus = !tab || takeAsked('reader', id)
    const left = tab ? leftAt(bundle, wanted, focus, positionOf(project.id, bundle.source.hash)) : null
    return { ...(left ?? wanted), focus }
  }, [project.id])
}

/** Brings a text that stands where its parameters point. */
export function useParams(view: EditorView | null, { id, bundle, params, visible }: Going, take: () => Wanted | null) {
  const latest = useRef(bundle)
  latest.current = bundle
  // biome-ignore lint/correctness/useExhaustiveDependencies: other parameters, or their turn, ask for another place
  useEffect(() => {
    const wanted = view && take()
    if (!view || !wanted) return
    notePlace(id, latest.current, wanted)
    const place = placeOf(latest.current, wanted)
    if (place) goToPlace(view, place)
    if (wanted.focus) view.focus()
  }, [id, view, params, visible, take])
}

/** Where the text was left, when that is where it should stand; null when the parameters say better. */
export function leftAt(
  { reports, text }: Pick<SourceBundle, 'reports' | 'text'>,
  { report: wanted, start }: ReaderParams,
  asked: boolean,
  position: ReadingPosition | null,
): ReaderParams | null {
  if (!position || position.top > text.text.length || (asked && start !== null)) return null
  const inside = reports.find(({ report }) => report.start <= position.top && position.top < report.end)?.report.id
  // Another report of the file is asked for than the one that was being read.
  if (asked && wanted !== null && wanted !== inside) return null
  return {
    report: inside ?? null,
    start: position.top,
    end: null,
    statement: null,
    matter: null,
    caret: position.caret,
  }
}

const reportIn = ({ reports }: SourceBundle, { report, start }: ReaderParams) =>
  reports.find(({ report: one }) =>
    report ? one.id === report : start !== null && one.start <= start && start < one.end,
  )?.report

/** Brings a reader to the front, with the report and the statement or matter that are wanted. */
export function notePlace(id: string, bundle: SourceBundle, wanted: ReaderParams): void {
  bringToFront(id)
  const inside = reportIn(bundle, wanted)
  if (inside) readerStore.setState({ report: inside.id })
  if (!inside) return
  if (wanted.statement) makeCurrent('statement', { report: inside.id, key: wanted.statement })
  else if (wanted.matter) makeCurrent('matter', { report: inside.id, key: wanted.matter })
}

/** The place in the text that is wanted; null leaves it where it stands. */
export function placeOf(bundle: SourceBundle, wanted: ReaderParams): Place | null {
  const { start, end, caret } = wanted
  const { length } = bundle.text.text
  if (start !== null && end !== null && end > start) return spanPlace({ start, end }, length)
  if (start !== null) return topPlace(start, caret ?? start, length)
  const inside = reportIn(bundle, wanted)
  return inside ? topPlace(inside.start, inside.start, length) : null
}
