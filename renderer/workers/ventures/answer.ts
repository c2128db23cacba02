import { type ComparedVenture, ventureCandidates } from '#shared/compare/ventures'
import type { VenturesAnswer, VenturesRequest } from './protocol'

/** Takes ventures in and compares them all when the last ones have come. */
export function comparer(tell: (answer: VenturesAnswer) => void): (request: VenturesRequest) => void {
  const known: ComparedVenture[] = []
  return ({ ventures, last }) => {
    for (const one of ventures) known.push(one)
    if (!last) return
    try {
      tell({ pairs: ventureCandidates(known) })
    } catch (error) {
      tell({ failed: error instanceof Error ? error.message : String(error) })
    }
  }
}
