import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api'
import type { Typeface } from './layout/headings'

/** So many pages are asked for their fonts; a file that brings new ones on every page is not worth more. */
const PAGES = 12
const BOLD = /bold|black|heavy|demi|[-_,]b\b|simhei|heiti|黑体|粗/i
const STYLE =
  /[-_, ]?(?:regular|bold|black|heavy|medium|light|demi\w*|italic|oblique|roman|mt|ps|gb2312|gbk|gb18030)+$/i

/**
 * What the fonts of a document are, as far as its names tell. pdfjs gives them out only with the drawing of a page, so
 * it is asked for the drawing of the few pages that first use a font.
 */
export class Typefaces {
  readonly found = new Map<string, Typeface>()
  #asked = 0

  /** Looks up the faces of a page that are not known yet. */
  async learn(page: PDFPageProxy, faces: Iterable<string>): Promise<void> {
    const unknown = [...new Set(faces)].filter((face) => !this.found.has(face))
    if (unknown.length === 0 || this.#asked >= PAGES) return
    this.#asked++
    await page.getOperatorList()
    for (const face of unknown) {
      if (page.commonObjs.has(face)) this.found.set(face, typefaceOf(page.commonObjs.get(face)))
    }
  }
}

function typefaceOf(font: { name?: string; bold?: boolean; black?: boolean }): Typeface {
  const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '')
  const family = name.replace(STYLE, '').toLowerCase()
  return { bold: font.bold === true || font.black === true || BOLD.test(name), family }
}

/** Titles of the document's outline with their depth, from the top; what it points to is not followed. */
export async function outlineOf(document: PDFDocumentProxy): Promise<{ title: string; level: number }[]> {
  const titles: { title: string; level: number }[] = []
  const pending = ((await document.getOutline()) ?? []).map((item) => ({ item, level: 1 }))
  while (pending.length > 0 && titles.length < MOST_TITLES) {
    const next = pending.shift()
    if (!next) break
    titles.push({ title: next.item.title, level: next.level })
    const below = next.item.items as (typeof next.item)[]
    pending.unshift(...below.map((item) => ({ item, level: next.level + 1 })))
  }
  return titles
}

const MOST_TITLES = 5000
