import type { Migration } from './migration'

/**
 * The first schema. Frozen: a later change is a file of its own.
 *
 * The first word of each line is the primary key, the others are indexes, and only those that a query uses.
 * `cells.count` lets the library count statements by walking keys, without reading one packed record.
 */
export const first: Migration = {
  version: 1,
  stores: {
    sources: 'hash',
    readings: 'id, source',
    texts: 'reading',
    reports: 'id, source, version, [place.code+year]',
    sections: 'report, source',
    annotations: 'id, source, report, *codes',
    codes: 'id',
    statements: 'id, report, source, [report+origin]',
    engineOutput: 'report, source, engine',
    cells: 'report, source, count',
    places: 'code',
    indicators: 'id',
    comparisons: 'id',
    memos: 'id, [subject.type+subject.id]',
    rules: 'id',
    journalMirror: 'sequence',
    meta: 'key',
  },
}
