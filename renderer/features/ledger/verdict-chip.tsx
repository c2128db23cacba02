import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import { verdictKey } from '#shared/compare/ledger/wording'
import { SIGNS } from './format'
import styles from './ledger.module.css'
import type { LedgerWords } from './use-words'

/** What a row comes to: sign, word and colour; a pencil where it is the user's word. */
export function VerdictChip({ row, words }: { row: LedgerRow; words: LedgerWords }) {
  return (
    <span className={styles.verdict} data-verdict={row.verdict}>
      <span aria-hidden className={styles.sign}>
        {SIGNS[row.verdict]}
      </span>
      {words.t(verdictKey(row))}
    </span>
  )
}
