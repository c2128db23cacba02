import type { Page } from '#shared/model/reading'

const PERCENT = /^(\d{1,3})(?:\.\d+)?\s*[%％]$/

/** What was typed without the words around it: 第 3 页, p. 3, full-width digits. */
const bare = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/^(?:第|p\.?|page)\s*/i, '')
    .replace(/\s*[页版]$/, '')

/**
 * Where a page begins that somebody names: by its label (iv, A3), else by its number in the file; a share of the text
 * (40%) leads there too, also in a file without pages.
 * @param length length of the text in UTF-16 code units
 * @returns an offset, or null where there is no such place
 */
export function placeOfPage(typed: string, pages: readonly Page[], length: number): number | null {
  const wanted = bare(typed)
  const share = PERCENT.exec(wanted)
  if (share) {
    const percent = Number.parseFloat(wanted)
    return percent <= 100 ? Math.floor((length * percent) / 100) : null
  }
  const labelled = pages.find(({ label }) => label.toLocaleLowerCase() === wanted.toLocaleLowerCase())
  if (labelled) return labelled.start
  return /^\d+$/.test(wanted) ? (pages[Number(wanted) - 1]?.start ?? null) : null
}
