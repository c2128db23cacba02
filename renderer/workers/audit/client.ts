import { type ByPlaceClient, clientOf } from '../by-place/client'
import type { PlaceAudit } from './maker'

export type { PlaceAudit, QuotedFinding } from './maker'

interface AuditViews {
  whole: PlaceAudit
}

/** The audit of a project's places, made in a worker. */
export const auditClientOf = (project: string): ByPlaceClient<AuditViews> =>
  clientOf(
    'audit',
    project,
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'audit' }),
  )
