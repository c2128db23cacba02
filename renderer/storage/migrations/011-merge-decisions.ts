import type { Migration } from './migration'

/** How the conflicts of merges were settled. What is there stays as it is. Frozen. */
export const mergeDecisions: Migration = {
  version: 11,
  stores: { mergeDecisions: 'id' },
}
