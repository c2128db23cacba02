import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo } from 'react'
import type { MatrixCell } from '#shared/compare/matrix'
import { useSession } from '../../storage'
import { brushOf, clearBrush, covers, hover, type Mark, PARTS, select, useBrush } from './brush'

/** The mark that stands for a cell. */
export function markOfCell({ place, year, indicator, chosen }: MatrixCell): Mark {
  const told = chosen?.origin.reportYear ?? null
  return { place, year, indicator, ...(told === null ? {} : { told: String(told) }) }
}

/** A mark as attributes of the element that shows it, for `useBrushing` to find. */
export function markData({ codes, ...parts }: Mark): Record<`data-${string}`, string> {
  const named = Object.entries(parts).map(([part, value]) => [`data-${part}`, value])
  return {
    'data-mark': '',
    ...Object.fromEntries(named),
    ...(codes ? { 'data-codes': codes.join(' ') } : {}),
  }
}

/** The mark that an element shows. */
function markAt({ dataset }: HTMLElement): Mark {
  const named = PARTS.flatMap((part) => (dataset[part] === undefined ? [] : [[part, dataset[part]]]))
  return { ...Object.fromEntries(named), ...(dataset.codes === undefined ? {} : { codes: dataset.codes.split(' ') }) }
}

/** Shows on what is in sight what is marked. It is done outside of React: a pointer crosses many cells. */
function paint(table: HTMLElement, project: string): void {
  const { hovered, selected } = brushOf(project).getState()
  for (const element of table.querySelectorAll<HTMLElement>('[data-mark]')) {
    const mark = markAt(element)
    element.toggleAttribute('data-hovered', covers(hovered, mark))
    element.toggleAttribute('data-selected', covers(selected, mark))
  }
}

/** Ties what has marks (`markData`) inside an element to what is marked in the project. */
export function useBrushing(within: RefObject<HTMLElement | null>): void {
  const project = useSession().project.id
  useEffect(() => {
    const { current } = within
    if (current) return brushOf(project).subscribe(() => paint(current, project))
    return undefined
  }, [within, project])
  // What scrolled into sight is painted too.
  useLayoutEffect(() => {
    if (within.current) paint(within.current, project)
  })
}

/** What the pointer and the keys do with marks: the same in every view of a comparison. */
export interface Pointing {
  /** Notes what the pointer or the focus is on; null when it left. */
  point: (mark: Mark | null) => void
  /** Holds a mark fast, or lets it go where it is held. */
  hold: (mark: Mark) => void
  /** Lets go of all: Esc. */
  letGo: () => void
}

/** How a view marks what it shows in all others. */
export function usePointing(): Pointing {
  const project = useSession().project.id
  return useMemo(
    () => ({
      point: (mark) => hover(project, mark),
      hold: (mark) => select(project, mark),
      letGo: () => clearBrush(project),
    }),
    [project],
  )
}

/** What a chart is given so that it takes part in marking. */
export interface ChartBrush<T> {
  lit?: (subject: T) => boolean
  onHover: (subject: T | null) => void
  onHold: (subject: T | null) => void
}

/**
 * Ties a chart to what is marked in the project.
 * @param markOf the mark that a subject stands for, null for none; must keep its identity while it says the same
 */
export function useChartBrush<T>(markOf: (subject: T) => Mark | null): ChartBrush<T> {
  const project = useSession().project.id
  const { hovered, selected } = useBrush(project)
  const { point, hold, letGo } = usePointing()
  const lit = useMemo(() => {
    if (!hovered && !selected) return undefined
    return (subject: T): boolean => {
      const mark = markOf(subject)
      return mark !== null && (covers(hovered, mark) || covers(selected, mark))
    }
  }, [hovered, selected, markOf])
  const onHover = useCallback((subject: T | null) => point(subject === null ? null : markOf(subject)), [point, markOf])
  const onHold = useCallback(
    (subject: T | null) => {
      const mark = subject === null ? null : markOf(subject)
      if (mark) hold(mark)
      else letGo()
    },
    [hold, letGo, markOf],
  )
  return { ...(lit ? { lit } : {}), onHover, onHold }
}
