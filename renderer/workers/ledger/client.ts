import type { Ledger } from '#shared/compare/ledger/ledger-types'
import { type ByPlaceClient, clientOf } from '../by-place/client'
import type { PlaceScores } from './maker'

export type { PlaceScores } from './maker'

interface LedgerViews {
  whole: Ledger
  scores: PlaceScores
}

/** The ledgers of a project's places, made in a worker. */
export const ledgerClientOf = (project: string): ByPlaceClient<LedgerViews> =>
  clientOf(
    'ledger',
    project,
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ledger' }),
  )
