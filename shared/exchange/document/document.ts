/*
 * A document for a leader's desk (对比表, 任务分解表, 简报) as plain data: written as a Word file (`docx.ts`), and drawn
 * and printed as PDF by the window. All widths are shares of the page's width.
 */

/** Paper, upright or on its side. */
export interface Paper {
  size: 'A4' | 'A3'
  landscape: boolean
}

/** What a cell or a stretch of words means; colours are the house's (target amber, result teal). */
export type Tone = 'plain' | 'quiet' | 'target' | 'result' | 'good' | 'bad'

export type Align = 'left' | 'center' | 'right'

/** A cell of a table. */
export interface DocumentCell {
  text: string
  tone?: Tone
  bold?: boolean
  /** Columns that it takes, 1 where it is left out. */
  span?: number
  /** Rows that it takes. */
  rows?: number
  /** Numbers of the notes below the table that it refers to, from 1. */
  notes?: readonly number[]
  /** The number that `text` writes, with what stands on either side of it: a sheet has it as a number. */
  number?: { value: number; decimals: number | null; before: string; after: string }
}

/** A column of a table. */
export interface DocumentColumn {
  /** Share of the table's width; the shares of all columns are set against each other. */
  width: number
  align: Align
}

/** A table whose head is repeated on every page. */
export interface DocumentTable {
  type: 'table'
  /** Above the table, '' for none. */
  caption: string
  /** At the right above the table: the unit of all numbers, '' where each row has its own. */
  unit: string
  columns: readonly DocumentColumn[]
  head: readonly (readonly DocumentCell[])[]
  rows: readonly (readonly DocumentCell[])[]
  /** 口径说明: numbered in their order. */
  notes: readonly string[]
  /** 资料来源, '' for none. */
  sources: string
}

/** A stretch of a paragraph. */
export interface Stretch {
  text: string
  tone?: Tone
  bold?: boolean
}

/** A drawn chart. */
export interface DocumentPicture {
  type: 'picture'
  /** PNG. */
  bytes: Uint8Array<ArrayBuffer>
  /** Size in CSS pixels; it is fitted to the page's width. */
  width: number
  height: number
  caption: string
  /** For those who cannot see it. */
  alternative: string
  /** What must be said of its marks, below the caption. */
  notes?: readonly string[]
}

/** What a document is made of. */
export type Block =
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'paragraph'; words: readonly Stretch[] }
  | { type: 'quote'; words: readonly Stretch[]; source: string }
  | DocumentTable
  | DocumentPicture

/** A document as a whole. */
export interface PaperDocument {
  title: string
  /** Under the title: places, years, date; '' for none. */
  subtitle: string
  paper: Paper
  blocks: readonly Block[]
  /** At the foot of every page, before its number. */
  footer: string
}

/** Sizes of paper in millimetres, upright. */
export const PAPER_SIZES = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const

/** Margins of a page in millimetres. */
export const MARGIN = 20

/** Millimetres that a picture leaves on its page for the heading above it and the words below. */
const BESIDE_PICTURE = 32

/** The room that a picture has on a page, in millimetres: it is not cut over two. */
export function pictureRoom(paper: Paper): { width: number; height: number } {
  const { width, height } = pageSize(paper)
  return { width: width - 2 * MARGIN, height: height - 2 * MARGIN - BESIDE_PICTURE }
}

/** Width and height of a page in millimetres, as it lies. */
export function pageSize({ size, landscape }: Paper): { width: number; height: number } {
  const { width, height } = PAPER_SIZES[size]
  return landscape ? { width: height, height: width } : { width, height }
}
