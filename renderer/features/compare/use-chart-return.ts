import { type RefObject, useEffect } from 'react'
import type { ChartHandle } from '../../charts'
import { cameBack } from './navigate'

/** Coming back from a sentence that a chart led to, the chart has the focus again. */
export function useChartReturn(chart: RefObject<ChartHandle | null>, left: string, visible: boolean): void {
  useEffect(() => {
    if (!visible || !cameBack(left)) return
    // The tab is shown after its contents have heard of it.
    const frame = requestAnimationFrame(() => chart.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [chart, left, visible])
}
