import { labelNumber } from '../office/label-numbers'
import { gapAfter } from '../office/list-labels'
import { symbolText } from '../office/symbols'
import type { OdtStyles } from './styles'

interface Level {
  /** The number of the item at work, undefined before the first. */
  count: number | undefined
  /** The item has shown its label: further paragraphs of it have none. */
  labelled: boolean
  /** The first item's number where the list says so itself. */
  start: number | undefined
}

interface OpenList {
  readonly style: string
  readonly levels: Level[]
  readonly key: string
}

const newLevel = (): Level => ({ count: undefined, labelled: true, start: undefined })

/** Counts the items of the lists of an OpenDocument text (OpenDocument 1.3 part 3, 5.3) and makes their labels. */
export class OdtLists {
  /** The lists that are open, the inner one last; each level of nesting is one. */
  private depth = 0
  private list: OpenList | null = null
  /** Counts of lists that ended: others go on with them. */
  private readonly ended = new Map<string, OpenList>()
  private lastOfStyle = new Map<string, OpenList>()
  private readonly headings: (number | undefined)[] = []
  private readonly styles: OdtStyles

  constructor(styles: OdtStyles) {
    this.styles = styles
  }

  startList(style: string | undefined, id: string | undefined, continues: string | undefined, goesOn: boolean): void {
    this.depth++
    if (this.depth === 1) {
      const known = continues === undefined ? undefined : this.ended.get(continues)
      const before = known ?? (goesOn && style !== undefined ? this.lastOfStyle.get(style) : undefined)
      this.list = { style: style ?? before?.style ?? '', levels: before?.levels ?? [], key: id ?? '' }
    }
  }

  endList(): void {
    this.depth = Math.max(0, this.depth - 1)
    if (this.depth > 0 || !this.list) return
    if (this.list.key !== '') this.ended.set(this.list.key, this.list)
    this.lastOfStyle.set(this.list.style, this.list)
    this.list = null
  }

  /** @param start the number that the item begins anew with */
  startItem(start: number | undefined): void {
    const level = this.levelAt(this.depth)
    if (!level) return
    level.labelled = false
    level.start = start
  }

  /** The label of a paragraph: that of its item where it is the first paragraph in it. */
  next(paragraphStyle: string): string {
    const level = this.levelAt(this.depth)
    const { list } = this
    if (!level || !list || level.labelled) return ''
    level.labelled = true
    const style = list.style === '' ? (this.styles.listOf(paragraphStyle) ?? '') : list.style
    const own = this.styles.level(style, this.depth)
    if (!own) return ''
    level.count = level.start ?? (level.count === undefined ? own.start : level.count + 1)
    level.start = undefined
    for (let lower = this.depth + 1; lower <= list.levels.length; lower++) {
      const below = list.levels[lower - 1]
      if (below) below.count = undefined
    }
    return this.label(style, this.depth, (index) => list.levels[index - 1]?.count)
  }

  /** The label of a heading that is numbered by the outline. */
  heading(outline: number, style: string): string {
    const own = this.styles.level(style, outline)
    if (!own || (own.format === 'none' && own.bullet === '')) return ''
    this.headings[outline] = (this.headings[outline] ?? own.start - 1) + 1
    this.headings.length = outline + 1
    return this.label(style, outline, (index) => this.headings[index])
  }

  private label(style: string, depth: number, countOf: (index: number) => number | undefined): string {
    const own = this.styles.level(style, depth)
    if (!own) return ''
    if (own.bullet !== '') {
      const bullet = symbolText('', own.bullet)
      return own.prefix + bullet + own.suffix + gapAfter(own.prefix + bullet + own.suffix)
    }
    if (own.format === 'none' && own.prefix === '' && own.suffix === '') return ''
    const numbers: string[] = []
    for (let index = Math.max(1, depth - own.shown + 1); index <= depth; index++) {
      const level = this.styles.level(style, index)
      if (level && level.format !== 'none') numbers.push(labelNumber(level.format, countOf(index) ?? level.start))
    }
    const label = own.prefix + numbers.join('.') + own.suffix
    return label + gapAfter(label)
  }

  private levelAt(depth: number): Level | undefined {
    if (depth === 0 || !this.list) return undefined
    while (this.list.levels.length < depth) this.list.levels.push(newLevel())
    return this.list.levels[depth - 1]
  }
}
