import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { FORMAT_RESOURCES } from '../../electron/cli/format-resources'
import { analyseFile } from '../../shared/analysis/analyse'
import { ownPlace } from '../../shared/places/own-place'
import type { StatementInput } from '../../shared/statements/input'

/** A report as the engine gets it, and the file that it stands in. */
export interface BenchReport {
  file: string
  input: StatementInput
}

/**
 * The reports of files, prepared so that only extraction is measured: decoded, with sections, place and year, as an
 * import hands them to the engine.
 * @throws Error for a file that cannot be read
 */
export async function readReports(paths: readonly string[]): Promise<BenchReport[]> {
  const reports: BenchReport[] = []
  for (const path of paths) {
    const bytes = readFileSync(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = { name: basename(path), folder: basename(dirname(path)), hash, bytes, at: '2026-01-01T00:00:00.000Z' }
    const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES })
    if (!analysed.ok) throw new Error(`${path} could not be read: ${analysed.reason.key}`)
    const { text, joins, stretches } = analysed.value.text
    for (const { report, sections } of analysed.value.reports) {
      const { start, end, year, kind, place } = report
      reports.push({
        file: path,
        input: { text, start, end, year, kind, sections, joins, stretches, place: ownPlace(place) },
      })
    }
  }
  return reports
}

/** Processor time in milliseconds that work takes, all threads together: others on the machine do not count. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
