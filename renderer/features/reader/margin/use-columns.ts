import { type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '../../../bridge'
import type { OpenReader } from '../active'
import { useAnnotations } from '../use-annotations'
import { type Arrangement, arrangeColumns, type CodeColumn, columnStripes, usedCodes } from './code-columns'
import { setColumns } from './column-field'
import { OVERVIEW_WIDTH } from './draw-overview'

/** What stands left and right of the text whatever the columns take, bar and overview among it. CSS pixels. */
const BESIDE = 40 + 24 + 10 + OVERVIEW_WIDTH

const NONE: readonly CodeColumn[] = []

/** The width of an element in CSS pixels, as React state. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
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
  const wished = usePreferences((state) => state.settings.readingStripes === 'codes')
  const textWidth = usePreferences(({ settings }) => settings.readingWidth * settings.readingSize)
  const width = useWidth(frame)
  const before = useRef(NONE)
  const { view, codes, bundle } = reader
  const annotations = useDeferredValue(useAnnotations(reader))
  const reading = bundle.reading.id
  const used = useMemo(() => usedCodes(annotations, codes, reading, before.current), [annotations, codes, reading])
  useEffect(() => {
    before.current = used
  }, [used])
  const room = Math.floor(width - textWidth - BESIDE)
  const arrangement = useMemo(() => (wished ? arrangeColumns(used, room) : null), [wished, used, room])
  useEffect(() => {
    const columns = arrangement && {
      stripes: columnStripes(annotations, reading, arrangement),
      named: arrangement.named,
    }
    view.dispatch({ effects: setColumns.of(columns) })
  }, [view, annotations, reading, arrangement])
  return arrangement
}
