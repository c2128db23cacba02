import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnalysedSource } from '#shared/analysis/analyse'
import { cellLines } from '#shared/compare/cell-lines'
import { toCells } from '#shared/compare/cells'
import { layOut } from '#shared/compare/layout'
import { buildMatrix } from '#shared/compare/matrix'
import type { Matrix } from '#shared/compare/matrix-types'
import { isIndicatorId, offerOf } from '#shared/compare/offer'
import { pagesOf } from '#shared/exchange/citation'
import { dataSheet, sourcesSheet, type TableContext } from '#shared/exchange/comparison-tables'
import { matrixSheet } from '#shared/exchange/matrix-sheet'
import { type Sheet, writeWorkbook } from '#shared/exchange/xlsx'
import { translate } from '#shared/locales/translate'
import type { ReportCells } from '#shared/model/cell'
import { comparisonDefaults } from '#shared/model/comparison'
import type { Page } from '#shared/model/reading'
import { StatementKind } from '#shared/model/statement'
import { placeByCode } from '#shared/places/gazetteer'
import { indicatorById } from '#shared/statements/indicators'
import { saveFile } from '../files/save'
import type { Analyser } from './analyser'
import type { Output } from './output'
import { eachFile } from './sources'

/** What a run keeps of its files: cells, names, and the sentences that the workbook quotes. */
class Material {
  readonly records: ReportCells[] = []
  readonly #files = new Map<string, string>()
  readonly #sentences = new Map<string, string>()
  readonly #pages = new Map<string, readonly Page[]>()

  /** Takes a source in. The same file twice counts once. */
  add(file: string, { source, text, reports }: AnalysedSource): void {
    if (this.#files.has(source.hash)) return
    this.#files.set(source.hash, file)
    this.#pages.set(source.hash, text.pages)
    for (const { report, statements } of reports) {
      const cells = toCells(statements.map((statement) => ({ ...statement, status: 'suggested' as const })))
      const { id, place, year, kind, main } = report
      this.records.push({ report: id, source: source.hash, place, year, kind, main, cells })
      for (const { start, sentence } of statements) {
        this.#sentences.set(`${source.hash}:${start}`, text.text.slice(sentence.start, sentence.end))
      }
    }
  }

  /** Where the file lies; inside an archive there is no address. */
  readonly linkOf = (source: string): string => {
    const file = this.#files.get(source)
    return file === undefined ? '' : pathToFileURL(resolve(file)).href
  }
  readonly fileOf = (source: string): string => this.#files.get(source) ?? source
  readonly pageOf = (source: string, start: number): string =>
    pagesOf(this.#pages.get(source) ?? [], { start, end: start + 1 })
  readonly sentenceOf = (source: string, start: number): string => this.#sentences.get(`${source}:${start}`) ?? ''
}

/** One matrix per kind that has data: all places, all years, the indicators of the dictionary. */
function matrices(records: readonly ReportCells[]): Matrix[] {
  const places = [...new Set(records.flatMap(({ place }) => (place === null ? [] : place.code)))]
  const at = new Date(0).toISOString()
  return StatementKind.options.flatMap((kind) => {
    const offer = offerOf(records, { places, role: 'both', kind })
    const indicators = offer.indicators.map(({ id }) => id).filter(isIndicatorId)
    const years = offer.years.map(({ year }) => year).sort()
    if (indicators.length === 0 || years.length === 0) return []
    const id = '00000000-0000-8000-8000-000000000000'
    const chosen = {
      ...comparisonDefaults(),
      id,
      name: '',
      updatedAt: at,
      places,
      years,
      indicators,
      role: 'both',
      kind,
      view: 'table',
      author: '',
    } as const
    const matrix = buildMatrix(records, chosen)
    return matrix.rows.some((row) => row.cells.some((cell) => cell.chosen !== null)) ? [matrix] : []
  })
}

/** Chinese name of an indicator of the dictionary, or the phrase. */
const indicatorOf = (id: string): string => indicatorById(id)?.name ?? id

/** A sheet per kind and one of its data; the list of the files once. */
function sheets(all: readonly Matrix[], context: TableContext): Sheet[] {
  const named = (sheet: Sheet, { kind }: Matrix): Sheet => ({
    ...sheet,
    name: `${sheet.name} ${translate(context.language, `compare.kind.${kind}`)}`,
  })
  const [first] = all
  return [
    ...all.flatMap((matrix) => [
      named(matrixSheet(layOut(matrix, comparisonDefaults(), indicatorOf), context), matrix),
      named(dataSheet(matrix, context), matrix),
    ]),
    ...(first === undefined ? [] : [sourcesSheet(first, context)]),
  ]
}

/**
 * `compare`: the numbers of all files side by side, as a workbook and as one line per cell.
 * @param path of the workbook, as it was given
 * @returns the number of files that failed, a workbook that could not be written among them
 */
export async function compare(
  files: readonly string[],
  path: string,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  const material = new Material()
  let failed = 0
  for await (const done of eachFile(files, (input) => analyser.analyse(input), analyser)) {
    if (done.ok) {
      material.add(done.file, done.value)
      if (done.value.reports.every(({ report }) => report.place === null))
        output.tell('cli.noPlace', { file: done.file })
    } else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  const all = matrices(material.records)
  if (all.length === 0) {
    output.tell('cli.noCells')
    return failed
  }
  const { language } = output
  const indicatorName = (id: string): string => {
    const indicator = indicatorById(id)
    return (language === 'en' ? indicator?.english : indicator?.name) ?? id
  }
  const { fileOf, linkOf, pageOf, sentenceOf } = material
  const groupName = (code: string): string => placeByCode(code)?.name ?? code
  const context = { language, indicatorName, groupName, fileOf, linkOf, pageOf, sentenceOf }
  // The workbook first: a reader of the lines may close its end early.
  await saveFile(resolve(path), await writeWorkbook(sheets(all, context)))
  output.tell('cli.written', { file: path })
  for (const matrix of all) await output.lines(cellLines(matrix, material.fileOf))
  return failed
}
