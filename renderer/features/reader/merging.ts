import { message } from '#shared/model/identity'
import { type MergeScope, mergeAnnotations } from '../../storage'
import { notify } from '../../workbench'
import type { OpenReader } from './active'
import { saved } from './coding'

/** Merges touching annotations of the same codes, and says how many became how many. */
export async function mergeTouching({ session }: OpenReader, scope: MergeScope): Promise<void> {
  // What was just marked is on its way to the database.
  await saved()
  const merged = await mergeAnnotations(session, scope)
  if (merged) notify('success', message('reader.merged.done', { before: merged.before, after: merged.after }))
  else notify('info', message('reader.merged.none', {}))
}
