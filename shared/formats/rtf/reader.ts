import type { Flow } from '../office/flow'
import { gapAfter } from '../office/list-labels'
import { decodeLatin } from '../office/single-byte'
import { symbolText } from '../office/symbols'
import { TableDepths } from '../office/table-depths'
import { codePageOf, decodePage, SYMBOL_CHARSET } from './code-pages'
import { CHARACTERS, type Destination, destinationOf } from './destinations'
import type { TokenHandler } from './tokens'

/** What holds inside a group and ends with it. */
interface Group {
  destination: Destination
  font: number
  /** Characters that stand behind a \u for readers without Unicode. */
  fallback: number
  hidden: boolean
  deleted: boolean
  inTable: boolean
  depth: number
  style: number
  outline: number | null
  /** What the end of the group ends: a note or a box. */
  ends: 'footnote' | 'endnote' | 'box' | null
}

/** The paragraph at work in the text, a note or a box. */
interface Story {
  words: string[]
  label: string[]
  readonly tables: TableDepths
}

interface Font {
  charset?: number
  page?: number
  name: string
}

/** Groups inside one another; Word itself ends far below. */
const DEPTH = 10_000

export class RtfTooDeep extends Error {}

/** Writes an RTF document into a flow, as it is shown after all corrections. */
export class RtfReader implements TokenHandler {
  title = ''
  /** A header or footer was passed over. */
  headersLeft = false
  pictures = 0
  private ownPage = 1252
  private defaultFont = 0
  private group: Group
  private readonly groups: Group[] = []
  private story: Story
  private readonly stories: Story[] = []
  private readonly fonts = new Map<number, Font>()
  private readonly levels = new Map<number, number>()
  private styleName = ''
  private bytes: number[] = []
  private toSkip = 0
  private starred = false
  /** True until the first word or text of a group: only there a destination is named. */
  private opens = false
  private readonly flow: Flow

  constructor(flow: Flow) {
    this.flow = flow
    this.story = newStory(flow)
    this.group = newGroup()
  }

  open(): void {
    this.flush()
    if (this.groups.length >= DEPTH) throw new RtfTooDeep()
    this.groups.push(this.group)
    this.group = { ...this.group, ends: null }
    this.starred = false
    this.opens = true
    this.toSkip = 0
  }

  close(): void {
    this.flush()
    const { ends, destination } = this.group
    if (ends) this.endStory(ends)
    if (destination === 'styles' && this.groups.at(-1)?.destination === 'styles') this.endStyle()
    this.group = this.groups.pop() ?? this.group
    this.opens = false
    this.toSkip = 0
  }

  byte(byte: number): void {
    this.opens = false
    if (this.toSkip > 0) this.toSkip--
    else if (this.group.destination !== 'skip' && this.group.destination !== 'void') this.bytes.push(byte)
  }

  word(name: string, value: number | null): void {
    if (name === '*') {
      this.starred = true
      return
    }
    const opens = this.opens || this.starred
    if (opens && this.destination(name)) return
    this.opens = false
    this.starred = false
    const { destination } = this.group
    if (destination === 'skip') return
    if (name === 'u') this.unicode(value ?? 0)
    else if (name === 'uc') this.group.fallback = Math.max(0, value ?? 1)
    else if (destination === 'fonts') this.fontWord(name, value)
    else if (destination === 'styles') this.styleWord(name, value)
    else this.textWord(name, value)
  }

  /** What is left at the end of the file. */
  end(): void {
    this.flush()
    while (this.groups.length > 0) this.close()
    if (this.story.words.length > 0 || this.story.label.length > 0) this.endParagraph(this.group.inTable ? 1 : 0)
    this.story.tables.closeTo(0)
  }

  /** @returns true when the word named what its group is for */
  private destination(name: string): boolean {
    const wanted = destinationOf(name, this.starred)
    if (wanted === null) return false
    const inside = this.group.destination
    this.opens = false
    this.starred = false
    if (/^(?:header|footer)[lrf]?$/.test(name)) this.headersLeft = true
    if (name === 'pict' && inside === 'text') this.pictures++
    if (inside === 'skip') return true
    this.group.destination = wanted
    if (name === 'footnote') this.startStory('footnote')
    else if (name === 'shptxt' || name === 'dptxbxtext') this.startStory('box')
    return true
  }

  private textWord(name: string, value: number | null): void {
    const { group } = this
    const isOn = value !== 0
    if (name === 'par' || name === 'sect') this.paragraphMark()
    else if (name === 'cell' || name === 'nestcell') this.endCell(name === 'cell' ? 1 : Math.max(2, group.depth))
    else if (name === 'row' || name === 'nestrow') this.endRow(name === 'row' ? 1 : Math.max(2, group.depth))
    else if (name === 'pard') Object.assign(group, { inTable: false, depth: 0, style: 0, outline: null })
    else if (name === 'plain') this.format({ hidden: false, deleted: false, font: this.defaultFont })
    else if (name === 'f' || name === 'af') this.font(name, value ?? 0)
    else if (name === 'v') this.format({ hidden: isOn })
    else if (name === 'deleted' || name === 'mvf') this.format({ deleted: isOn })
    else if (name === 'intbl') group.inTable = true
    else if (name === 'itap') group.depth = value ?? 0
    else if (name === 's') group.style = value ?? 0
    else if (name === 'outlinelevel') group.outline = value
    else if (name === 'ftnalt' && group.ends === 'footnote') group.ends = 'endnote'
    else if (name === 'ansicpg') this.ownPage = value ?? this.ownPage
    else if (name === 'deff') this.defaultFont = value ?? 0
    else if (name === 'dbch' || name === 'loch' || name === 'hich') this.flush()
    else this.add(CHARACTERS.get(name) ?? '')
  }

  private format(change: Partial<Group>): void {
    this.flush()
    Object.assign(this.group, change)
  }

  /** \af names the font of the other kind of characters; it tells a code page only where \f does not. */
  private font(name: string, number: number): void {
    const charset = this.fonts.get(number)?.charset
    if (name === 'af' && (charset === undefined || charset < 128 || charset > 136)) return
    if (name === 'af' && this.fonts.get(this.group.font)?.charset === SYMBOL_CHARSET) return
    this.format({ font: number })
  }

  private unicode(value: number): void {
    this.flush()
    const code = value < 0 ? value + 0x10000 : value
    this.toSkip = this.group.fallback
    if (code <= 0x10ffff) this.add(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code))
  }

  private flush(): void {
    if (this.bytes.length === 0) return
    const bytes = Uint8Array.from(this.bytes)
    this.bytes = []
    const font = this.fonts.get(this.group.font)
    if (font?.charset === SYMBOL_CHARSET) this.write(symbolText(font.name, decodeLatin(bytes)))
    else this.write(decodePage(bytes, codePageOf(font?.charset, font?.page ?? this.ownPage)))
  }

  private add(words: string): void {
    if (words === '') return
    this.flush()
    this.toSkip = words === '{' || words === '}' || words === '\\' ? Math.max(0, this.toSkip - 1) : this.toSkip
    const font = this.fonts.get(this.group.font)
    this.write(font?.charset === SYMBOL_CHARSET ? symbolText(font.name, words) : words)
  }

  private write(words: string): void {
    const { destination, hidden, deleted } = this.group
    if (destination === 'title') this.title += words
    else if (destination === 'fonts') this.fontName(words)
    else if (destination === 'styles') this.styleName += words
    else if (hidden || deleted) return
    else if (destination === 'label') this.story.label.push(words)
    else if (destination === 'text') this.story.words.push(words.replaceAll('\u00ad', ''))
  }

  private paragraphMark(): void {
    const { inTable, depth, deleted, destination } = this.group
    this.flush()
    if (deleted || destination !== 'text') return
    this.endParagraph(depth > 0 ? depth : inTable ? 1 : 0)
  }

  private endParagraph(depth: number): void {
    const { story, group } = this
    story.tables.enter(depth)
    for (const words of story.words) this.flow.text(words)
    const label = story.label.join('').replace(/^\s+/, '')
    const trimmed = label.replace(/\t.*$/s, '')
    story.words = []
    story.label = []
    const outline = group.outline ?? this.levels.get(group.style) ?? null
    const level = outline !== null && outline >= 0 && outline <= 8 ? outline + 1 : null
    this.flow.endParagraph({ label: trimmed === label ? label : trimmed + gapAfter(trimmed), level })
  }

  private endCell(depth: number): void {
    this.flush()
    this.endParagraph(depth)
    this.story.tables.endCell()
  }

  private endRow(depth: number): void {
    this.flush()
    this.story.words = []
    this.story.label = []
    this.story.tables.endRow(depth, this.group.deleted)
  }

  private startStory(kind: 'footnote' | 'box'): void {
    const { inTable, depth, hidden, deleted } = this.group
    if (hidden || deleted) {
      this.group.destination = 'skip'
      return
    }
    this.group.ends = kind
    this.stories.push(this.story)
    if (kind === 'box') {
      this.story.tables.enter(depth > 0 ? depth : inTable ? 1 : 0)
      this.flow.startBox()
    } else this.flow.startNote()
    Object.assign(this.group, { inTable: false, depth: 0, style: 0, outline: null })
    this.story = newStory(this.flow)
  }

  private endStory(kind: 'footnote' | 'endnote' | 'box'): void {
    if (this.story.words.length > 0) this.endParagraph(0)
    this.story.tables.closeTo(0)
    if (kind === 'box') this.flow.endBox()
    else this.flow.endNote(kind)
    this.story = this.stories.pop() ?? this.story
  }

  private fontWord(name: string, value: number | null): void {
    this.flush()
    if (name === 'f') {
      this.group.font = value ?? 0
      this.fonts.set(this.group.font, { name: '' })
    }
    const font = this.fonts.get(this.group.font)
    if (name === 'fcharset' && font && value !== null && value > 1) font.charset = value
    if (name === 'cpg' && font && value !== null) font.page = value
  }

  private fontName(words: string): void {
    const font = this.fonts.get(this.group.font)
    if (font) font.name = (font.name + words).replace(/;.*$/, '')
  }

  private styleWord(name: string, value: number | null): void {
    if (name === 's') this.group.style = value ?? 0
    else if (name === 'outlinelevel') this.group.outline = value
  }

  /** A style is a heading by its outline level, or by the name that Word gives it. */
  private endStyle(): void {
    const { style, outline } = this.group
    const named = /^(?:heading|标题)\s*([1-9])\s*;?$/i.exec(this.styleName.trim())
    if (outline !== null) this.levels.set(style, outline)
    else if (named) this.levels.set(style, Number(named[1]) - 1)
    this.styleName = ''
  }
}

const newStory = (flow: Flow): Story => ({ words: [], label: [], tables: new TableDepths(flow) })

const newGroup = (): Group => ({
  destination: 'text',
  font: 0,
  fallback: 1,
  hidden: false,
  deleted: false,
  inTable: false,
  depth: 0,
  style: 0,
  outline: null,
  ends: null,
})
