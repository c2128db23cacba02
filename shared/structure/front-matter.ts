import type { Line } from '../text/lines'

/** The block between two --- lines at the head of a Markdown file. */
export interface FrontMatter {
  /** Index of the first line after it; 0 where there is none. */
  readonly next: number
  /** Index of the line with the title, null where there is none. */
  readonly title: number | null
}

/** A front matter is short; a --- further down is a rule. */
const LONGEST = 20

/** Reads the front matter of a text, as static sites and converters write it. */
export function frontMatterOf(lines: readonly Line[]): FrontMatter {
  if (lines[0]?.ink !== '---') return { next: 0, title: null }
  const close = lines.findIndex((line, index) => index > 0 && index < LONGEST && line.ink === '---')
  if (close < 0) return { next: 0, title: null }
  const title = lines.slice(0, close).findIndex((line) => line.ink.startsWith('title:'))
  return { next: close + 1, title: title < 0 ? null : title }
}
