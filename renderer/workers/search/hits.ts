import { Spans } from '#shared/search/spans'
import { lastUpToNear } from '#shared/search/units'
import type { HeldReport, HeldText } from './held'

/** Hits that stand behind each other in one report, or outside of all, of one text. */
export interface Run {
  readonly held: HeldText
  readonly report: HeldReport | null
  /** Place of its first hit among all. */
  readonly from: number
}

/** A hit with where it stands. */
export interface PlacedHit {
  readonly held: HeldText
  readonly report: HeldReport | null
  readonly start: number
  readonly end: number
}

/** The hits of a search in the order of texts: eight bytes a hit. */
export class Hits {
  readonly spans = new Spans()
  readonly runs: Run[] = []
  /** `from` of every run. */
  readonly #froms: number[] = []
  /** The run that was asked for last: whoever asks for one hit behind the other finds it there. */
  #known = 0

  /** Begins the hits of a report in a text. */
  begin(held: HeldText, report: HeldReport | null): void {
    this.runs.push({ held, report, from: this.spans.length })
    this.#froms.push(this.spans.length)
  }

  /** The place behind the last hit of a run. */
  endOf(run: number): number {
    return this.#froms[run + 1] ?? this.spans.length
  }

  /** The run that has the hit at a place; undefined where there is no hit at all. */
  runOf(place: number): Run | undefined {
    this.#known = lastUpToNear(this.#froms, place, this.#known)
    return this.runs[this.#known]
  }

  /** The hit at a place; null where there is none. */
  at(place: number): PlacedHit | null {
    const run = this.runOf(place)
    if (!run || place >= this.spans.length) return null
    return { held: run.held, report: run.report, start: this.spans.start(place), end: this.spans.end(place) }
  }
}
