import type { Element } from './tree'

/** One line of a page as it is read, before it is decided what is main text. */
export interface PageLine {
  readonly text: string
  /** Index of the innermost element at its beginning, in `Laid.elements`. */
  readonly owner: number
  /** Characters without white space. */
  readonly ink: number
  /** How many of them stand in links. */
  readonly linked: number
  /** 1 to 6 for headings that the page declares, else 0. */
  readonly heading: number
  /** A row of a data table, cells parted by tabs. */
  readonly row: boolean
  /** Whether a blank line stands before it. */
  readonly gap: boolean
}

/** A page as lines, and the elements that hold them. */
export interface Laid {
  readonly lines: readonly PageLine[]
  /** In document order. */
  readonly elements: readonly Element[]
  /** The parent of each, as an index; -1 for the first. */
  readonly parents: readonly number[]
}

/** Characters of a text without its white space. */
export const inkOf = (text: string): number => text.length - (text.match(/\s/g)?.length ?? 0)
