import type { Migration } from './migration'

/** A comparison as it lay before: the table and two charts. */
interface Comparison {
  layout?: unknown
  groups?: unknown
  totals?: unknown
  latest?: unknown
  chart?: unknown
}

/** Packed cells of a report, a column for each field. */
interface StoredCells {
  cells?: { columns?: Record<string, unknown> }
}

/**
 * Ledger, audit and the comparison's further settings. Cells are told what a change is measured against (`against`);
 * the engine's version is raised with it, so every report is read again in the background. Frozen.
 */
export const comparing: Migration = {
  version: 8,
  stores: {
    citedFigures: 'id, place',
    ledgerRulings: 'id, source, target.report',
    auditRulings: 'id, source, finding',
    seriesBreaks: 'id',
    projectSettings: 'id',
  },
  upgrade: async (transaction) => {
    await transaction
      .table<Comparison>('comparisons')
      .toCollection()
      .modify((comparison) => {
        comparison.layout ??= { rows: ['place'], columns: ['indicator', 'year'] }
        comparison.groups ??= 'none'
        comparison.totals ??= false
        comparison.latest ??= false
        comparison.chart ??= { heat: 'rank', x: '', y: '', year: '', place: '', sort: 'value', scale: 'range' }
      })
    await transaction
      .table<StoredCells>('cells')
      .toCollection()
      .modify(({ cells }) => {
        if (cells?.columns) cells.columns = { ...cells.columns, against: { type: 'same', value: '' } }
      })
  },
}
