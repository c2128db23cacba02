import type { Flow } from '../office/flow'
import type { XmlElement, XmlHandler } from '../office/xml'
import { OdtLists } from './lists'
import { type OdtStyles, OUTLINE } from './styles'

/** Nothing in there is text of the document as it is shown. */
const SKIPPED = new Set([
  ...['text:tracked-changes', 'office:annotation', 'text:sequence-decls', 'text:variable-decls', 'office:forms'],
  ...['text:user-field-decls', 'office:scripts', 'text:note-citation', 'text:ruby-text', 'text:hidden-text'],
  ...['text:bibliography-source', 'text:table-of-content-source', 'text:alphabetical-index-source', 'draw:object'],
  ...['svg:title', 'svg:desc', 'office:binary-data'],
])
const REPEATS = 1000

interface Paragraph {
  readonly style: string
  readonly outline: number | null
  readonly label: string
}

/** Reads the XML of an OpenDocument text into a flow. */
export class OdtBody implements XmlHandler {
  pictures = 0
  private depth = 0
  private skipFrom: number | null = null
  private inBody = false
  private paragraph: Paragraph | null = null
  private readonly outer: { readonly paragraph: Paragraph | null; readonly lists: OdtLists }[] = []
  private readonly cells: number[] = []
  private spaceBefore = true
  /** Set inside a cell that another covers: what it holds is not shown. */
  private isCovered = false
  private noteKind: 'footnote' | 'endnote' = 'footnote'
  private lists: OdtLists
  private readonly flow: Flow
  private readonly styles: OdtStyles

  constructor(flow: Flow, styles: OdtStyles) {
    this.flow = flow
    this.styles = styles
    this.lists = new OdtLists(styles)
  }

  open(element: XmlElement): void {
    this.depth++
    if (this.skipFrom !== null) return
    if (!this.inBody) {
      if (element.name === 'office:text') this.inBody = true
      else this.styles.open(element)
    } else if (SKIPPED.has(element.name) || this.isHidden(element)) this.skipFrom = this.depth
    else if (element.name.startsWith('text:')) this.words(element)
    else this.frame(element)
  }

  close(name: string): void {
    const at = this.depth--
    if (this.skipFrom !== null) {
      if (this.skipFrom === at) this.skipFrom = null
      return
    }
    if (!this.inBody) this.styles.close(name)
    else this.end(name)
  }

  /** White space collapses as in HTML (6.1.2). */
  text(words: string): void {
    if (this.skipFrom !== null || !this.inBody || !this.paragraph) return
    const collapsed = words.replace(/[\t\n\r ]+/g, ' ')
    const text = this.spaceBefore ? collapsed.replace(/^ /, '') : collapsed
    if (text === '') return
    this.spaceBefore = text.endsWith(' ')
    this.write(text)
  }

  private write(text: string): void {
    this.flow.text(text.replaceAll('\u00ad', ''))
  }

  private mark(text: string): void {
    if (!this.paragraph) return
    this.spaceBefore = false
    this.write(text)
  }

  private words(element: XmlElement): void {
    const { name } = element
    if (name === 'text:p' || name === 'text:h') this.startParagraph(element)
    else if (name === 'text:s') this.mark(' '.repeat(Math.min(Number(element.attribute('c') ?? 1) || 1, REPEATS)))
    else if (name === 'text:tab') this.mark('\t')
    else if (name === 'text:line-break') this.mark('\n')
    else if (name === 'text:list') {
      const goesOn = element.attribute('continue-numbering') === 'true'
      this.lists.startList(
        element.attribute('style-name'),
        element.attribute('id'),
        element.attribute('continue-list'),
        goesOn,
      )
    } else if (name === 'text:list-item') {
      const start = element.attribute('start-value')
      this.lists.startItem(start === undefined ? undefined : Number(start) || 0)
    } else if (name === 'text:note') this.startNote(element)
  }

  private frame(element: XmlElement): void {
    const { name } = element
    if (name === 'table:table-row') this.flow.startRow()
    else if (name === 'table:table-cell') {
      this.cells.push(Math.min(Number(element.attribute('number-columns-repeated') ?? 1) || 1, REPEATS))
      this.flow.startCell()
      this.paragraph = null
    } else if (name === 'table:covered-table-cell') {
      this.cells.push(Math.min(Number(element.attribute('number-columns-repeated') ?? 1) || 1, REPEATS))
      this.flow.startCell()
      this.isCovered = true
    } else if (name === 'draw:text-box') this.inward(() => this.flow.startBox())
    else if (name === 'draw:image') this.pictures++
  }

  private end(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.endParagraph()
    else if (name === 'text:list') this.lists.endList()
    else if (name === 'text:note') this.outward(() => this.flow.endNote(this.noteKind))
    else if (name === 'draw:text-box') this.outward(() => this.flow.endBox())
    else if (name === 'table:table-row') this.flow.endRow()
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.endCell()
    else if (name === 'office:text') this.inBody = false
  }

  private startNote(element: XmlElement): void {
    this.noteKind = element.attribute('note-class') === 'endnote' ? 'endnote' : 'footnote'
    this.inward(() => this.flow.startNote())
  }

  private inward(start: () => void): void {
    this.outer.push({ paragraph: this.paragraph, lists: this.lists })
    this.paragraph = null
    this.lists = new OdtLists(this.styles)
    start()
  }

  private outward(end: () => void): void {
    end()
    const outer = this.outer.pop()
    if (!outer) return
    this.paragraph = outer.paragraph
    this.lists = outer.lists
    this.spaceBefore = false
  }

  private startParagraph(element: XmlElement): void {
    const style = element.attribute('style-name') ?? ''
    const isHeading = element.name === 'text:h'
    const own = Number(element.attribute('outline-level') ?? 0)
    const outline = isHeading ? Math.max(1, own || 1) : this.styles.outlineOf(style)
    this.spaceBefore = true
    this.paragraph = { style, outline, label: this.labelOf(element, style, isHeading, outline) }
  }

  private labelOf(element: XmlElement, style: string, isHeading: boolean, outline: number | null): string {
    const listed = this.lists.next(style)
    if (listed !== '' || !isHeading || outline === null || element.attribute('is-list-header') === 'true') return listed
    return this.lists.heading(outline, this.styles.listOf(style) ?? OUTLINE)
  }

  private endParagraph(): void {
    if (!this.paragraph) return
    const { label, outline } = this.paragraph
    this.paragraph = null
    this.flow.endParagraph({ label, level: outline !== null && outline > 0 ? outline : null })
  }

  private endCell(): void {
    this.isCovered = false
    this.flow.endCell(this.cells.pop() ?? 1)
  }

  private isHidden(element: XmlElement): boolean {
    if (this.isCovered) return true
    const style = element.attribute('style-name')
    return style !== undefined && /^text:(?:span|p|h)$/.test(element.name) && this.styles.isHidden(style)
  }
}
