import type { EventName } from '#shared/ipc/channels'
import { EVENT_CONTRACT, type EventPayload } from '#shared/ipc/contract'
import { port } from './port'

/**
 * Listens to an event of main. A payload that does not fit the contract is an error of the program: it is thrown, and
 * the window shows it.
 * @returns the function that stops listening
 */
export function listen<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return port().on(event, (payload) => {
    const received = EVENT_CONTRACT[event].safeParse(payload)
    if (!received.success) throw new Error(`Event ${event} does not fit the contract: ${received.error.message}`)
    listener(received.data as EventPayload<E>)
  })
}

/** The path of a dropped file, '' for one that is not on disk. */
export const pathOf = (file: File): string => port().pathForFile(file)
