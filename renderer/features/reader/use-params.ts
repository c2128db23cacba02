import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { SourceBundle } from '../../storage'
import type { ViewParams } from '../../workbench'
import { bringToFront, readerStore } from './active'
import { goToSpan, scrollToTop } from './editor/target'

/** What the parameters of a reader ask for; offsets are UTF-16 code units of the text. */
export interface ReaderParams {
  report: string | null
  start: number | null
  end: number | null
  statement: string | null
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
  }
}

/** Goes where the parameters point, each time they are given. */
export function useParams(id: string, view: EditorView | null, bundle: SourceBundle, params: ViewParams): void {
  const latest = useRef(bundle)
  latest.current = bundle
  useEffect(() => {
    if (view) follow(id, view, latest.current, readParams(params))
  }, [id, view, params])
}

function follow(id: string, view: EditorView, bundle: SourceBundle, params: ReaderParams): void {
  const { start, end } = params
  bringToFront(id)
  const inside = bundle.reports.find(({ report }) =>
    params.report ? report.id === params.report : start !== null && report.start <= start && start < report.end,
  )?.report
  if (inside) readerStore.setState({ report: inside.id })
  if (inside && params.statement) readerStore.setState({ statement: { report: inside.id, key: params.statement } })
  if (start !== null && end !== null && end > start) goToSpan(view, { start, end })
  else if (start !== null) scrollToTop(view, start)
  else if (inside) scrollToTop(view, inside.start)
  view.focus()
}
