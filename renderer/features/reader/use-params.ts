import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { ReadingPosition } from '#shared/model/reading-position'
import { type SourceBundle, useSession } from '../../storage'
import { takeAsked, type ViewParams } from '../../workbench'
import { bringToFront, readerStore } from './active'
import { goToSpan, scrollToTop } from './editor/target'
import { positionOf } from './places/positions'

/** What the parameters of a reader ask for; offsets are UTF-16 code units of the text. */
export interface ReaderParams {
  report: string | null
  start: number | null
  end: number | null
  statement: string | null
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
    caret: offset(params.caret),
  }
}

/** How a reader is told where to go. */
interface Going {
  id: string
  view: EditorView | null
  bundle: SourceBundle
  params: ViewParams
  /** False while it lies behind another tab: a text that has no height can't be scrolled. */
  visible: boolean
  /** True for a tab of its own, which keeps where it stood; a reader inside another view always goes by its parameters. */
  tab: boolean
}

/**
 * Goes where the parameters point, each time somebody asks for it. A text that is opened without a place in it, or that
 * a restart brings back, stands where it was left.
 */
export function useParams({ id, view, bundle, params, visible, tab }: Going): void {
  const { project } = useSession()
  const latest = useRef(bundle)
  latest.current = bundle
  const followed = useRef<ViewParams | null>(null)
  useEffect(() => {
    if (!view || !visible || followed.current === params) return
    followed.current = params
    const wanted = readParams(params)
    const asked = !tab || takeAsked('reader', id)
    const left = tab ? leftAt(latest.current, wanted, asked, positionOf(project.id, latest.current.source.hash)) : null
    if (left) follow(id, view, latest.current, left, asked)
    else follow(id, view, latest.current, wanted, asked)
  }, [id, view, params, visible, tab, project.id])
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
  return { report: inside ?? null, start: position.top, end: null, statement: null, caret: position.caret }
}

function follow(id: string, view: EditorView, bundle: SourceBundle, params: ReaderParams, focus: boolean): void {
  const { start, end, caret } = params
  bringToFront(id)
  const inside = bundle.reports.find(({ report }) =>
    params.report ? report.id === params.report : start !== null && report.start <= start && start < report.end,
  )?.report
  if (inside) readerStore.setState({ report: inside.id })
  if (inside && params.statement) readerStore.setState({ statement: { report: inside.id, key: params.statement } })
  if (start !== null && end !== null && end > start) goToSpan(view, { start, end })
  else if (start !== null) scrollToTop(view, start, caret ?? start)
  else if (inside) scrollToTop(view, inside.start, inside.start)
  if (focus) view.focus()
}
