import type { XmlElement, XmlHandler } from '../office/xml'

/** One level of a list as OpenDocument keeps it. */
export interface OdtLevel {
  readonly prefix: string
  readonly suffix: string
  /** A name of ST_NumberFormat. */
  readonly format: string
  /** The label of a level without numbers. */
  readonly bullet: string
  readonly start: number
  /** How many levels the label shows, this one included. */
  readonly shown: number
}

/** What a paragraph's style says that matters to a text. */
interface ParagraphStyle {
  readonly parent: string
  readonly list: string | null
  /** From 1, 0 for body text; null leaves it to the parent. */
  readonly outline: number | null
}

const CHAIN = 32

/** Formats as ODF names them: by their first numbers. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^一, 二/, 'chineseCountingThousand'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^壹, 贰|^壹, 貳/, 'chineseLegalSimplified'],
  [/^甲, 乙/, 'ideographTraditional'],
  [/^子, 丑/, 'ideographZodiac'],
  [/^１/, 'decimalFullWidth'],
  [/^I$/, 'upperRoman'],
  [/^i$/, 'lowerRoman'],
  [/^A$/, 'upperLetter'],
  [/^a$/, 'lowerLetter'],
  [/^01/, 'decimalZero'],
  [/^1/, 'decimal'],
  [/^$/, 'none'],
]

/** Collects styles of paragraphs and lists; those of the text stand before it, those of the whole document in a part. */
export class OdtStyles implements XmlHandler {
  private readonly paragraphs = new Map<string, ParagraphStyle>()
  private readonly hidden = new Set<string>()
  private readonly lists = new Map<string, Map<number, OdtLevel>>()
  private levels: Map<number, OdtLevel> | null = null
  private style = ''

  open(element: XmlElement): void {
    const { name } = element
    if (name === 'style:style') this.readStyle(element)
    else if (name === 'style:text-properties' && element.attribute('display') === 'none') this.hidden.add(this.style)
    else if (name === 'text:list-style' || name === 'text:outline-style') {
      this.levels = new Map()
      // Headings are numbered by the style that has no name for lists of its own.
      this.lists.set(name === 'text:outline-style' ? OUTLINE : (element.attribute('name') ?? ''), this.levels)
    } else if (name.startsWith('text:') && /-level-style(?:-\w+)?$/.test(name)) this.readLevel(element)
  }

  close(name: string): void {
    if (name === 'text:list-style' || name === 'text:outline-style') this.levels = null
    else if (name === 'style:style') this.style = ''
  }

  level(list: string, index: number): OdtLevel | undefined {
    return this.lists.get(list)?.get(index)
  }

  /** The list that a paragraph's style puts it into, null for none. */
  listOf(style: string): string | null {
    return this.find(style, ({ list }) => list) ?? null
  }

  outlineOf(style: string): number | null {
    return this.find(style, ({ outline }) => outline) ?? null
  }

  isHidden(style: string): boolean {
    return this.hidden.has(style)
  }

  private find<T>(style: string, take: (style: ParagraphStyle) => T | null): T | null {
    let at = this.paragraphs.get(style)
    for (let steps = 0; at && steps < CHAIN; steps++) {
      const found = take(at)
      if (found !== null) return found
      at = this.paragraphs.get(at.parent)
    }
    return null
  }

  private readStyle(element: XmlElement): void {
    this.style = element.attribute('name') ?? ''
    if (element.attribute('family') !== 'paragraph') return
    const outline = element.attribute('default-outline-level')
    this.paragraphs.set(this.style, {
      parent: element.attribute('parent-style-name') ?? '',
      list: element.attribute('list-style-name') ?? null,
      outline: outline === undefined ? null : Number(outline) || 0,
    })
  }

  private readLevel(element: XmlElement): void {
    const format = element.attribute('num-format') ?? ''
    this.levels?.set(Number(element.attribute('level')) || 1, {
      prefix: element.attribute('num-prefix') ?? '',
      suffix: element.attribute('num-suffix') ?? '',
      format: FORMATS.find(([sign]) => sign.test(format))?.[1] ?? 'decimal',
      bullet: element.attribute('bullet-char') ?? '',
      start: Number(element.attribute('start-value') ?? 1),
      shown: Number(element.attribute('display-levels') ?? 1) || 1,
    })
  }
}

/** What the numbering of headings is called among the lists. */
export const OUTLINE = '\u0000outline'
