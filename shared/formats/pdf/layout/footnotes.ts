import type { Line } from './run'

/** Letters of a footnote are smaller than the text's by this factor at least. */
const SMALLER = 0.92
const MARK = /^(?:[①-⑳*＊†※]|[[【［〔（(]?\d{1,3}[\]】］〕）)]?|注\d*[:：]|\[注\])/

/**
 * Parts the footnotes from the lines of a page: small lines at the end of a region, from the first that begins with a
 * mark on. They must not stand between a sentence and its end on the next page.
 * @param lines lines of one page in the order of reading
 * @param size size of the document's text
 */
export function partFootnotes(lines: readonly Line[], size: number): { text: Line[]; notes: Line[] } {
  const text: Line[] = []
  const notes: Line[] = []
  for (const region of new Set(lines.map((line) => line.region))) {
    const own = lines.filter((line) => line.region === region)
    const start = notesFrom(own, size)
    text.push(...own.slice(0, start))
    notes.push(...own.slice(start))
  }
  return { text, notes }
}

/** Where the footnotes of a region begin, its length where there are none; a region of nothing else has none. */
function notesFrom(lines: readonly Line[], size: number): number {
  let start = lines.length
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]
    if (!line || line.row || line.size > SMALLER * size) break
    if (MARK.test(line.text)) start = at
  }
  return start
}
