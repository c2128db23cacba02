import type { Migration } from './migration'

/**
 * Annotations are found by where they stand in their source, so that those in view can be read before thousands of
 * others. Indexes that no query used are gone: each costs an import its share. No record is changed. Frozen.
 */
export const inTextOrder: Migration = {
  version: 12,
  stores: {
    annotations: 'id, [source+anchor.start], report, *codes',
    statements: 'id, report, source',
    engineMatters: 'report',
  },
}
