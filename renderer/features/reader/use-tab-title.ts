import { useEffect } from 'react'
import type { SourceBundle } from '../../storage'
import { setViewTitle } from '../../workbench'
import { useReaders } from './active'
import { shortTitle } from './labels'

/** Names the tab of a source after the report that is being read in it. */
export function useTabTitle(key: string, bundle: SourceBundle | null): void {
  const report = useReaders((state) => state.report)
  useEffect(() => {
    if (!bundle) return
    const shown = bundle.reports.find(({ report: one }) => one.id === report) ?? bundle.reports[0]
    setViewTitle('reader', key, shortTitle(shown?.report ?? null, bundle.source))
  }, [key, bundle, report])
}
