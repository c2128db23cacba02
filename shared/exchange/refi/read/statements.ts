import { type IncomingStatement, incomingStatement } from '../../incoming-statement'
import { RECORD } from '../statement-codes'

/** The statement that a note of ours holds, null where it holds none. */
export function statementIn(note: string, span: { start: number; quote: string }): IncomingStatement | null {
  const line = note.split('\n').find((one) => one.startsWith(RECORD))
  if (line === undefined) return null
  try {
    return incomingStatement(JSON.parse(line.slice(RECORD.length)), span)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
