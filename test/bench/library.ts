import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { analyseFile } from '../../shared/analysis/analyse'
import { toCell } from '../../shared/compare/cells'
import type { ReportCells } from '../../shared/model/cell'

/** The files of a library: texts, and what the engine makes of them in Node, to check the window's import against. */
export interface Library {
  name: string
  paths: readonly string[]
  texts: readonly string[]
  files: number
  reports: number
  statements: number
  /** What the comparison reads, of every report. */
  cells: readonly ReportCells[]
}

const AT = '2026-01-01T00:00:00.000Z'

/** All files under a folder, folders in it too. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/**
 * Reads files as the importer would. Files with the same bytes are one.
 * @throws Error for a file that cannot be imported: the figures of a library that is not whole would say nothing
 */
export async function readLibrary(name: string, paths: readonly string[]): Promise<Library> {
  const seen = new Set<string>()
  const texts: string[] = []
  const cells: ReportCells[] = []
  let statements = 0
  for (const path of paths) {
    const bytes = readFileSync(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (seen.has(hash)) continue
    seen.add(hash)
    const analysed = await analyseFile({ name: path, hash, bytes, at: AT }, { resources: FORMAT_RESOURCES })
    if (!analysed.ok) throw new Error(`${path} cannot be imported: ${analysed.reason.key}`)
    texts.push(analysed.value.text.text)
    for (const { report, statements: found } of analysed.value.reports) {
      const { id, source, place, year, kind, main } = report
      const own = found.flatMap((statement) => toCell(statement, 'suggested') ?? [])
      cells.push({ report: id, source, place, year, kind, main, cells: own })
      statements += found.length
    }
  }
  return { name, paths, texts, files: seen.size, reports: cells.length, statements, cells }
}
