import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { FORMAT_RESOURCES } from '../../../electron/cli/format-resources'
import { analyseFile, type InputFile } from '../../../shared/analysis/analyse'
import { toCells } from '../../../shared/compare/cells'
import type { ReportMaterial } from '../../../shared/compare/material'
import { materialsOf } from '../../../shared/compare/materials-of'
import type { AnalysedSource } from '../../../shared/model/analysed'
import type { ReportCells } from '../../../shared/model/cell'

/** What the short form works on. */
export interface ShortMaterial {
  files: InputFile[]
  texts: string[]
  materials: ReportMaterial[]
  /** Cells of a library that is made of the seeds' reports in places with other codes. */
  cells: ReportCells[]
}

/** Reports of that library. */
const REPORTS = 300

const fileOf = (path: string): InputFile => {
  const bytes = readFileSync(path)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { name: basename(path), folder: basename(dirname(path)), hash, bytes, at: '2026-01-01T00:00:00.000Z' }
}

const cellsOf = ({ source, reports }: AnalysedSource): ReportCells[] =>
  reports.map(({ report: { id, place, year, kind, main }, statements }) => ({
    ...{ report: id, source: source.hash, place, year, kind, main },
    cells: toCells(statements.map((one) => ({ ...one, status: 'suggested' as const }))),
  }))

/** The same reports as those of so many places. */
function multiplied(cells: readonly ReportCells[], count: number): ReportCells[] {
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const one = cells[at % cells.length]
    if (!one?.place) return []
    const code = `${900_000 + Math.floor(at / cells.length) * 10 + (at % cells.length)}`
    return [{ ...one, report: crypto.randomUUID(), place: { ...one.place, code, name: code, short: code } }]
  })
}

/** Reads files as an import does. @throws Error for one that cannot be read */
export async function readMaterial(paths: readonly string[]): Promise<ShortMaterial> {
  const files = paths.map(fileOf)
  const analysed: AnalysedSource[] = []
  for (const file of files) {
    const one = await analyseFile(file, { resources: FORMAT_RESOURCES })
    if (!one.ok) throw new Error(`${file.name} could not be read: ${one.reason.key}`)
    analysed.push(one.value)
  }
  return {
    files,
    texts: analysed.map(({ text }) => text.text),
    materials: analysed.flatMap(materialsOf),
    cells: multiplied(analysed.flatMap(cellsOf), REPORTS),
  }
}
