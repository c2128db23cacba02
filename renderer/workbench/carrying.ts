import type { DragEvent } from 'react'
import { Carried } from '#shared/model/carried'
import { currentLocation } from './navigation'

/** What a drag holds that carries reports, statements or indicators. */
const CARRIED_DRAG = 'application/x-duibiao-carried'

/** Puts what is dragged into a drag. */
export function startCarrying(event: DragEvent, carried: readonly Carried[]): void {
  if (carried.length === 0) return
  event.dataTransfer.setData(CARRIED_DRAG, JSON.stringify(carried))
  event.dataTransfer.effectAllowed = 'copy'
}

/** Whether a drag carries something of ours; what it is can be read when it is dropped. */
export const isCarrying = (event: DragEvent): boolean => event.dataTransfer.types.includes(CARRIED_DRAG)

/** What was dropped; nothing for what another program put there. */
export function readCarried(event: DragEvent): Carried[] {
  try {
    const parsed = Carried.array().safeParse(JSON.parse(event.dataTransfer.getData(CARRIED_DRAG)))
    return parsed.success ? parsed.data : []
  } catch {
    // Not JSON: nothing of ours.
    return []
  }
}

const hands = new Map<string, () => readonly Carried[]>()

/**
 * Lets a view tell what is chosen in it: what a command carries elsewhere, for those who do not drag.
 * @param type of the view
 * @returns the function that takes it off
 */
export function tellInHand(type: string, give: () => readonly Carried[]): () => void {
  hands.set(type, give)
  return () => {
    if (hands.get(type) === give) hands.delete(type)
  }
}

/** What is chosen in the view in front. */
export const inHand = (): readonly Carried[] => hands.get(currentLocation()?.type ?? '')?.() ?? []
