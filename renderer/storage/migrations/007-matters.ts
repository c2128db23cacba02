import type { Migration } from './migration'

/**
 * Matters: what the engine finds beside statements (`engineMatters`, packed, a row for each report), those that the user
 * has touched, and the user's word on which ventures are the same. Frozen.
 *
 * Nothing is written here: the engine's version is raised with it, so every report is read again in the background.
 */
export const matters: Migration = {
  version: 7,
  stores: { engineMatters: 'report, source', matters: 'id, source, report', ventureLinks: 'id, a.report, b.report' },
}
