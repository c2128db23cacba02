import type { VentureCandidate } from '#shared/compare/ventures'
import { message } from '#shared/model/identity'
import type { VentureLink } from '#shared/model/matter'
import { linkAllVentures, linkVentures, type Session, unlinkVentures } from '../../../storage'
import { notify } from '../../../workbench'
import { attempt } from '../../places'
import { openSentence } from '../actions'
import { chosenRows, currentRow } from '../choosing'
import type { MattersController } from '../controller'
import { rowKey } from '../tabs'
import { rowOfSide } from './pairs'

/** The pair that the keys are about. */
export function currentPair({ pairs }: MattersController): VentureCandidate | null {
  const { pairs: open, cursor } = pairs.store.getState()
  return open[cursor] ?? null
}

/** Whether the keys go to the list of pairs. */
export const inPairs = (): boolean => document.activeElement?.closest('[data-pairs]') != null

/** Goes to the list of pairs, or back to the table. */
export function turnToPairs(table: MattersController): void {
  const wanted = inPairs() ? '[data-matters-table]' : '[data-pairs]'
  table.pairs.store.setState({ shown: true })
  // A list that was hidden is there in the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`${wanted} [role=grid]`)?.focus())
}

/** Says of a pair what it is; the next one takes its place at once. One step that can be undone. */
export async function decide(
  session: Session,
  { pairs }: MattersController,
  pair: VentureCandidate,
  verdict: VentureLink['verdict'],
): Promise<void> {
  const before = pairs.store.getState()
  const left = before.pairs.filter((one) => one !== pair)
  if (left.length === before.pairs.length) return
  pairs.store.setState({
    pairs: left,
    total: before.total - 1,
    cursor: Math.max(0, Math.min(before.cursor, left.length - 1)),
  })
  if ((await attempt(linkVentures(session, pair.a, pair.b, verdict))) === null)
    pairs.store.setState({ pairs: before.pairs, total: before.total })
}

/** So many ventures are told apart from each other at once: a link for every two of them. */
const MOST_APART = 30

/** Says of the chosen ventures what they are, in one step that can be undone; where fewer are chosen, of the current pair. */
export async function decideCurrent(
  session: Session,
  table: MattersController,
  verdict: VentureLink['verdict'],
): Promise<void> {
  const chosen = inPairs() ? [] : chosenRows(table)
  if (chosen.length < 2) {
    const pair = currentPair(table)
    return pair ? decide(session, table, pair, verdict) : undefined
  }
  if (verdict === 'different' && chosen.length > MOST_APART)
    return void notify('warning', message('matters.grid.tooManyApart', { most: MOST_APART }))
  const refs = chosen.map(({ report, key }) => ({ report, key }))
  await attempt(linkAllVentures(session, refs, verdict))
}

/** Opens the sentence of a side of the current pair. */
export function openSide(table: MattersController, side: 'a' | 'b'): void {
  const pair = currentPair(table)
  const row = pair && rowOfSide(table.store.getState().known, pair[side])
  if (row) openSentence(row, false)
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
