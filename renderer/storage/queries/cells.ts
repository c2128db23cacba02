import type { ReportCells } from '#shared/model/cell'
import type { ProjectDatabase } from '../database'
import { unpackRows } from '../pack'
import { hiddenSources } from './hidden'

/** The cells of every report of a visible source. */
export async function listCells(db: ProjectDatabase): Promise<ReportCells[]> {
  const [rows, hidden] = await Promise.all([db.cells.toArray(), hiddenSources(db)])
  return rows
    .filter(({ source }) => !hidden.has(source))
    .map(({ count: _, cells, ...report }) => ({ ...report, cells: unpackRows(cells) }))
}
