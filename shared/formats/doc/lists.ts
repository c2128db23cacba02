import { formatOfCode } from '../office/label-numbers'
import type { List, ListLevel } from '../office/list-labels'
import { FIB_PART, type Fib, viewOf } from './fib'
import type { ParagraphFormat } from './formatting'
import type { DocStyle } from './styles'

interface Definition {
  readonly id: number
  /** The paragraph styles that take its levels. */
  readonly styles: readonly number[]
  readonly levels: readonly ListLevel[]
}

interface Use {
  readonly definition: Definition | undefined
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly starts: ReadonlyMap<number, number>
}

const LEVELS = 9
const DEFINITION = 28
const USE = 16
const LEVEL = 28
const SUFFIXES = ['tab', 'space', 'nothing'] as const

/** The lists of a document ([MS-DOC] 2.9.131 to 2.9.150: PlfLst, PlfLfo, LVL). */
export class DocLists {
  private readonly uses: readonly Use[]
  private readonly made = new Map<number, List>()

  constructor(fib: Fib) {
    this.uses = readUses(fib, readDefinitions(fib))
  }

  /** The list and level of a paragraph by what it and its styles say. */
  of({ list, level, style }: ParagraphFormat, chain: readonly DocStyle[]): { list: List; index: number } | null {
    const number = list ?? chain.find((each) => each.list !== undefined)?.list
    const use = number === undefined || number === 0 ? undefined : this.uses[number - 1]
    if (number === undefined || !use?.definition) return null
    const index = level ?? (list === undefined ? levelOfStyle(use.definition, style, chain) : undefined) ?? 0
    return { list: this.list(number, use, use.definition), index }
  }

  private list(number: number, { levels, starts }: Use, definition: Definition): List {
    const known = this.made.get(number)
    if (known) return known
    const list: List = {
      definition: String(definition.id),
      instance: String(number),
      level: (index) => levels.get(index) ?? definition.levels[index],
      startOverride: (index) => starts.get(index),
    }
    this.made.set(number, list)
    return list
  }
}

function levelOfStyle({ styles }: Definition, style: number, chain: readonly DocStyle[]): number | undefined {
  for (const index of [style, ...chain.map((each) => each.index)]) {
    const level = styles.indexOf(index)
    if (level >= 0) return level
  }
  return chain.find((each) => each.level !== undefined)?.level
}

function readDefinitions(fib: Fib): ReadonlyMap<number, Definition> {
  const bytes = fib.part(FIB_PART.lists)
  const definitions = new Map<number, Definition>()
  if (bytes.length < 2) return definitions
  const view = viewOf(bytes)
  const count = view.getUint16(0, true)
  // The levels follow the structure without being counted into its length.
  const levels = new LevelReader(fib.table, bytes.byteOffset - fib.table.byteOffset + 2 + count * DEFINITION)
  for (let index = 0; index < count; index++) {
    const at = 2 + index * DEFINITION
    const id = view.getUint32(at, true)
    const styles = Array.from({ length: LEVELS }, (_, level) => view.getUint16(at + 8 + level * 2, true))
    const own = (view.getUint8(at + 26) & 1) !== 0 ? 1 : LEVELS
    definitions.set(id, { id, styles, levels: Array.from({ length: own }, () => levels.next()) })
  }
  return definitions
}

function readUses(fib: Fib, definitions: ReadonlyMap<number, Definition>): Use[] {
  const bytes = fib.part(FIB_PART.listUses)
  if (bytes.length < 4) return []
  const view = viewOf(bytes)
  const count = view.getUint32(0, true)
  if (count * USE > bytes.length) throw new RangeError('list uses out of their structure')
  const data = new LevelReader(bytes, 4 + count * USE)
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + index * USE
    const levels = new Map<number, ListLevel>()
    const starts = new Map<number, number>()
    data.skip(4)
    for (let overrides = view.getUint8(at + 12); overrides > 0; overrides--) {
      const start = data.number()
      const flags = data.number()
      if ((flags & 0x20) !== 0) levels.set(flags & 0xf, data.next())
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, levels.get(flags & 0xf)?.start ?? start)
    }
    return { definition: definitions.get(view.getUint32(at, true)), levels, starts }
  })
}

/** Reads levels that stand one after another. */
class LevelReader {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.view = viewOf(bytes)
    this.at = at
  }

  skip(count: number): void {
    this.at += count
  }

  number(): number {
    this.at += 4
    return this.view.getUint32(this.at - 4, true)
  }

  next(): ListLevel {
    const { view, at } = this
    const flags = view.getUint8(at + 5)
    const places = this.bytes.subarray(at + 6, at + 15)
    const text = at + LEVEL + view.getUint8(at + 24) + view.getUint8(at + 25)
    const length = view.getUint16(text, true)
    this.at = text + 2 + length * 2
    return {
      start: view.getUint32(at, true),
      format: formatOfCode(view.getUint8(at + 4)),
      text: labelText(new TextDecoder('utf-16le').decode(this.bytes.subarray(text + 2, this.at)), places),
      suffix: SUFFIXES[view.getUint8(at + 15)] ?? 'tab',
      legal: (flags & 0x4) !== 0,
      restart: (flags & 0x8) !== 0 ? view.getUint8(at + 26) : null,
      font: '',
    }
  }
}

/** The numbers of levels stand in the label as characters 0 to 8, at the places told (from 1). */
function labelText(text: string, places: Uint8Array): string {
  return [...text]
    .map((char, index) => (places.includes(index + 1) && char < '\u0009' ? `%${char.charCodeAt(0) + 1}` : char))
    .join('')
}
