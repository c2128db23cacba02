import type { Channel } from '#shared/ipc/channels'
import type { Input, Output } from '#shared/ipc/contract'
import type { Result } from '#shared/ipc/result'
import { TOLD, type Told } from './protocol'

/** The console is the way out: what was said there before a kill is known outside. */
export const tell = (told: Told): void => console.debug(TOLD + JSON.stringify(told))

/** Asks main as the window does. @throws Error with the reason where it refuses */
export async function ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = (await window.duibiao?.invoke(channel, input)) as Result<Output<C>>
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`)
  return answer.value
}
