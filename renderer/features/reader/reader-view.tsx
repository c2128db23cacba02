import { getSourceBundle, useLive } from '../../storage'
import type { ViewProps } from '../../workbench'

/** The text of one source, to read and to mark. */
export function ReaderView({ viewKey }: ViewProps) {
  const bundle = useLive((db) => getSourceBundle(db, viewKey), [viewKey])
  if (!bundle) return null
  return <pre className="db-reader">{bundle.text.text}</pre>
}
