import type { Message } from '../model/identity'

/** One hint at the year that a report plans for. */
export interface YearHint {
  year: number
  weight: number
  reason: Message
}
