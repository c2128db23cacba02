import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import { fieldReader, type Packed } from './pack'

/** The offset that the key of an engine statement begins with; NaN for the id of one made by hand. */
export const startIn = (key: string): number => Number.parseInt(key, 10)

/**
 * Finds engine statements by their keys without unpacking the others.
 * @returns the place of each that is there; of two with one key the first counts, as in the review
 */
export function placesOf(engine: Packed<ExtractedStatement>, keys: ReadonlySet<string>): Map<string, number> {
  const starts = new Set([...keys].map(startIn))
  const [startAt, quantityAt, indicatorAt] = [
    fieldReader(engine, 'start'),
    fieldReader(engine, 'quantity'),
    fieldReader(engine, 'indicator'),
  ]
  const places = new Map<string, number>()
  for (let place = 0; place < engine.length; place++) {
    const start = startAt(place)
    if (!starts.has(start)) continue
    const key = statementKey({ start, quantity: quantityAt(place), indicator: indicatorAt(place) })
    if (keys.has(key) && !places.has(key)) places.set(key, place)
  }
  return places
}
