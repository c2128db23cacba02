import { useMemo } from 'react'
import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { Message } from '#shared/model/identity'
import { useSession } from '../../storage'
import { ledgerClientOf } from '../../workers/ledger/client'
import { useByPlace } from '../by-place'
import { useImporting } from '../import'

/** Ledgers of places. */
export interface LedgerRows {
  /** All rows of all years, by place; null while they are made for the first time. */
  rows: readonly LedgerRow[] | null
  failed: Message | null
}

/**
 * The rows of the ledgers of places, again when something has changed; what was made before is shown meanwhile.
 * @param codes the places, in the order of the rows
 * @param wanted nothing is made while nobody looks; while an import runs it waits for its end
 */
export function useLedgerRows(codes: readonly string[], wanted: boolean): LedgerRows {
  const { project } = useSession()
  const importing = useImporting()
  const made = useByPlace(ledgerClientOf(project.id), 'whole', codes, wanted && !importing)
  const { places, failed, complete } = made
  const name = codes.join(' ')
  return useMemo(() => {
    if (!complete) return { rows: null, failed: null }
    const rows = failed ? [] : name.split(' ').flatMap((code) => places.get(code)?.rows ?? [])
    return { rows, failed }
  }, [places, failed, complete, name])
}
