import { request } from '../../../bridge'
import { notify } from '../../../workbench'
import { followPackage } from './save-package'
import { GIVEN_UP, packageWork, setPackageWork } from './state'

/** Lets the user choose a package, which main checks wholly, and asks what is to become of it. */
export async function openPackage(): Promise<void> {
  if (packageWork()) return
  setPackageWork({ type: 'opening', token: null, at: null })
  const stop = followPackage(null)
  const answer = await request('package:open', null)
  stop()
  if (!answer.ok) {
    setPackageWork(null)
    if (answer.error.key !== GIVEN_UP) notify('error', answer.error)
    return
  }
  setPackageWork(answer.value && { type: 'opened', opened: answer.value })
}

/** Makes an opened package a project of its own; every window is loaded again with it. Else the package is closed. */
export async function adoptPackage(token: string, name: string): Promise<void> {
  setPackageWork({ type: 'adopting', token, at: null })
  const stop = followPackage(token)
  const answer = await request('package:adopt', { token, name })
  stop()
  setPackageWork(null)
  if (answer.ok) return
  await request('package:close', { token })
  if (answer.error.key !== GIVEN_UP) notify('error', answer.error)
}
