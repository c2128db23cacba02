import { type HidingRules, isHidden } from './hidden'
import { inkOf, type Laid, type PageLine } from './lines'
import { bringsNumber, ListNumbers } from './lists'
import { LineText } from './space'
import { Grid, isDataTable } from './tables'
import { attribute, type Element, isElement, type Node, type Root } from './tree'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const BLOCK = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre ' +
    'search section summary table tbody td tfoot th thead tr ul xmp',
)
/** Blocks with a margin: what a browser shows with a blank line around it. */
const SPACED = names('p h1 h2 h3 h4 h5 h6 pre blockquote table dl listing xmp')
const KEEPS_SPACE = names('pre listing xmp plaintext')
const PRE_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i
const OUTLINE_LEVEL = /mso-outline-level\s*:\s*([1-9])/i

/**
 * Lays a page out as lines of text, in document order, without what a browser does not show.
 * @param rules what style sheets hide; null for a page whose styles are not believed
 */
export function layOut(root: Root, rules: HidingRules | null): Laid {
  const page = new Page(rules)
  const stack: (Node | (() => void))[] = [...root.childNodes].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'function') next()
    else if (isElement(next)) page.enter(next, stack)
    else if (next.nodeName === '#text' && 'value' in next) page.text(next.value)
  }
  return page.done()
}

class Page {
  private readonly lines: PageLine[] = []
  private readonly elements: Element[] = []
  private readonly parents: number[] = []
  private readonly rules: HidingRules | null
  private readonly line = new LineText()
  private readonly lists: ListNumbers[] = []
  /** The data tables open, innermost last: in truth never more than one. */
  private readonly grids: Grid[] = []
  private current = -1
  private owner = -1
  private heading = 0
  private links = 0
  private linked = 0
  private spaced = 0
  private inCell = 0
  private gap = false
  private number = ''

  constructor(rules: HidingRules | null) {
    this.rules = rules
  }

  /** Begins an element: its children and its end are put on the stack. */
  enter(element: Element, stack: (Node | (() => void))[]): void {
    const { tagName } = element
    if (tagName === 'br') this.lineBreak()
    if (tagName === 'br' || isHidden(element, this.rules)) return
    const above = this.current
    this.current = this.elements.length
    this.elements.push(element)
    this.parents.push(above)
    const leave = this.begin(element)
    stack.push(() => {
      leave?.()
      if (BLOCK.has(tagName)) this.blockEdge(tagName)
      this.current = above
    })
    for (let index = element.childNodes.length - 1; index >= 0; index--) {
      const child = element.childNodes[index]
      if (child) stack.push(child)
    }
  }

  text(value: string): void {
    const was = this.line.empty
    if (this.number !== '' && value.trim() !== '') this.placeNumber(value)
    if (this.spaced > 0 && this.inCell === 0) this.asIs(value)
    else this.line.add(value)
    if (was && !this.line.empty) this.owner = this.current
    if (this.links > 0) this.linked += inkOf(value)
  }

  done(): Laid {
    this.endLine()
    return { lines: this.lines, elements: this.elements, parents: this.parents }
  }

  /** What an element changes while it is open. @returns what undoes it */
  private begin(element: Element): (() => void) | undefined {
    const { tagName } = element
    if (BLOCK.has(tagName)) this.blockEdge(tagName)
    if (KEEPS_SPACE.has(tagName) || PRE_STYLE.test(attribute(element, 'style'))) return this.during('spaced')
    if (tagName === 'a') return this.during('links')
    if (tagName === 'ol' || tagName === 'ul' || tagName === 'menu') return this.list(element)
    if (tagName === 'li') return this.item(element)
    if (tagName === 'table' && isDataTable(element)) return this.table()
    if (this.grids.length > 0 && tagName === 'tr') return () => this.endRow()
    if (this.grids.length > 0 && (tagName === 'td' || tagName === 'th')) return this.cell(element)
    const level = headingLevel(element)
    return level > 0 ? this.headed(level) : undefined
  }

  private during(what: 'spaced' | 'links'): () => void {
    this[what]++
    return () => {
      this.endLineIf(what === 'spaced')
      this[what]--
    }
  }

  private headed(level: number): () => void {
    this.heading = level
    return () => {
      this.endLine()
      this.heading = 0
    }
  }

  private list(element: Element): () => void {
    this.lists.push(new ListNumbers(element))
    return () => void this.lists.pop()
  }

  /** The number waits for the item's first text; an item that holds only a list shares its line with that. */
  private item(element: Element): () => void {
    this.number = this.lists.at(-1)?.take(element) || this.number
    return () => {
      this.number = ''
    }
  }

  private table(): () => void {
    this.grids.push(new Grid())
    return () => void this.grids.pop()
  }

  private cell(element: Element): () => void {
    this.inCell++
    return () => {
      this.inCell--
      this.number = ''
      this.grids.at(-1)?.add(element, this.line.take().replaceAll('\t', ' '))
    }
  }

  private endRow(): void {
    const text = this.grids.at(-1)?.row() ?? ''
    if (inkOf(text) > 0) this.put(text, true, this.current)
  }

  /** A number goes before an item's first text, unless the author wrote one. */
  private placeNumber(value: string): void {
    if (!bringsNumber(value)) this.line.add(this.number)
    this.number = ''
  }

  private asIs(value: string): void {
    const parts = value.replace(/\r\n?/g, '\n').split('\n')
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.lineBreak()
      if (part !== '') this.line.addAsIs(part)
      if (part !== '') this.owner = this.current
    }
  }

  private lineBreak(): void {
    if (this.inCell > 0) this.line.add(' ')
    else if (this.line.empty) this.gap = true
    this.endLine()
  }

  /** The beginning or end of a block ends the line; in a cell of data it is a space. */
  private blockEdge(tagName: string): void {
    if (this.inCell > 0 && tagName !== 'td' && tagName !== 'th') this.line.add(' ')
    this.endLine()
    if (SPACED.has(tagName) && this.grids.length === 0) this.gap = true
  }

  private endLineIf(wanted: boolean): void {
    if (wanted) this.endLine()
  }

  private endLine(): void {
    if (this.inCell > 0) return
    const text = this.line.take()
    if (/[^\s\u200B\uFEFF]/.test(text)) this.put(text, false, this.owner)
    else if (text !== '') this.gap = true
    this.linked = 0
  }

  private put(text: string, row: boolean, owner: number): void {
    const ink = inkOf(text)
    const linked = Math.min(this.linked, ink)
    const gap = this.gap && this.lines.length > 0
    this.lines.push({ text, owner, ink, linked, heading: row ? 0 : this.heading, row, gap })
    this.gap = false
    this.linked = 0
  }
}

function headingLevel(element: Element): number {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (tag !== undefined) return Number(tag)
  if (element.tagName !== 'p') return 0
  return Number(OUTLINE_LEVEL.exec(attribute(element, 'style'))?.[1] ?? 0)
}
