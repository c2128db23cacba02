import type { LinkedThing } from '../../storage'
import { openView } from '../../workbench'

/** Opens what a link leads to: a passage in the reader, a report, a code in the codebook, a memo. */
export function openThing({ target, source, start, end }: LinkedThing): void {
  const { type, id } = target
  if (type === 'code') openView({ type: 'codebook', key: '', params: { code: id } })
  else if (type === 'memo') openView({ type: 'memos', key: '', params: { memo: id } })
  else if (source !== null && type === 'report') openView({ type: 'reader', key: source, params: { report: id } })
  else if (source !== null) openView({ type: 'reader', key: source, params: start === null ? {} : { start, end } })
}
