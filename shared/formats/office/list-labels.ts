import { labelNumber } from './label-numbers'
import { symbolText } from './symbols'

/** One level of a list as Word keeps it (docx, doc). */
export interface ListLevel {
  readonly start: number
  /** A name of ST_NumberFormat. */
  readonly format: string
  /** The label with `%1` to `%9` for the numbers of the levels. */
  readonly text: string
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** All numbers of the label as decimal digits. */
  readonly legal: boolean
  /** 0 never starts again; n starts again after a level below n; null after any higher level. */
  readonly restart: number | null
  /** The font of the label: bullets come from symbol fonts. */
  readonly font: string
}

/** A list that a paragraph belongs to: one definition, numbered under one name. */
export interface List {
  /** What is counted together (the abstract definition). */
  readonly definition: string
  /** The name under which the paragraph uses it; it may begin anew. */
  readonly instance: string
  level(index: number): ListLevel | undefined
  /** Where this instance begins a level anew, the first time it is met. */
  startOverride(index: number): number | undefined
}

const LEVELS = 9

/** Counts the numbered paragraphs of a document and makes their labels. */
export class ListLabels {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  /** The label of the next paragraph of a list, with what parts it from the words; '' where the level has none. */
  next(list: List, index: number): string {
    const level = list.level(index)
    if (!level) return ''
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    counts[index] = this.count(list, index, level, counts[index])
    for (let lower = index + 1; lower < LEVELS; lower++) {
      if (index < (list.level(lower)?.restart ?? lower)) counts[lower] = undefined
    }
    return withSuffix(labelOf(list, level, counts), level.suffix)
  }

  private count(list: List, index: number, level: ListLevel, before: number | undefined): number {
    const override = list.startOverride(index)
    const key = `${list.instance}/${index}`
    if (override !== undefined && !this.begun.has(key)) {
      this.begun.add(key)
      return override
    }
    return before === undefined ? (override ?? level.start) : before + 1
  }
}

function labelOf(list: List, level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return symbolText(level.font, level.text)
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const own = list.level(at)
    const count = counts[at] ?? own?.start ?? 1
    const format = own?.format ?? 'decimal'
    return labelNumber(level.legal && format !== 'none' ? 'decimal' : format, count)
  })
}

/** A tab between label and words is an indent: after a Chinese sign nothing is left of it, else a space. */
function withSuffix(label: string, suffix: ListLevel['suffix']): string {
  if (label === '' || suffix === 'nothing') return label
  return suffix === 'tab' ? label + gapAfter(label) : `${label} `
}

/** What stands between a label and the words after it where the file has a tab. */
export const gapAfter = (label: string): string =>
  /[\u3000-\u303f\uff00-\uffef\u2460-\u24ff\u2600-\u27bf\u25a0-\u25ff]$/.test(label) ? '' : ' '
