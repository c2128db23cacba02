import { useDeferredValue, useMemo } from 'react'
import type { SourceBundle } from '../../storage'
import type { OpenReader } from './active'
import { shortTitle } from './labels'
import { countWithin, outlineRows } from './outline'
import type { OutlineReport } from './outline-tree'
import { useAnnotations } from './use-annotations'

const sorted = (offsets: readonly number[]): number[] => offsets.toSorted((a, b) => a - b)

/** The reports of a source with their sections, and how many annotations and statements stand in each. */
export function useOutline(reader: OpenReader): readonly OutlineReport[] {
  const { bundle, statements } = reader
  const annotations = useDeferredValue(useAnnotations(reader))
  return useMemo(() => {
    const marked = sorted(annotations.filter(({ orphan }) => !orphan).map(({ anchor }) => anchor.start))
    const kept = statements.filter(({ status }) => status !== 'rejected')
    return bundle.reports.map((one) => {
      const own = sorted(kept.filter(({ report }) => report === one.report.id).map(({ start }) => start))
      return outlineOf(bundle, one, marked, own)
    })
  }, [bundle, annotations, statements])
}

function outlineOf(
  { source }: SourceBundle,
  { report, sections }: SourceBundle['reports'][number],
  marked: readonly number[],
  stated: readonly number[],
): OutlineReport {
  const { id, start, end } = report
  return {
    id,
    title: shortTitle(report, source),
    start,
    end,
    rows: outlineRows(sections, marked, stated),
    annotations: countWithin(marked, start, end),
    statements: stated.length,
  }
}
