import { createStore } from 'zustand/vanilla'
import { closeView, openView } from '../../workbench'
import { keyOf, otherSide, reportsOf, type Side } from './keys'

/** A report that is asked for: to be laid beside `report`, or to take a side of an open view. */
export interface Asked {
  /** The report that stays. */
  report: string
  /** The side that the chosen one takes. */
  side: Side
  /** Key of the view whose side is changed; null to open another view. */
  view: string | null
}

/** What the dialogs of the view ask for. */
export const askStore = createStore<{ report: Asked | null; code: string | null }>(() => ({ report: null, code: null }))

/** Opens two reports side by side, or brings their tab to the front. */
export const openParallel = (reports: Readonly<Record<Side, string>>): void =>
  openView({ type: 'parallel', key: keyOf(reports), params: {} })

/** Asks what a report is to be read beside of. */
export const askForOther = (report: string): void =>
  askStore.setState({ report: { report, side: 'right', view: null } })

/** Asks for another report on a side of an open view. */
export function askForSide(view: string, side: Side): void {
  const report = reportsOf(view)?.[otherSide(side)]
  if (report) askStore.setState({ report: { report, side, view } })
}

/** Puts the chosen report where it was asked for. */
export function choose({ report, side, view }: Asked, chosen: string): void {
  askStore.setState({ report: null })
  const reports = side === 'left' ? { left: chosen, right: report } : { left: report, right: chosen }
  replace(view, reports)
}

/** Changes the sides of an open view. */
export function swapSides(view: string): void {
  const reports = reportsOf(view)
  if (reports) replace(view, { left: reports.right, right: reports.left })
}

function replace(view: string | null, reports: Readonly<Record<Side, string>>): void {
  openParallel(reports)
  if (view !== null && view !== keyOf(reports)) closeView('parallel', view)
}
