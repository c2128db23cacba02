import type { CitedFigure } from '#shared/model/ledger'
import type { ClaimExtent, ClaimSubject, MatterOf } from '#shared/model/matter'
import type { PlaceRef } from '#shared/model/place'
import type { MaterialMatter, MaterialStatement, ReportMaterial } from '../material'
import { genreOfReport, isOwn, isPaper, type Kept, ofCited, ofMatter, ofStatement } from './figures'
import type { LedgerFigure } from './ledger-types'
import { type Name, NameIndex, Names } from './phrases'

/** A result with its name made ready. */
export interface Entry {
  readonly figure: LedgerFigure
  /** Of its figure, which need not be made to be passed over. */
  readonly canonical: string
  readonly name: Name
  /** Which rule read it, and how surely. */
  readonly rule: string
  readonly confidence: number
}

/** A result of a report: most are never looked at, so the figure is made when it is asked for. */
class ToldEntry implements Entry {
  readonly rule: string
  readonly confidence: number
  readonly canonical: string
  readonly #phrase: string
  readonly #names: Names
  readonly #make: () => LedgerFigure
  #figure: LedgerFigure | null = null

  constructor(
    told: { phrase: string; canonical: string; rule: string; confidence: number },
    names: Names,
    make: () => LedgerFigure,
  ) {
    this.rule = told.rule
    this.confidence = told.confidence
    this.canonical = told.canonical
    this.#phrase = told.phrase
    this.#names = names
    this.#make = make
  }

  get figure(): LedgerFigure {
    this.#figure ??= this.#make()
    return this.#figure
  }

  get name(): Name {
    return this.#names.of(this.#phrase)
  }
}

/** A blanket claim that a later report makes. */
export interface ClaimEntry {
  figure: LedgerFigure
  subject: ClaimSubject
  extent: ClaimExtent
  levels: string
  covers: string
  /** It is about all targets, not about something of its own (空气质量改善年度目标). */
  general: boolean
}

/** What a claim over all targets may consist of; what is left over names something of its own (空气质量改善). */
const GENERAL =
  /[^，。]*(?:人大|会议|党代会|[市区县州]委)[^，。]*?(?:确定|通过|提出|部署|下达|明确)的?|各项|全部|所有|主要|既定|预期|预定|确定的?|年度|全年|当年|本年|今年|去年|\d{4}年度?|目标|任务|指标|工作|经济社会发展|国民经济和社会发展|经济发展|发展|重点|部署|计划|[的了和及与、“”]/gu
const isGeneralClaim = (covers: string): boolean => covers.replace(GENERAL, '').length <= 1

/** What is said of one data year of a place. */
export class Pool {
  readonly entries: Entry[] = []
  /** Relative targets that are told as reached (高于GDP增速). */
  readonly relative: Entry[] = []
  readonly ventures: Entry[] = []
  readonly claims: ClaimEntry[] = []
  #byCanonical: Map<string, Entry[]> | null = null
  #byName: NameIndex<Entry> | null = null
  #ventureNames: NameIndex<Entry> | null = null

  /** Figures of an indicator of the dictionary. */
  of(canonical: string): readonly Entry[] {
    if (this.#byCanonical === null) {
      this.#byCanonical = new Map()
      for (const entry of this.entries) {
        const held = this.#byCanonical.get(entry.canonical)
        if (held) held.push(entry)
        else this.#byCanonical.set(entry.canonical, [entry])
      }
    }
    return canonical === '' ? [] : (this.#byCanonical.get(canonical) ?? [])
  }

  /** Figures with a like name. */
  alike(name: Name): readonly (readonly [Entry, number])[] {
    this.#byName ??= new NameIndex(this.entries)
    return this.#byName.alike(name)
  }

  /** Ventures with a like name. */
  ventureAlike(name: Name): readonly (readonly [Entry, number])[] {
    this.#ventureNames ??= new NameIndex(this.ventures)
    return this.#ventureNames.alike(name)
  }
}

const NOTHING = new Pool()

/** A statement told of a stretch of years as how things stand at its end: growth told so is not the last year's. */
const STRETCH = /\+state$/u
/** Words of a period that reach over more than the year. */
const OVER_YEARS = /年均|年平均|[三四五两]年|十[二三四]五|以来|期间/u

/** A review of several years and averages over them are never the year's result. */
const ofTheYear = ({ year, period, rule, kind, measure }: MaterialStatement): boolean =>
  year.length > 4 ||
  (!OVER_YEARS.test(period) &&
    !(STRETCH.test(rule) && (kind === 'growth' || kind === 'points' || measure === 'added' || measure === 'done')))

/** All that the library holds of a place: its reports by year, and its results by data year. */
export class Shelf {
  readonly place: PlaceRef
  readonly reports: readonly Kept[]
  /** Years of its work reports: only these can be silent about a target. */
  readonly years: ReadonlySet<number>
  /** Latest 报告年度; what is due before it has been answered for, or never will be. */
  readonly latest: number
  /** Whether it has no digest, continuation or incomplete report. */
  readonly allWhole: boolean
  readonly #names: Names
  readonly #cited: readonly CitedFigure[]
  #pools: Map<string, Pool> | null = null

  constructor(reports: readonly Kept[], place: PlaceRef, cited: readonly CitedFigure[], names: Names) {
    this.reports = reports
    this.place = place
    this.years = new Set(reports.flatMap((kept) => (isPaper(kept) ? [] : kept.year)))
    this.latest = Math.max(...reports.map(({ year }) => year))
    this.allWhole = reports.every((kept) => kept.report.kind === 'full' || isPaper(kept))
    this.#cited = cited
    this.#names = names
  }

  /** Whether the user typed in figures of the place. */
  get hasCited(): boolean {
    return this.#cited.length > 0
  }

  /** Results of a data year (`2022`, `2021-2025`), told by later reports or typed in. */
  pool(year: string): Pool {
    this.#pools ??= this.#fill()
    return this.#pools.get(year) ?? NOTHING
  }

  /** All data years that have results. */
  get pools(): ReadonlyMap<string, Pool> {
    this.#pools ??= this.#fill()
    return this.#pools
  }

  #fill(): Map<string, Pool> {
    const pools = new Map<string, Pool>()
    const of = (year: string): Pool => {
      const known = pools.get(year)
      if (known) return known
      const pool = new Pool()
      pools.set(year, pool)
      return pool
    }
    for (const kept of this.reports) {
      for (const statement of kept.statements) this.#takeStatement(kept, statement, of)
      for (const matter of kept.matters) this.#takeMatter(kept, matter, of)
    }
    for (const cited of this.#cited) {
      const figure = ofCited(cited)
      of(cited.year).entries.push({
        figure,
        canonical: figure.canonical,
        name: this.#names.of(figure.phrase),
        rule: 'user',
        confidence: 1,
      })
    }
    return pools
  }

  #takeStatement(kept: Kept, statement: MaterialStatement, of: (year: string) => Pool): void {
    const { role, year, scope, article, status, indicator, rule, confidence } = statement
    if (role !== 'actual' || year === '' || !isOwn(scope)) return
    if (article !== 'main' && status === 'suggested') return
    // A report tells of a year when it is over: what it says of the running one is no result.
    if (Number(year.slice(-4)) >= kept.year || !ofTheYear(statement)) return
    const { canonical } = statement
    const told = { phrase: indicator, canonical, rule, confidence }
    of(year).entries.push(new ToldEntry(told, this.#names, () => ofStatement(kept, statement)))
  }

  #takeMatter(kept: Kept, matter: MaterialMatter, of: (year: string) => Pool): void {
    const { content } = matter
    const { role, year, scope, article, rule, confidence } = content
    if (role !== 'actual' || year === '' || scope !== 'own') return
    if (article !== 'main' && matter.status === 'suggested') return
    if (Number(year.slice(-4)) >= kept.year) return
    const pool = of(year)
    const entry = (type: 'relative_target' | 'venture', phrase: string, canonical: string): Entry =>
      new ToldEntry({ phrase, canonical, rule, confidence }, this.#names, () => ofMatter(kept, matter, type))
    if (content.type === 'relative_target')
      pool.relative.push(entry('relative_target', content.indicator, content.canonical))
    else if (content.type === 'venture') pool.ventures.push(entry('venture', content.name, ''))
    else if (content.type === 'claim') pool.claims.push(this.#claim(kept, matter, content))
  }

  #claim(kept: Kept, matter: MaterialMatter, { subject, extent, levels, covers }: MatterOf<'claim'>): ClaimEntry {
    return { figure: ofMatter(kept, matter, 'claim'), subject, extent, levels, covers, general: isGeneralClaim(covers) }
  }
}

/** What a ledger is made from, by place. */
export interface Library {
  shelves: ReadonlyMap<string, Shelf>
  names: Names
  /** Reports that take part, by id. */
  reports: ReadonlyMap<string, Kept>
}

const byYearAndId = (a: Kept, b: Kept): number => a.year - b.year || (a.report.id < b.report.id ? -1 : 1)

/** Sorts reports and cited figures by place. Reports without place or year, and versions beside the main one, are left. */
export function openLibrary(materials: readonly ReportMaterial[], cited: readonly CitedFigure[]): Library {
  const names = new Names()
  const reports = new Map<string, Kept>()
  const byPlace = new Map<string, Kept[]>()
  const places = new Map<string, PlaceRef>()
  const kept = materials.flatMap((material): Kept[] => {
    const { place, year, main } = material.report
    return place && year !== null && main
      ? [{ ...material, place: place.code, year, genre: genreOfReport(material.report) }]
      : []
  })
  for (const each of kept.sort(byYearAndId)) {
    // Two sources of one report are one report.
    if (reports.has(each.report.id)) continue
    reports.set(each.report.id, each)
    const own = byPlace.get(each.place)
    if (own) own.push(each)
    else byPlace.set(each.place, [each])
    // The latest report has the place's newest name.
    if (each.report.place) places.set(each.place, each.report.place)
  }
  const shelves = new Map<string, Shelf>()
  for (const [code, place] of places) {
    const own = cited.filter((figure) => figure.place === code).sort((a, b) => (a.id < b.id ? -1 : 1))
    shelves.set(code, new Shelf(byPlace.get(code) ?? [], place, own, names))
  }
  return { shelves, names, reports }
}
