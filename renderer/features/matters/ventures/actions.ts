import { message } from '#shared/model/identity'
import type { VentureLink } from '#shared/model/matter'
import { linkVentures, type Session, unlinkVentures } from '../../../storage'
import { notify } from '../../../workbench'
import { attempt } from '../../places'
import { openSentence } from '../actions'
import { chosenRows, currentRow } from '../choosing'
import type { MattersController } from '../controller'
import { rowKey } from '../tabs'
import { openPairs, type Pair } from './pairs'

/** The pairs that the user has not decided on; where the table is filtered, only those with a row that it shows. */
export function pairsOf({ pairs, store }: MattersController): Pair[] {
  const { known, links, sets, entries, all, counts, tab } = store.getState()
  const filtered = tab === 'venture' && counts.venture < all.venture
  const among = filtered ? new Set(entries.map(({ key }) => key)) : null
  return openPairs(pairs.store.getState().found, { known, links, sets, among })
}

/** The pair that the keys are about. */
export const currentPair = (table: MattersController): Pair | null =>
  pairsOf(table)[table.pairs.store.getState().cursor] ?? null

/** Whether the keys go to the list of pairs. */
export const inPairs = (): boolean => document.activeElement?.closest('[data-pairs]') != null

/** Goes to the list of pairs, or back to the table. */
export function turnToPairs(table: MattersController): void {
  const wanted = inPairs() ? '[data-matters-table]' : '[data-pairs]'
  table.pairs.store.setState({ shown: true })
  // A list that was hidden is there in the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`${wanted} [role=grid]`)?.focus())
}

/** Says of a pair what it is; the next one takes its place. One step that can be undone. */
export async function decide(session: Session, pair: Pair, verdict: VentureLink['verdict']): Promise<void> {
  const [a, b] = [pair.a, pair.b].map(({ report, key }) => ({ report, key }))
  if (a && b) await attempt(linkVentures(session, a, b, verdict))
}

/** Links the chosen ventures as the same one, each with the one before it; where fewer are chosen, the current pair. */
export async function decideCurrent(
  session: Session,
  table: MattersController,
  verdict: VentureLink['verdict'],
): Promise<void> {
  const chosen = inPairs() ? [] : chosenRows(table)
  if (chosen.length < 2) {
    const pair = currentPair(table)
    return pair ? decide(session, pair, verdict) : undefined
  }
  for (const [index, b] of chosen.entries()) {
    const a = chosen[index - 1]
    if (!a) continue
    const [one, other] = [a, b].map(({ report, key }) => ({ report, key }))
    if (one && other) await attempt(linkVentures(session, one, other, verdict))
  }
}

/** Opens the sentence of a side of the current pair. */
export function openSide(table: MattersController, side: 'a' | 'b'): void {
  const pair = currentPair(table)
  if (pair) openSentence(pair[side], false)
}

/** What the user has said of the current venture. */
export function linksOfCurrent(table: MattersController): VentureLink[] {
  const row = currentRow(table)
  if (row?.content.type !== 'venture') return []
  const key = rowKey(row)
  return table.store.getState().links.filter(({ a, b }) => rowKey(a) === key || rowKey(b) === key)
}

/** Takes back what was said of the current venture. One step that can be undone. */
export async function unlinkCurrent(session: Session, table: MattersController): Promise<void> {
  const ids = linksOfCurrent(table).map(({ id }) => id)
  if (ids.length === 0) return
  const entry = await attempt(unlinkVentures(session, ids))
  if (entry) notify('success', message('matters.grid.unlinked', { count: entry.changes.length }))
}
