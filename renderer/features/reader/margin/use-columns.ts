import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '../../../bridge'
import type { OpenReader } from '../active'
import { useAnnotations } from '../use-annotations'
import { type Arrangement, arrangeColumns, type CodeColumn, usedCodes } from './code-columns'
import { setColumns } from './column-field'
import { columnsOf, firstWidth, roomBeside, showsFirst, wishesColumns } from './first-columns'

const NONE: readonly CodeColumn[] = []

/** The width of an element in CSS pixels, as React state. */
function useWidth(element: RefObject<HTMLElement | null>, initial: number): number {
  const [width, setWidth] = useState(initial)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** The code columns of a text as they fit beside it; null where narrow stripes are wished for. */
export function useColumns(reader: OpenReader, frame: RefObject<HTMLElement | null>): Arrangement | null {
  const { view, codes, bundle } = reader
  const wished = usePreferences(wishesColumns)
  const width = useWidth(frame, firstWidth(view))
  const room = usePreferences((now) => roomBeside(now, width))
  const before = useRef(NONE)
  const annotations = useDeferredValue(useAnnotations(reader))
  const reading = bundle.reading.id
  const used = useMemo(() => usedCodes(annotations, codes, reading, before.current), [annotations, codes, reading])
  useEffect(() => {
    before.current = used
  }, [used])
  const arrangement = useMemo(() => (wished ? arrangeColumns(used, room) : null), [wished, used, room])
  useEffect(() => {
    if (showsFirst(view, { annotations, codes, reading, wished, room })) return
    view.dispatch({ effects: setColumns.of(columnsOf({ annotations, reading }, arrangement)) })
  }, [view, annotations, codes, reading, wished, room, arrangement])
  return arrangement
}
