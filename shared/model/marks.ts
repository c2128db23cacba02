import type { Span } from './anchor'
import type { Page } from './reading'

/** A heading that the format itself declares (a style, `h1`, an outline level). */
export interface MarkedHeading extends Span {
  /** Depth that the format gives it, from 1. */
  readonly level: number
}

/** What a format tells of its text beyond the characters. All offsets in the text that was read. */
export interface FormMarks {
  readonly headings: readonly MarkedHeading[]
  /** Menus, counters, signatures of a page; running headers, footers and page numbers of a print. */
  readonly furniture: readonly Span[]
  /** Pages in the order of the text, without overlap; empty where the format has none. */
  readonly pages: readonly Page[]
  /** Rows of tables: cells stand one after another, parted by a tab. */
  readonly rows: readonly Span[]
}

/** The marks of a format that tells nothing. */
export const NO_MARKS: FormMarks = { headings: [], furniture: [], pages: [], rows: [] }
