import { Fields } from '../office/fields'
import type { Flow } from '../office/flow'
import type { ListLabels } from '../office/list-labels'
import { symbolCharacter } from '../office/symbols'
import type { XmlElement, XmlHandler } from '../office/xml'
import { isOn } from './namespaces'
import type { Numbering } from './numbering'
import { headingLevel, type Styles } from './styles'
import { TableReader } from './tables'

/** What a document's parts share while its text is read. */
export interface Reading {
  readonly flow: Flow
  readonly styles: Styles
  readonly numbering: Numbering
  readonly labels: ListLabels
  /** Notes in the order in which the text refers to them, as `footnote/<id>`. */
  readonly notes: Map<string, number>
  /** What was met and not read. */
  readonly left: { pictures: number; headers: boolean; embedded: number }
}

interface Paragraph {
  style?: string
  list?: string
  level?: number
  outline?: number
  /** Its mark is deleted, moved away or hidden: the next paragraph continues it. */
  goesOn: boolean
}

interface Run {
  hidden?: boolean
  style?: string
}

/** Old properties beside a tracked change of format, phonetic guides: nothing in there is shown as text. */
const SKIPPED = new Set([
  ...['w:rPrChange', 'w:pPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:tblPrExChange', 'w:tblGridChange'],
  ...['w:trPrChange', 'w:tcPrChange', 'w:numberingChange', 'w:rt', 'w:ffData'],
])
/** What runs write besides words. */
const CHARACTERS = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
])

/** Reads the XML of a document's body, or of its notes, into a flow: the text as it is shown after all corrections. */
export class BodyReader implements XmlHandler {
  private depth = 0
  /** Set while a part of the tree is passed over. `closes`: the element's own end is still heard. */
  private skip: { readonly depth: number; readonly closes: boolean } | null = null
  private paragraph: Paragraph = { goesOn: false }
  private run: Run | null = null
  private inside: 'pPr' | 'mark' | null = null
  private gone = 0
  private fields = new Fields()
  private words: string[] | null = null
  private readonly outer: { paragraph: Paragraph; run: Run | null; fields: Fields }[] = []
  private readonly controls: { placeholder: boolean }[] = []
  private readonly alternatives: { readonly before: number }[] = []
  private noteOrder: number | null = null
  private readonly tables: TableReader
  private readonly reading: Reading

  constructor(reading: Reading) {
    this.reading = reading
    this.tables = new TableReader(reading.flow)
  }

  open(element: XmlElement): void {
    this.depth++
    if (this.skip) return
    const { name } = element
    if (SKIPPED.has(name)) this.pass()
    else if (this.inside) this.paragraphProperty(element)
    else if (this.run) this.insideRun(element)
    else this.around(element)
  }

  close(name: string): void {
    const at = this.depth--
    if (this.skip) {
      if (this.skip.depth < at) return
      const { closes } = this.skip
      this.skip = null
      if (!closes) return
    }
    this.end(name)
  }

  text(words: string): void {
    if (!this.skip) this.words?.push(words)
  }

  private pass(closes = false, depth = this.depth): void {
    this.skip = { depth, closes }
  }

  /** Elements outside runs. */
  private around(element: XmlElement): void {
    const { name } = element
    if (this.tables.isInProperties) this.table(element)
    else if (name === 'w:p') this.paragraph = { goesOn: false }
    else if (name === 'w:pPr') this.inside = 'pPr'
    else if (name === 'w:r' || name === 'm:r') this.run = {}
    else if (name === 'w:del' || name === 'w:moveFrom') this.gone++
    else if (name === 'w:fldSimple') this.fields.begin(true)
    else if (name === 'w:footnote' || name === 'w:endnote') this.startNote(element)
    else if (name === 'w:altChunk') this.reading.left.embedded++
    else if (!this.control(element) && !this.alternative(element) && !this.section(name)) this.table(element)
  }

  private table(element: XmlElement): void {
    const over = this.tables.open(element, this.depth)
    if (over !== null) this.pass(true, over)
  }

  private insideRun(element: XmlElement): void {
    const { name } = element
    const run = this.run
    if (!run) return
    if (name === 'w:t' || name === 'm:t') this.words = []
    else if (name === 'w:vanish') run.hidden = isOn(element.attribute('val'))
    else if (name === 'w:rStyle') run.style = element.attribute('val') ?? ''
    else if (name === 'w:sym') this.symbol(element)
    else if (name === 'w:fldChar') this.field(element.attribute('fldCharType'))
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.refer(element)
    else if (name === 'w:txbxContent') this.startBox()
    else if (name === 'pic:pic' || name === 'v:imagedata') this.reading.left.pictures++
    else if (name === 'w:rubyBase') this.outer.push({ paragraph: this.paragraph, run, fields: this.fields })
    else if (name === 'w:r') this.run = {}
    else if (!this.alternative(element)) this.write(CHARACTERS.get(name) ?? '')
  }

  private end(name: string): void {
    if (name === 'w:t' || name === 'm:t') this.endWords()
    else if (name === 'w:p') this.endParagraph()
    else if (name === 'w:pPr') this.inside = null
    else if (name === 'w:rPr' && this.inside === 'mark') this.inside = 'pPr'
    else if (this.inside) return
    else if (name === 'w:r' || name === 'm:r') this.run = null
    else if (name === 'w:txbxContent') this.endBox()
    else if (name === 'w:rubyBase') this.run = this.outer.pop()?.run ?? null
    else if (name === 'mc:AlternateContent') this.alternatives.pop()
    else if (this.run) return
    else if (name === 'w:del' || name === 'w:moveFrom') this.gone = Math.max(0, this.gone - 1)
    else if (name === 'w:fldSimple') this.fields.end()
    else if (name === 'w:sdt') this.controls.pop()
    else if (name === 'w:footnote' || name === 'w:endnote') this.endNote(name === 'w:footnote' ? 'footnote' : 'endnote')
    else this.tables.close(name)
  }

  /** Inside `w:pPr`; its `w:rPr` tells of the paragraph's mark. */
  private paragraphProperty(element: XmlElement): void {
    const { name } = element
    const value = element.attribute('val')
    const { paragraph } = this
    if (this.inside === 'mark') {
      if (name === 'w:del' || name === 'w:moveFrom') paragraph.goesOn = true
      else if (name === 'w:vanish' && isOn(value)) paragraph.goesOn = true
    } else if (name === 'w:rPr') this.inside = 'mark'
    else if (name === 'w:pStyle') paragraph.style = value ?? ''
    else if (name === 'w:numId') paragraph.list = value ?? ''
    else if (name === 'w:ilvl') paragraph.level = Number(value)
    else if (name === 'w:outlineLvl') paragraph.outline = Number(value)
    else this.section(name)
  }

  private endParagraph(): void {
    const { paragraph, reading } = this
    this.run = null
    this.inside = null
    if (paragraph.goesOn) return
    const chain = reading.styles.chain(paragraph.style)
    const numbered = reading.numbering.of(paragraph, chain)
    const label = numbered ? reading.labels.next(numbered.list, numbered.index) : ''
    reading.flow.endParagraph({ label, level: headingLevel(paragraph.outline, chain) })
  }

  private get isShown(): boolean {
    if (this.gone > 0 || !this.fields.isShown) return false
    const { run, reading } = this
    if (run?.hidden !== undefined) return !run.hidden
    const byRun = run?.style === undefined ? undefined : reading.styles.chain(run.style).find(isHiddenOrNot)
    return !(byRun ?? reading.styles.chain(this.paragraph.style).find(isHiddenOrNot))?.hidden
  }

  private write(words: string): void {
    if (words !== '' && this.isShown) this.reading.flow.text(words)
  }

  private endWords(): void {
    const words = this.words?.join('') ?? ''
    this.words = null
    this.write(words.replace(/[\r\n]+/g, ' '))
  }

  private symbol(element: XmlElement): void {
    const code = Number.parseInt(element.attribute('char') ?? '', 16)
    if (!Number.isNaN(code)) this.write(symbolCharacter(element.attribute('font') ?? '', code))
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.begin()
    else if (type === 'separate') this.fields.separate()
    else if (type === 'end') this.fields.end()
  }

  private refer(element: XmlElement): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const key = `${kind}/${element.attribute('id') ?? ''}`
    const { notes } = this.reading
    if (this.isShown && !notes.has(key)) notes.set(key, notes.size)
  }

  private startNote(element: XmlElement): void {
    const kind = element.name === 'w:footnote' ? 'footnote' : 'endnote'
    const type = element.attribute('type') ?? 'normal'
    this.noteOrder = this.reading.notes.get(`${kind}/${element.attribute('id') ?? ''}`) ?? null
    if (this.noteOrder === null || type !== 'normal') this.pass()
    else this.reading.flow.startNote()
  }

  private endNote(kind: 'footnote' | 'endnote'): void {
    this.reading.flow.endNote(kind, this.noteOrder ?? 0)
    this.fields = new Fields()
  }

  private startBox(): void {
    this.outer.push({ paragraph: this.paragraph, run: this.run, fields: this.fields })
    this.run = null
    this.fields = new Fields()
    this.reading.flow.startBox()
  }

  private endBox(): void {
    this.reading.flow.endBox()
    const outer = this.outer.pop()
    if (!outer) return
    this.paragraph = outer.paragraph
    this.run = outer.run
    this.fields = outer.fields
  }

  /** Content controls: the words of one that still shows its hint are no text. */
  private control({ name }: XmlElement): boolean {
    const control = this.controls.at(-1)
    if (name === 'w:sdt') this.controls.push({ placeholder: false })
    else if (name === 'w:showingPlcHdr' && control) control.placeholder = true
    else if (name === 'w:sdtContent') {
      if (control?.placeholder) this.pass()
    } else return false
    return true
  }

  /** Of alternatives for one thing, the first that holds something is read. */
  private alternative({ name }: XmlElement): boolean {
    if (name === 'mc:AlternateContent') this.alternatives.push({ before: this.seen })
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.seen > (this.alternatives.at(-1)?.before ?? 0)) this.pass()
    } else return false
    return true
  }

  private get seen(): number {
    return this.reading.flow.written + this.reading.left.pictures
  }

  private section(name: string): boolean {
    if (name !== 'w:headerReference' && name !== 'w:footerReference') return false
    this.reading.left.headers = true
    return true
  }
}

const isHiddenOrNot = ({ hidden }: { readonly hidden?: boolean }): boolean => hidden !== undefined
