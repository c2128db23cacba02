import type { AnalysedSource } from '#shared/analysis/analyse'
import { buildLedger } from '#shared/compare/ledger/ledger'
import type { LedgerFigure, LedgerRow } from '#shared/compare/ledger/ledger-types'
import { sayLedger } from '#shared/compare/ledger/wording'
import type { ReportMaterial } from '#shared/compare/material'
import { materialsOf } from '#shared/compare/materials-of'
import { translate } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import { LedgerSettings } from '#shared/model/ledger'
import type { Analyser } from './analyser'
import type { Output } from './output'
import { eachFile } from './sources'

/** What of a ledger is asked for. */
export interface LedgerOptions {
  /** Codes, names or short names of places; all where there are none. */
  places: readonly string[]
  /** 报告年度; all where there are none. */
  years: readonly number[]
  /** Named ventures too. */
  all: boolean
}

/** What a run keeps of its files: what the ledger needs, names, and the words of blanket claims. */
class Library {
  readonly materials: ReportMaterial[] = []
  readonly #files = new Map<string, string>()
  readonly #claims = new Map<string, string>()

  /** Takes a source in. The same file twice counts once. */
  add(file: string, analysed: AnalysedSource): void {
    const { hash } = analysed.source
    if (this.#files.has(hash)) return
    this.#files.set(hash, file)
    for (const material of materialsOf(analysed)) {
      // The ledger needs no text: thousands of reports are held at once.
      this.materials.push({ ...material, text: '' })
      for (const { content } of material.matters)
        if (content.type === 'claim')
          this.#claims.set(`${hash}:${content.start}`, material.text.slice(content.start, content.end))
    }
  }

  readonly fileOf = (source: string): string => this.#files.get(source) ?? source
  readonly claimAt = (source: string, start: number): string => this.#claims.get(`${source}:${start}`) ?? ''

  /** Codes of the places that are meant; null where all are. */
  codesOf(wanted: readonly string[]): string[] | null {
    if (wanted.length === 0) return null
    const places = this.materials.flatMap(({ report: { place } }) => place ?? [])
    const meant = places.filter(({ code, name, short }) => [code, name, short].some((each) => wanted.includes(each)))
    return [...new Set(meant.map(({ code }) => code))]
  }
}

/** A figure as a line has it. */
const numberOf = ({ value, high, unit, comparator, kind, year }: LedgerFigure) => ({
  value,
  high,
  unit,
  comparator,
  kind,
  year,
})

/** Where a figure stands. */
function spanOf({ origin }: LedgerFigure, { fileOf }: Library) {
  return origin === null ? [] : [{ file: fileOf(origin.source), start: origin.start, end: origin.end }]
}

function claimOf({ coveredBy }: LedgerRow, library: Library) {
  if (!coveredBy) return null
  const { figure, covers } = coveredBy
  const [span] = spanOf(figure, library)
  const text = figure.origin ? library.claimAt(figure.origin.source, figure.origin.start) : ''
  return { covers, text, ...span }
}

/** The line of a row. */
function lineOf(row: LedgerRow, library: Library, say: (message: Message) => string) {
  const { place, target, result, supporting, gap } = row
  const figures = [target, ...(result ? [result] : []), ...supporting]
  return {
    place: { code: place.code, name: place.name },
    year: row.year,
    indicator: target.indicator,
    phrase: target.phrase,
    type: target.type,
    list: target.list,
    wording: target.wording,
    subset: target.subset,
    headline: row.headline,
    target: { ...numberOf(target), ...target.relation, ...(target.stage === '' ? {} : { stage: target.stage }) },
    result: result && {
      ...numberOf(result),
      ...result.relation,
      ...(result.stage === '' ? {} : { stage: result.stage }),
    },
    verdict: row.verdict,
    exceeded: row.exceeded,
    gap,
    why: say(row.why),
    caveats: row.caveats.map((caveat) => ({
      code: caveat.key.replace('ledger.caveat.', ''),
      ...caveat.params,
      text: say(caveat),
    })),
    covered_by: claimOf(row, library),
    scored: row.scored,
    evidence: figures.flatMap((figure) => spanOf(figure, library)),
  }
}

/** A ledger over thousands of reports is written piece by piece. */
const CHUNK = 1_000

/**
 * `ledger`: every target of every place and report year beside the result that later files give, one line each.
 * @returns the number of files that failed
 */
export async function ledger(
  files: readonly string[],
  { places, years, all }: LedgerOptions,
  analyser: Analyser,
  output: Output,
): Promise<number> {
  const library = new Library()
  let failed = 0
  for await (const done of eachFile(files, (input) => analyser.analyse(input), analyser)) {
    if (done.ok) {
      library.add(done.file, done.value)
      if (done.value.reports.every(({ report }) => report.place === null || report.year === null))
        output.tell('cli.ledger.noPlace', { file: done.file })
    } else {
      failed += 1
      output.tellFailure(done.file, done.reason)
    }
  }
  const codes = library.codesOf(places)
  const { rows } = buildLedger({
    materials: library.materials,
    cited: [],
    rulings: [],
    settings: LedgerSettings.parse({ id: 'ledger', updatedAt: new Date(0).toISOString() }),
    ventures: all,
    ...(codes === null ? {} : { places: codes }),
    ...(years.length === 0 ? {} : { years }),
  })
  if (rows.length === 0) output.tell('cli.ledger.none')
  const say = (message: Message): string => sayLedger((key, params) => translate(output.language, key, params), message)
  for (let at = 0; at < rows.length; at += CHUNK)
    await output.lines(rows.slice(at, at + CHUNK).map((row) => lineOf(row, library, say)))
  return failed
}
