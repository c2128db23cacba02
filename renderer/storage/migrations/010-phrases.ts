import type { Migration } from './migration'

/** Groups of wordings whose use is followed. What is there stays as it is. Frozen. */
export const phrases: Migration = {
  version: 10,
  stores: { phraseGroups: 'id' },
}
