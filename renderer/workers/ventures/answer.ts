import type { ComparedVenture } from '#shared/compare/ventures'
import { Comparison } from './comparison'
import type { VenturesAnswer, VenturesRequest } from './protocol'

/** Takes ventures in, compares them all at the first question, and answers questions about the pairs. */
export function comparer(tell: (answer: VenturesAnswer) => void): (request: VenturesRequest) => void {
  const known: ComparedVenture[] = []
  let comparison: Comparison | null = null
  return (request) => {
    if ('ventures' in request) {
      for (const one of request.ventures) known.push(one)
      return
    }
    const { turn, query } = request
    try {
      comparison ??= new Comparison(known)
      tell({ turn, open: comparison.open(query) })
    } catch (error) {
      tell({ turn, failed: error instanceof Error ? error.message : String(error) })
    }
  }
}
