import type { Cell } from '#shared/model/cell'
import { type Message, message } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { Role } from '#shared/model/statement'
import { isEstimate, isPartial, strayReport } from './choice'
import { show } from './display'
import { type Asked, OTHER_KINDS, slotAt } from './gather'
import type { Candidate, MatrixCell, MatrixRow } from './matrix-types'
import { type Absence, absence } from './missing'
import { type Strand, standing } from './strand'
import { variantCaveats } from './variant-choice'
import { variantOf } from './variants'
import { VALUE_SEPARATOR } from './warnings'

/** What every empty cell shares: a matrix of a whole library holds a hundred thousand of them. */
const NOTHING: readonly never[] = []

const statesSomething = (cell: Cell): boolean =>
  cell.measure !== '' || cell.basis !== '' || cell.subset !== '' || cell.against !== ''

/** What to know of one mark before it is compared, beside what its column says. */
function ownWarnings(chosen: Candidate, candidates: readonly Candidate[], strand: Strand): readonly Message[] {
  const { cell } = chosen
  const { scale, settled, plainCaveats } = strand
  const stray = strayReport(chosen)
  const variant = statesSomething(cell) ? variantCaveats(variantOf(cell), settled) : plainCaveats
  const others = candidates.filter((candidate) => candidate.differs).length
  const misfits = candidates.filter((candidate) => !candidate.fits).length
  if (!stray && cell.base === scale.base && others + misfits === 0) return variant
  return [
    ...(stray ? [stray] : []),
    ...(cell.base === scale.base ? [] : [message('compare.warning.otherUnit', { unit: cell.unit })]),
    ...variant,
    ...(others > 0 ? [message('compare.warning.otherValues', { count: others })] : []),
    ...(misfits > 0 ? [message('compare.warning.otherVariants', { count: misfits })] : []),
  ]
}

const joined = (own: readonly Message[], shared: readonly Message[]): readonly Message[] =>
  own.length === 0 ? shared : shared.length === 0 ? own : [...own, ...shared]

/** Why nothing stands in a cell for which there are statements: the numbers that are of another variant. */
function otherVariant(candidates: readonly Candidate[]): Absence {
  const quantities = [...new Set(candidates.map(({ origin }) => origin.quantity))]
  return {
    state: 'silent',
    missing: message('compare.missing.otherVariant', { values: quantities.join(VALUE_SEPARATOR) }),
  }
}

/** A cell without a number. What all of them share stands on the class: there are many. */
class EmptyCell implements MatrixCell {
  readonly place: string
  readonly role: Role
  readonly indicator: string
  readonly year: string
  readonly candidates: readonly Candidate[]
  readonly absence: Absence

  constructor(row: MatrixRow, indicator: string, year: string, candidates: readonly Candidate[], reason: Absence) {
    this.place = row.place.code
    this.role = row.role
    this.indicator = indicator
    this.year = year
    this.candidates = candidates
    this.absence = reason
  }

  get state(): Absence['state'] {
    return this.absence.state
  }
  get missing(): Message {
    return this.absence.missing
  }
  get chosen(): null {
    return null
  }
  get shown(): null {
    return null
  }
  get partial(): boolean {
    return false
  }
  get estimate(): boolean {
    return false
  }
  get warnings(): readonly Message[] {
    return NOTHING
  }
}

/** One place in one role. Its cells are made when they are looked at: a table shows a few of hundreds of rows. */
export class Row implements MatrixRow {
  readonly place: PlaceRef
  readonly role: Role
  readonly #asked: Asked
  readonly #strands: readonly Strand[]
  readonly #at: { place: number; role: number }
  readonly #absences = new Map<number, Absence>()
  #cells: MatrixCell[] | null = null

  /**
   * @param at its place in `asked.places`
   * @param role place of its role in `asked.roles`
   */
  constructor(asked: Asked, strands: readonly Strand[], at: number, role: number) {
    this.place = asked.places[at]?.place ?? { code: '', name: '', short: '', level: 'county', parent: null }
    this.role = asked.roles[role] ?? 'actual'
    this.#asked = asked
    this.#strands = strands
    this.#at = { place: at, role }
  }

  get cells(): readonly MatrixCell[] {
    if (this.#cells) return this.#cells
    const cells: MatrixCell[] = []
    for (const strand of this.#strands)
      for (let column = 0; column < strand.columns.length; column++) cells.push(this.#cell(strand, column))
    this.#cells = cells
    return cells
  }

  holds(column: number): boolean {
    const years = this.#strands[0]?.columns.length ?? 1
    const strand = this.#strands[Math.floor(column / years)]
    return strand !== undefined && standing(strand.slots[this.#slot(strand, column % years)]) !== undefined
  }

  /** The year of a column of a series, by its place in `asked.years`; of 最近一期 the last one where there is none. */
  #year(strand: Strand, column: number): number {
    if (!strand.latest) return column
    const { place, role } = this.#at
    const latest = strand.latest[place * this.#asked.roles.length + role] ?? 0
    return latest > 0 ? latest - 1 : Math.max(0, this.#asked.years.length - 1)
  }

  #slot(strand: Strand, column: number): number {
    return slotAt(this.#asked, this.#at.place, this.#at.role, this.#year(strand, column))
  }

  /** Why there is nothing: told once for each year and other kind. */
  #absence(year: number, otherKind: number): Absence {
    const at = year * (OTHER_KINDS.length + 1) + otherKind
    const known = this.#absences.get(at)
    if (known) return known
    const made = absence(
      {
        placeName: this.place.short,
        year: this.#asked.years[year] ?? '',
        role: this.role,
        otherKind: OTHER_KINDS[otherKind - 1] ?? null,
      },
      this.#asked.places[this.#at.place]?.kinds ?? new Map(),
    )
    this.#absences.set(at, made)
    return made
  }

  #cell(strand: Strand, column: number): MatrixCell {
    const slot = this.#slot(strand, column)
    const candidates = strand.slots[slot]
    const chosen = standing(candidates)
    const at = strand.columns[column]
    if (!candidates || !chosen) {
      const reason = candidates
        ? otherVariant(candidates)
        : this.#absence(this.#year(strand, column), strand.otherKinds[slot] ?? 0)
      return new EmptyCell(this, strand.indicator.id, at?.year ?? '', candidates ?? NOTHING, reason)
    }
    const { cell } = chosen
    return {
      state: 'value',
      place: this.place.code,
      role: this.role,
      indicator: strand.indicator.id,
      year: cell.year,
      chosen,
      shown: show(cell, strand.scale.units.get(cell.base) ?? { base: cell.base, unit: cell.unit, factor: 1 }),
      candidates,
      partial: isPartial(cell.period),
      estimate: isEstimate(cell),
      warnings: joined(ownWarnings(chosen, candidates, strand), at?.warnings ?? NOTHING),
      missing: null,
    }
  }
}
