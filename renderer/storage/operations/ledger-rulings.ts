import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { FigureRef, LedgerRuling } from '#shared/model/ledger'
import type { ProposedChange } from '../changes'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'
import { isSaidAgain } from './said-again'

/** What the user says of a row of the ledger; what is left out stays as it was. */
export interface LedgerWord {
  target: FigureRef
  /** Source of the target. */
  source: string
  pairing?: LedgerRuling['pairing']
  verdict?: LedgerRuling['verdict']
  note?: string
}

const isOf = (ruling: LedgerRuling, { report, key }: FigureRef): boolean =>
  ruling.target.report === report && ruling.target.key === key

/** A ruling that leaves everything to the rules and says nothing. */
const isVoid = ({ pairing, verdict, note }: LedgerRuling): boolean =>
  pairing === 'auto' && verdict === null && note === ''

async function ruled(session: Session, words: readonly LedgerWord[]): Promise<ProposedChange[]> {
  const sources = [...new Set(words.map(({ source }) => source))]
  const known = await session.db.ledgerRulings.where('source').anyOf(sources).toArray()
  const at = now()
  return words.flatMap((word): ProposedChange[] => {
    const before = known.find((ruling) => isOf(ruling, word.target))
    const { id, pairing, verdict, note } = before ?? { id: newId(), pairing: 'auto', verdict: null, note: '' }
    const after: LedgerRuling = { id, pairing, verdict, note, ...word, author: session.author, updatedAt: at }
    if (isSaidAgain(before, after)) return []
    return [{ table: 'ledgerRulings', key: id, after: isVoid(after) ? null : after }]
  })
}

/**
 * Says of rows of the ledger, in one step, which result belongs to them and what the verdict is; a word that leaves all
 * to the rules takes the ruling away.
 * @returns null when nothing is different
 */
export const ruleLedger = (session: Session, words: readonly LedgerWord[]): Promise<JournalEntry | null> =>
  session.write(message('project.history.ledgerRuled', { count: words.length }), () => within(ruled(session, words)))
