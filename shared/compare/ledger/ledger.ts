import { type Message, message } from '#shared/model/identity'
import type { LedgerRuling, Verdict } from '#shared/model/ledger'
import type { Answer } from './answer'
import { kindCaveats, projectCaveat } from './caveats'
import { coveringClaim } from './claims'
import { type Case, decide, decideRuled } from './decide'
import { answerYear, dueYearOf } from './due'
import { isPaper, type Kept } from './figures'
import { answerParts } from './items'
import type { Ledger, LedgerFigure, LedgerInput, LedgerRow } from './ledger-types'
import { type Library, openLibrary, type Shelf } from './library'
import { markRows } from './marks'
import { type Target, targetsOf } from './targets'

const refName = ({ report, key }: { report: string | null; key: string }): string => `${report ?? ''}|${key}`

/** Verdicts that say nothing about how a promise was kept. */
const OPEN: ReadonlySet<Verdict> = new Set(['pending', 'incomparable'])

/** Caveats for which a row is left out of scores, whatever it says. */
const UNFAIR = new Set(
  ['digest', 'continuation', 'incomplete', 'other', 'vague'].map((name) => `ledger.caveat.${name}`),
)

/** Why a row is left out of scores; the user's own verdict always counts. */
function leftOutOf(row: LedgerRow): Message | null {
  if (row.ruling?.verdict) return null
  if (row.parts.length > 0) return message('ledger.leftOut.parts')
  const unfair = row.caveats.find(({ key }) => UNFAIR.has(key))
  if (unfair) return unfair
  if (row.target.measure === 'planned_total') return message('ledger.leftOut.plannedTotal')
  return unsureOf(row)
}

/** The caveat for which an outcome is too unsure to be counted, null where none is. */
function unsureOf({ verdict, caveats }: LedgerRow): Message | null {
  const of = (name: string): Message | undefined => caveats.find(({ key }) => key === `ledger.caveat.${name}`)
  const subset = of('subset')
  // The whole does not tell of its part, nor a part that falls short of the whole.
  if (subset && verdict === (subset.params.target === '' ? 'missed' : 'met')) return subset
  // Another name may be of another thing, another figure as good say otherwise.
  const doubt = of('phrase') ?? of('conflict')
  if (doubt && verdict === 'missed') return doubt
  const broader = of('broader')
  if (broader && (verdict === 'met' || verdict === 'missed')) return broader
  return of('far') ?? null
}

class Builder {
  readonly #input: LedgerInput
  readonly #library: Library
  readonly #rulings = new Map<string, LedgerRuling>()

  constructor(input: LedgerInput) {
    this.#input = input
    this.#library = openLibrary(input.materials, input.cited)
    for (const ruling of input.rulings.toSorted((a, b) =>
      a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : a.id < b.id ? -1 : 1,
    ))
      this.#rulings.set(refName(ruling.target), ruling)
  }

  build(): Ledger {
    const rows = this.#shelves().flatMap((shelf) => this.#shelfRows(shelf))
    const named = new Set(rows.map(({ target }) => refName(target.ref)))
    return {
      rows,
      untargeted: this.#input.untargeted === true ? this.#untargeted(rows) : [],
      strayRulings: this.#input.rulings.filter(({ target }) => this.#isStray(target, named)),
    }
  }

  #shelves(): Shelf[] {
    const { places } = this.#input
    const wanted = places === undefined ? null : new Set(places)
    return [...this.#library.shelves.values()]
      .filter(({ place }) => wanted === null || wanted.has(place.code))
      .sort((a, b) => (a.place.code < b.place.code ? -1 : 1))
  }

  #isWanted(year: number): boolean {
    const { years } = this.#input
    return years === undefined || years.includes(year)
  }

  #shelfRows(shelf: Shelf): LedgerRow[] {
    const rows: LedgerRow[] = []
    const years = [...shelf.years].filter((year) => this.#isWanted(year)).sort((a, b) => a - b)
    for (const year of years) {
      const own = shelf.reports
        .filter((kept) => kept.year === year && !isPaper(kept))
        .flatMap((kept) => this.#reportRows(shelf, kept))
      markRows(own, this.#library.names)
      rows.push(...own)
    }
    return rows
  }

  #reportRows(shelf: Shelf, kept: Kept): LedgerRow[] {
    const targets = targetsOf(kept, this.#input.ventures !== false)
    const parts = new Map<string, LedgerRow[]>()
    const rows = new Map<Target, LedgerRow>()
    // Figures first: an item of a list is what its figures come to.
    for (const target of targets) {
      if (target.figure.type === 'list_item') continue
      const row = this.#row(shelf, kept, target, [])
      rows.set(target, row)
      if (target.item !== null) parts.set(target.item, [...(parts.get(target.item) ?? []), row])
    }
    for (const target of targets) {
      if (target.figure.type !== 'list_item') continue
      rows.set(target, this.#row(shelf, kept, target, parts.get(target.figure.ref.key) ?? []))
    }
    return targets.flatMap((target) => rows.get(target) ?? [])
  }

  #row(shelf: Shelf, kept: Kept, target: Target, parts: readonly LedgerRow[]): LedgerRow {
    const { figure } = target
    const which: Case = { target, reportYear: kept.year, shelf, library: this.#library, rules: this.#input.settings }
    const dueYear = dueYearOf(figure, kept.year)
    const ruling = this.#rulings.get(refName(figure.ref)) ?? null
    const byRules = parts.length > 0 ? answerParts(parts) : decide(which)
    const answer = ruling === null || ruling.pairing === 'auto' ? byRules : decideRuled(which, ruling, this.#input)
    const pool = shelf.pool(answerYear(figure, kept.year))
    const covered = shelf.latest > dueYear ? coveringClaim(figure, shelf.place, pool) : null
    const row: LedgerRow = {
      id: refName(figure.ref),
      place: shelf.place,
      year: kept.year,
      dueYear,
      target: figure,
      result: answer.result,
      supporting: answer.supporting,
      others: answer.others,
      verdict: ruling?.verdict ?? answer.verdict,
      gap: answer.gap,
      exceeded: answer.exceeded && (ruling?.verdict ?? 'met') === 'met',
      why: answer.why,
      caveats: this.#caveats(shelf, kept, figure, answer, dueYear),
      coveredBy: covered,
      headline: false,
      parts: parts.map(({ id }) => id),
      repeats: null,
      leftOut: null,
      scored: false,
      ruling,
      rules: answerOf(byRules),
    }
    row.leftOut = leftOutOf(row)
    row.scored = row.leftOut === null && !OPEN.has(row.verdict)
    return row
  }

  #caveats(shelf: Shelf, kept: Kept, target: LedgerFigure, answer: Answer, dueYear: number): Message[] {
    return [
      ...kindCaveats(kept, answer, shelf, this.#library, dueYear),
      ...projectCaveat(target, answer.result, this.#library),
      ...answer.caveats,
    ]
  }

  /** Results of the wanted years that no row has taken, in the order of place, year and text. */
  #untargeted(rows: readonly LedgerRow[]): LedgerFigure[] {
    const taken = new Set(
      rows.flatMap(({ result, supporting }) => [result, ...supporting].flatMap((it) => (it ? refName(it.ref) : []))),
    )
    return this.#shelves().flatMap(({ pools }) =>
      [...pools]
        .filter(([year]) => this.#isWanted(Number(year.slice(-4))))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, pool]) => pool.entries.map(({ figure }) => figure).filter(({ ref }) => !taken.has(refName(ref)))),
    )
  }

  /** A ruling that stands for no row although its report is among those that have rows, or is not there at all. */
  #isStray(target: { report: string | null; key: string }, named: ReadonlySet<string>): boolean {
    if (named.has(refName(target))) return false
    const kept = target.report === null ? undefined : this.#library.reports.get(target.report)
    if (!kept) return true
    const { places, ventures } = this.#input
    // A venture has no row where none is asked for.
    if (ventures === false && kept.matters.some(({ content, key }) => content.type === 'venture' && key === target.key))
      return false
    return (places === undefined || places.includes(kept.place)) && this.#isWanted(kept.year)
  }
}

const answerOf = ({ result, why, verdict, gap, exceeded }: Answer): LedgerRow['rules'] => ({
  result,
  why,
  verdict,
  gap,
  exceeded,
})

/**
 * Makes the ledger: every target of the wanted places and years beside the result that later reports and cited figures
 * give, with a verdict and what must be known about it. Pure: the same for any order of reports and figures.
 */
export function buildLedger(input: LedgerInput): Ledger {
  return new Builder(input).build()
}
