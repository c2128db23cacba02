import { message } from '#shared/model/identity'
import { changeMatters, type MatterRow, type Session } from '../../storage'
import { notify, openView } from '../../workbench'
import { attempt } from '../places'
import { chosenRows, currentRow } from './choosing'
import type { MattersController } from './controller'
import { rowKey } from './tabs'

/** What settles matters. */
export const VERBS = ['accept', 'reject', 'reset'] as const
export type Verb = (typeof VERBS)[number]

const STATUS = { accept: 'accepted', reject: 'rejected', reset: 'suggested' } as const

/** Settles the chosen rows in one step; where none is chosen the current one, and goes on to the next. */
export async function settle(session: Session, table: MattersController, verb: Verb): Promise<void> {
  const chosen = chosenRows(table)
  if (chosen.length > 0) return settleMany(session, table, verb, chosen)
  const row = currentRow(table)
  if (!row) return
  const supposed = table.suppose(rowKey(row), verb === 'accept' && row.status === 'edited' ? 'edited' : STATUS[verb])
  if (verb !== 'reset') step(table, 1)
  if ((await attempt(changeMatters(session, [row], { type: verb }))) === null) table.unsuppose(supposed)
  else void table.written(supposed)
}

async function settleMany(
  session: Session,
  table: MattersController,
  verb: Verb,
  rows: readonly MatterRow[],
): Promise<void> {
  if (table.store.getState().working) return
  table.store.setState({ working: true })
  const entry = await attempt(changeMatters(session, rows, { type: verb }))
  table.store.setState({ working: false })
  const count = entry?.changes.length ?? 0
  notify(count > 0 ? 'success' : 'info', message(`matters.grid.done.${count > 0 ? verb : 'nothing'}`, { count }))
}

/** Moves the keyboard by so many lines. */
function step({ store }: MattersController, by: number): void {
  store.setState(({ cursor, lines }) => ({ cursor: Math.max(0, Math.min(lines.length - 1, cursor + by)) }))
}

/** Opens the sentence of a row in the reader; the words of an orphan are lost, so its report is opened. */
export function openSentence({ content, orphan, report, source, key }: MatterRow, beside: boolean): void {
  const where = orphan ? {} : { start: content.start, end: content.end, matter: key }
  openView({ type: 'reader', key: source, params: { report, ...where } }, { beside })
}

/** Opens the sentence of the current row; going back comes to the same line. */
export function openCurrent(table: MattersController, beside: boolean): void {
  const row = currentRow(table)
  if (row) openSentence(row, beside)
}

/** Shows the whole sentence of the current line, or of the one with a key, or no longer. */
export function toggleExpanded({ store }: MattersController, key?: string): void {
  store.setState(({ lines, cursor, expanded }) => {
    const wanted = key ?? lines[cursor]?.key
    if (wanted === undefined) return {}
    const next = new Set(expanded)
    if (!next.delete(wanted)) next.add(wanted)
    return { expanded: next }
  })
}
