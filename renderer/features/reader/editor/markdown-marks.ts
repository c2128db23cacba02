import type { Span } from '#shared/model/anchor'

/** Marks of Markdown in a text, and what they make bold. Offsets are UTF-16 code units. */
export interface MarkdownMarks {
  /** `#` before a heading, `**` around or beside what is bold. */
  syntax: readonly Span[]
  bold: readonly Span[]
}

const HEADING = /^#{1,6}[ \t]+(?=\S)/gmu
const BOLD = /\*\*/gu

/**
 * Finds the marks that a conversion to Markdown left in a text: the reader shows them small, the text keeps them.
 * A pair of `**` counts inside its line only; a single one is a mark that lost its other half.
 */
export function findMarkdown(text: string): MarkdownMarks {
  const syntax: Span[] = []
  const bold: Span[] = []
  for (const { index, 0: mark } of text.matchAll(HEADING)) syntax.push({ start: index, end: index + mark.length })
  let open: number | null = null
  for (const { index } of text.matchAll(BOLD)) {
    const end = index + 2
    syntax.push({ start: index, end })
    if (open === null || text.slice(open, index).includes('\n')) open = end
    else {
      if (index > open) bold.push({ start: open, end: index })
      open = null
    }
  }
  return { syntax: syntax.sort((a, b) => a.start - b.start), bold }
}
