import type { Migration } from './migration'

/** Statements that were found elsewhere, by the source that they speak of. Frozen. */
export const extractions: Migration = {
  version: 4,
  stores: { extractions: 'id, source, extraction' },
}
