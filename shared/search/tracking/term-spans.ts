import type { Span } from '../../model/anchor'

/**
 * Where wordings stand in reports, as two columns that cross to another thread without a copy: eight bytes a span, and
 * four for each wording of each report.
 */
export interface PackedUse {
  /** For each report, and in it for each wording, how many spans stand before its own; one more at the end. */
  froms: Uint32Array<ArrayBuffer>
  /** Starts and ends in turn, UTF-16 code units in the texts of the readings. */
  spans: Uint32Array<ArrayBuffer>
}

/** Packs where wordings stand, report by report. */
export class UsePacker {
  readonly #froms: number[] = [0]
  readonly #spans: number[] = []

  /** Adds the next report. @param at for each wording its spans, in order and disjoint */
  add(at: readonly (readonly Span[])[]): void {
    for (const own of at) {
      for (const { start, end } of own) this.#spans.push(start, end)
      this.#froms.push(this.#spans.length / 2)
    }
  }

  packed(): PackedUse {
    return { froms: Uint32Array.from(this.#froms), spans: Uint32Array.from(this.#spans) }
  }
}

/** Where each wording stands in one report. Spans are made when they are asked for: most are only counted. */
export class TermSpans {
  readonly #packed: PackedUse
  readonly #first: number
  /** How many wordings there are. */
  readonly terms: number

  /** @param report its place among the reports that were packed */
  constructor(packed: PackedUse, report: number, terms: number) {
    this.#packed = packed
    this.#first = report * terms
    this.terms = terms
  }

  /** How often a wording stands there. */
  count(term: number): number {
    const { froms } = this.#packed
    return term < this.terms ? (froms[this.#first + term + 1] ?? 0) - (froms[this.#first + term] ?? 0) : 0
  }

  /** The span of a wording by its place, from the end where that is below zero; null where there is none. */
  at(term: number, place: number): Span | null {
    const count = this.count(term)
    const own = place < 0 ? count + place : place
    if (own < 0 || own >= count) return null
    const { froms, spans } = this.#packed
    const at = 2 * ((froms[this.#first + term] ?? 0) + own)
    return { start: spans[at] ?? 0, end: spans[at + 1] ?? 0 }
  }
}
