import type { AnalysedReport, AnalysedSource } from '#shared/analysis/analyse'
import { type Language, translate } from '#shared/locales/translate'
import { doubtsOf } from '#shared/model/doubts'
import type { Analyser } from './analyser'
import type { Output } from './output'
import { eachFile } from './sources'

/** One report as `inspect` prints it. */
function reportLine({ report }: AnalysedReport, language: Language): Record<string, unknown> {
  const { place } = report
  return {
    title: report.title,
    place: place === null ? null : { code: place.code, name: place.name, level: place.level, parent: place.parent },
    ...(report.repairedFrom === null ? {} : { repaired_from: report.repairedFrom }),
    year: report.year,
    kind: report.kind,
    start: report.start,
    end: report.end,
    speaker: report.speaker,
    session: report.session,
    date: report.date,
    confidence: report.confidence,
    certainty: report.certainty,
    doubts: doubtsOf(report),
    reasons: report.reasons.map(({ key, params }) => translate(language, key, params)),
  }
}

/** The fields of a record that are not empty. */
const filled = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))

/** One source as `inspect` prints it. */
function sourceLine(file: string, { source, reading, reports }: AnalysedSource, language: Language): unknown {
  return {
    file,
    sha256: source.hash,
    format: source.format,
    encoding: reading.encoding,
    characters: reading.characters,
    provenance: filled(source.provenance),
    reports: reports.map((report) => reportLine(report, language)),
  }
}

/**
 * `inspect`: what each file is and which reports it holds, one line per file.
 * @returns the number of files that failed
 */
export async function inspect(files: readonly string[], analyser: Analyser, output: Output): Promise<number> {
  let failed = 0
  for await (const done of eachFile(files, (input) => analyser.analyse(input), analyser)) {
    if (done.ok) await output.line(sourceLine(done.file, done.value, output.language))
    else {
      failed += 1
      output.tellFailure(done.file, done.reason)
      await output.line({
        file: done.file,
        sha256: done.hash,
        format: null,
        encoding: null,
        characters: null,
        error: output.say(done.reason),
        error_key: done.reason.key,
        reports: [],
      })
    }
  }
  return failed
}
