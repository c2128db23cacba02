import type { FormMarks, MarkedHeading } from '../../../model/marks'
import type { Line } from './run'
import { between } from './spacing'

/** Lines of a page that stand outside its text: headers; footers and footnotes. */
export interface Rim {
  readonly label: string
  readonly head: readonly RimLine[]
  readonly foot: readonly RimLine[]
}

export interface RimLine {
  readonly text: string
  /** Headers, footers and page numbers; a footnote is text. */
  readonly furniture: boolean
}

/** A paragraph, a heading or a row, as the lines that make it. */
export interface Block {
  readonly lines: readonly Line[]
  /** From 1, null for what is no heading. */
  readonly level: number | null
}

/** The text that is being made, with what is known of it. */
interface Draft {
  text: string
  readonly starts: number[]
  readonly headings: MarkedHeading[]
  readonly furniture: { start: number; end: number }[]
  readonly rows: { start: number; end: number }[]
}

/**
 * Sets paragraphs into one text, a line each, and tells where pages, headings, furniture and rows of tables are.
 *
 * A paragraph that runs over the end of a page is one line, and the new page begins inside it. What stands at the edges
 * of the pages must not cut its sentence: the footer and the footnotes of the page that it begins on come before the
 * paragraph, the header of the page that it ends on behind it; each still lies within the span of its own page. Only of
 * a page that lies inside one paragraph as a whole do they come later than the page.
 */
export function compose(blocks: readonly Block[], rims: readonly Rim[]): { text: string; marks: FormMarks } {
  const draft: Draft = { text: '', starts: [], headings: [], furniture: [], rows: [] }
  /** Pages whose edge lines are still to be set. */
  let head = 0
  let foot = 0
  const open = (page: number) => {
    while (draft.starts.length <= page) draft.starts.push(draft.text.length)
  }
  const headsTo = (page: number) => {
    for (; head <= page; head++) setRim(draft, rims[head]?.head)
  }
  const feetTo = (page: number) => {
    for (; foot <= page; foot++) setRim(draft, rims[foot]?.foot)
  }
  const reach = (page: number) => {
    while (draft.starts.length <= page) {
      feetTo(draft.starts.length - 1)
      open(draft.starts.length)
      headsTo(draft.starts.length - 1)
    }
  }
  for (const block of blocks) {
    const [first, last] = [block.lines[0], block.lines.at(-1)]
    if (!first || !last) continue
    reach(first.page)
    if (last.page > first.page) feetTo(first.page)
    setBlock(draft, block, open)
    if (last.page === first.page) continue
    for (let page = first.page + 1; page < last.page; page++) {
      headsTo(page)
      feetTo(page)
    }
    headsTo(last.page)
  }
  reach(rims.length - 1)
  feetTo(rims.length - 1)
  return { text: draft.text, marks: marksOf(draft, rims) }
}

function marksOf({ text, starts, headings, furniture, rows }: Draft, rims: readonly Rim[]): FormMarks {
  const pages = rims.map(({ label }, at) => ({
    start: starts[at] ?? text.length,
    end: starts[at + 1] ?? text.length,
    label,
  }))
  return { headings, furniture, pages, rows }
}

function setRim(draft: Draft, lines: readonly RimLine[] | undefined): void {
  for (const { text, furniture } of lines ?? []) {
    const start = draft.text.length
    draft.text += text
    if (furniture) draft.furniture.push({ start, end: draft.text.length })
    draft.text += '\n'
  }
}

/** The lines of a paragraph as one. */
export const joined = (lines: readonly Pick<Line, 'text'>[]): string =>
  lines.reduce((text, line) => (text === '' ? line.text : text + between(text, line.text) + line.text), '')

/** @param open called with a page before its first character is set */
function setBlock(draft: Draft, { lines, level }: Block, open: (page: number) => void): void {
  const start = draft.text.length
  let before = ''
  for (const line of lines) {
    if (before !== '') draft.text += between(before, line.text)
    open(line.page)
    draft.text += line.text
    before = line.text
  }
  const span = { start, end: draft.text.length }
  if (level !== null) draft.headings.push({ ...span, level })
  if (lines.some(({ row }) => row)) draft.rows.push(span)
  draft.text += '\n'
}
