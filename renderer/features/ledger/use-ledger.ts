import { useMemo } from 'react'
import type { Ledger, LedgerScore } from '#shared/compare/ledger/ledger-types'
import { useSession } from '../../storage'
import { ledgerClientOf, type PlaceScores } from '../../workers/ledger/client'
import { type Made, useByPlace } from '../by-place'
import { useImporting } from '../import'

/**
 * The ledgers of some places, whole.
 * @param wanted nothing is made while nobody looks; while an import runs it waits for its end
 */
export function useLedgers(codes: readonly string[], wanted: boolean): Made<Ledger> {
  const { project } = useSession()
  const importing = useImporting()
  return useByPlace(ledgerClientOf(project.id), 'whole', codes, wanted && !importing)
}

/** How the targets of all places of the library came out. */
export function useLibraryScores(wanted: boolean): Made<PlaceScores> & { scores: readonly LedgerScore[] } {
  const { project } = useSession()
  const importing = useImporting()
  const made = useByPlace(ledgerClientOf(project.id), 'scores', null, wanted && !importing)
  const scores = useMemo(() => [...made.places.values()].flatMap((place) => place.scores), [made.places])
  return { ...made, scores }
}
