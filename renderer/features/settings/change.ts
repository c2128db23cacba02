import type { Settings } from '#shared/ipc/settings'
import { changeSettings } from '../../bridge'
import { notify } from '../../workbench'

/** Changes settings and says so when main could not keep them. */
export async function change(patch: Partial<Settings>): Promise<void> {
  const result = await changeSettings(patch)
  if (!result.ok) notify('error', result.error)
}
