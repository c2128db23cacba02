import type { EventName } from '#shared/ipc/channels'
import { EVENT_CONTRACT, type EventPayload } from '#shared/ipc/contract'

/** Where an event goes: a window's contents. */
export interface EventTarget {
  send(event: string, payload: unknown): void
  isDestroyed(): boolean
}

/**
 * Sends an event to a window, checked against the contract; a window that is gone hears nothing.
 * @throws {z.ZodError} when the payload is not what the contract says: a defect of ours
 */
export function sendEvent<E extends EventName>(target: EventTarget, event: E, payload: EventPayload<E>): void {
  const checked: unknown = EVENT_CONTRACT[event].parse(payload)
  if (!target.isDestroyed()) target.send(event, checked)
}
