import type { Channel } from '#shared/ipc/channels'
import type { Input, Output } from '#shared/ipc/contract'
import { message } from '#shared/model/identity'
import { request } from '../../../bridge'
import { forgetProject, reasonOf } from '../../../storage'
import { notify } from '../../../workbench'

/**
 * Asks main for something that is done by itself when it worked; what went wrong is said.
 * @returns the answer, null when it failed
 */
export async function attempt<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C> | null> {
  const answer = await request(channel, input)
  if (answer.ok) return answer.value
  notify('error', answer.error)
  return null
}

/** Puts a project into the bin; a notice can bring it back. */
export async function removeProject(id: string, name: string): Promise<void> {
  const answer = await request('project:remove', { id })
  if (!answer.ok) return void notify('error', answer.error)
  notify('success', message('projects.removed', { name }), undefined, {
    titleKey: 'projects.recover',
    run: () => void attempt('project:recover', { id }),
  })
}

/** Deletes a project that is in the bin for good, here and on disk. */
export async function eraseProject(id: string): Promise<void> {
  const answer = await request('project:erase', { id })
  if (!answer.ok) return void notify('error', answer.error)
  await forgetProject(id).catch((error: unknown) => notify('error', reasonOf(error, 'project.write.failed')))
}
