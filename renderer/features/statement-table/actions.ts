import { type Message, message } from '#shared/model/identity'
import type { ExtractedStatement } from '#shared/model/statement'
import {
  acceptStatement,
  changeStatements,
  editStatement,
  rejectStatement,
  resetStatement,
  type Session,
} from '../../storage'
import { notify, openView } from '../../workbench'
import type { StatementRow } from '../../workers/statements/protocol'
import { attempt } from '../places'
import type { ManyChange, TableController } from './controller'
import { NONE, sizeOf } from './ranges'

/** What settles statements. */
export const VERBS = ['accept', 'reject', 'reset'] as const
export type Verb = (typeof VERBS)[number]

const ONE = { accept: acceptStatement, reject: rejectStatement, reset: resetStatement } as const
const STATUS = { accept: 'accepted', reject: 'rejected', reset: 'suggested' } as const

/** So many statements go into one step that can be undone; more are parted, or a step would fill the memory. */
export const STEP = 10_000

/** More than these are asked about before they are changed. */
const MANY = 2_000

/**
 * Settles the chosen rows; where none is chosen the current one, and goes on to the next without waiting for the disk.
 */
export async function settle(session: Session, table: TableController, verb: Verb): Promise<void> {
  if (sizeOf(table.store.getState().selection) > 0) return askToChange(session, table, { type: verb })
  const current = table.current()
  if (!current) return
  const { position, row } = current
  table.patch(position, { status: STATUS[verb] })
  if (verb !== 'reset') step(table, 1)
  if ((await attempt(ONE[verb](session, row.report, row.key))) === null) await table.reload(position)
}

/** Moves the keyboard by so many lines. */
export function step(table: TableController, by: number): void {
  table.store.setState(({ cursor, lines }) => ({ cursor: Math.max(0, Math.min(lines.count - 1, cursor + by)) }))
}

/** Changes all chosen rows; many only after a question. */
export async function askToChange(session: Session, table: TableController, change: ManyChange): Promise<void> {
  const { selection, working } = table.store.getState()
  if (working) return
  if (sizeOf(selection) > MANY) table.store.setState({ asking: change })
  else await changeChosen(session, table, change)
}

/** Ends a change of many rows after the step that is being written. */
export const stopChange = (table: TableController): void =>
  table.store.setState(({ working }) => ({ working: working && { ...working, stopped: true } }))

/** Changes all chosen rows, in one step that can be undone, or in several for tens of thousands; tells how many. */
export async function changeChosen(session: Session, table: TableController, change: ManyChange): Promise<void> {
  const { selection } = table.store.getState()
  table.store.setState({ asking: null })
  const names = await attempt(table.names(selection))
  if (!names || names.length === 0) return
  let changed = 0
  let steps = 0
  table.store.setState({ working: { done: 0, total: names.length, stopped: false } })
  for (let at = 0; at < names.length && !table.store.getState().working?.stopped; at += STEP) {
    const entry = await attempt(changeStatements(session, names.slice(at, at + STEP), change))
    if (entry) {
      steps++
      changed += entry.changes.length
    }
    table.store.setState(({ working }) => ({
      working: working && { ...working, done: Math.min(at + STEP, names.length) },
    }))
  }
  table.store.setState({ working: null })
  notify(changed > 0 ? 'success' : 'info', toldOf(change, changed, steps))
}

function toldOf({ type }: ManyChange, count: number, steps: number): Message {
  if (count === 0) return message('statementTable.done.nothing')
  return message(`statementTable.done.${steps > 1 ? 'inSteps' : type}`, { count, steps })
}

/** Sets fields of one row. */
export async function setFields(
  session: Session,
  table: TableController,
  position: number,
  patch: Partial<ExtractedStatement>,
): Promise<void> {
  const row = table.row(position)
  if (!row) return
  table.patch(position, patch)
  if ((await attempt(editStatement(session, row.report, row.key, patch))) === null) await table.reload(position)
}

/** Opens the sentence of a row in the reader, with the statement current there. */
export function openSentence(row: StatementRow, beside = false): void {
  openView(
    {
      type: 'reader',
      key: row.source,
      params: { report: row.report, start: row.start, end: row.start + row.quantity.length, statement: row.key },
    },
    { beside },
  )
}

/** Takes the choice back. */
export const unselect = (table: TableController): void => table.store.setState({ selection: NONE })
