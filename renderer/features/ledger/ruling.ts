import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { LedgerRuling, Verdict } from '#shared/model/ledger'
import { type LedgerWord, ruleLedger, type Session } from '../../storage'
import { attempt } from '../places'

type Word = Pick<LedgerWord, 'pairing' | 'verdict' | 'note'>

/** Says something of a row; what is left out stays as it was. */
async function rule(session: Session, row: LedgerRow, word: Word): Promise<void> {
  const source = row.target.origin?.source
  if (source !== undefined) await attempt(ruleLedger(session, [{ target: row.target.ref, source, ...word }]))
}

/** Says which result belongs to a row: one of those at hand, none, or the one that the rules find. */
export const pair = (session: Session, row: LedgerRow, pairing: LedgerRuling['pairing']): Promise<void> =>
  rule(session, row, { pairing })

/** Says what a row comes to, with why; null leaves it to the rules. */
export const overrule = (session: Session, row: LedgerRow, verdict: Verdict | null, note: string): Promise<void> =>
  rule(session, row, { verdict, note: note.trim() })

/** Writes a note on a row. */
export const annotate = (session: Session, row: LedgerRow, note: string): Promise<void> =>
  rule(session, row, { note: note.trim() })

/** Leaves a row to the rules again, without a note. */
export const unrule = (session: Session, row: LedgerRow): Promise<void> =>
  rule(session, row, { pairing: 'auto', verdict: null, note: '' })
