import type { List, ListLevel } from '../office/list-labels'
import { scanXml, type XmlElement, type XmlFault } from '../office/xml'
import { isOn, OOXML } from './namespaces'
import type { Style, Styles } from './styles'

/** A level as the part of numbering defines it. */
interface Level extends ListLevel {
  /** The paragraph style that takes this level. */
  readonly style: string | null
}

interface Definition {
  readonly levels: Map<number, Level>
  /** The numbering style whose list this really is. */
  styleLink: string | null
}

interface Instance {
  readonly definition: string
  readonly levels: Map<number, Level>
  readonly starts: Map<number, number>
}

/** Makes the list of a paragraph out of what it and its styles say. */
export interface Numbering {
  /**
   * @param own list and level that the paragraph itself names
   * @param chain its styles, nearest first
   */
  of(
    own: { readonly list?: string; readonly level?: number },
    chain: readonly Style[],
  ): { list: List; index: number } | null
}

type Draft = { -readonly [key in keyof Level]: Level[key] }
const NEW_LEVEL: Level = {
  start: 0,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  legal: false,
  restart: null,
  font: '',
  style: null,
}

/** Reads the part of numbering; none at all is no fault. */
export function readNumbering(
  bytes: Uint8Array | null,
  styles: Styles,
): { readonly numbering: Numbering; readonly fault: XmlFault | null } {
  const reader = new NumberingReader()
  const fault = bytes ? scanXml(bytes, OOXML, reader) : null
  return { numbering: new Lists(reader.definitions, reader.instances, styles), fault }
}

class NumberingReader {
  readonly definitions = new Map<string, Definition>()
  readonly instances = new Map<string, Instance>()
  private definition: Definition | null = null
  private instance: (Omit<Instance, 'definition'> & { definition: string; id: string }) | null = null
  private override: number | null = null
  private level: { readonly index: number; readonly draft: Draft } | null = null
  private fallback = 0

  open(element: XmlElement): void {
    const { name } = element
    if (name === 'mc:Fallback') this.fallback++
    if (this.fallback > 0) return
    if (name === 'w:abstractNum') {
      this.definition = { levels: new Map(), styleLink: null }
      this.definitions.set(element.attribute('abstractNumId') ?? '', this.definition)
    } else if (name === 'w:num') {
      const id = element.attribute('numId') ?? ''
      this.instance = { id, definition: '', levels: new Map(), starts: new Map() }
      this.instances.set(id, this.instance)
    } else if (name === 'w:lvlOverride') this.override = Number(element.attribute('ilvl'))
    else if (name === 'w:lvl') this.level = { index: Number(element.attribute('ilvl')), draft: { ...NEW_LEVEL } }
    else this.property(element)
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.fallback--
    else if (name === 'w:abstractNum') this.definition = null
    else if (name === 'w:num') this.instance = null
    else if (name === 'w:lvlOverride') this.override = null
    else if (name === 'w:lvl' && this.level) {
      const { index, draft } = this.level
      const levels = this.instance?.levels ?? this.definition?.levels
      levels?.set(index, draft)
      this.level = null
    }
  }

  private property(element: XmlElement): void {
    const value = element.attribute('val') ?? ''
    const { name } = element
    if (this.level) levelProperty(this.level.draft, element, value)
    else if (name === 'w:numStyleLink' && this.definition) this.definition.styleLink = value
    else if (name === 'w:abstractNumId' && this.instance) this.instance.definition = value
    else if (name === 'w:startOverride' && this.override !== null)
      this.instance?.starts.set(this.override, Number(value))
  }
}

function levelProperty(draft: Draft, element: XmlElement, value: string): void {
  const { name } = element
  if (name === 'w:start') draft.start = whole(value)
  else if (name === 'w:numFmt') {
    const own = /^[^\d]*(\d+)/.exec(element.attribute('format') ?? '')
    draft.format = value === 'custom' && own ? `custom:${own[1]}` : value
  } else if (name === 'w:lvlText') draft.text = isOn(element.attribute('null') ?? 'false') ? '' : value
  else if (name === 'w:suff') draft.suffix = value === 'space' || value === 'nothing' ? value : 'tab'
  else if (name === 'w:isLgl') draft.legal = isOn(element.attribute('val'))
  else if (name === 'w:lvlRestart') draft.restart = whole(value)
  else if (name === 'w:pStyle') draft.style = value
  else if (name === 'w:rFonts') draft.font = element.attribute('ascii') ?? element.attribute('hAnsi') ?? ''
}

const whole = (value: string): number => Math.max(0, Math.trunc(Number(value)) || 0)

/** Definitions that are linked to one another in a ring end here. */
const LINKS = 8

class Lists implements Numbering {
  private readonly made = new Map<string, List | null>()
  private readonly definitions: ReadonlyMap<string, Definition>
  private readonly instances: ReadonlyMap<string, Instance>
  private readonly styles: Styles

  constructor(definitions: ReadonlyMap<string, Definition>, instances: ReadonlyMap<string, Instance>, styles: Styles) {
    this.definitions = definitions
    this.instances = instances
    this.styles = styles
  }

  of(own: { readonly list?: string; readonly level?: number }, chain: readonly Style[]) {
    const id = own.list ?? chain.find((style) => style.list !== undefined)?.list
    const instance = id === undefined ? undefined : this.instances.get(id)
    if (id === undefined || !instance) return null
    const list = this.list(id, instance)
    if (!list) return null
    const index = own.level ?? (own.list === undefined ? this.levelOfStyle(instance, chain) : undefined) ?? 0
    return { list, index }
  }

  /** A style takes the level that names it (17.9.23); the level that the style itself names counts after that. */
  private levelOfStyle(instance: Instance, chain: readonly Style[]): number | undefined {
    const definition = this.resolve(instance.definition)
    for (const { id } of chain) {
      for (const levels of [instance.levels, definition?.levels]) {
        for (const [index, level] of levels ?? []) if (level.style === id) return index
      }
    }
    return chain.find((style) => style.level !== undefined)?.level
  }

  private list(id: string, instance: Instance): List | null {
    const known = this.made.get(id)
    if (known !== undefined) return known
    const key = this.resolvedKey(instance.definition)
    const definition = this.definitions.get(key)
    const list: List | null = definition
      ? {
          definition: key,
          instance: id,
          level: (index) => instance.levels.get(index) ?? definition.levels.get(index),
          startOverride: (index) => instance.starts.get(index),
        }
      : null
    this.made.set(id, list)
    return list
  }

  private resolve(key: string): Definition | undefined {
    return this.definitions.get(this.resolvedKey(key))
  }

  /** Follows a link to a numbering style to the definition that the style's own list has (17.9.21). */
  private resolvedKey(key: string): string {
    let at = key
    for (let links = 0; links < LINKS; links++) {
      const link = this.definitions.get(at)?.styleLink ?? null
      const linked = link === null ? undefined : this.styles.get(link)?.list
      const next = linked === undefined ? undefined : this.instances.get(linked)?.definition
      if (next === undefined || next === at) return at
      at = next
    }
    return at
  }
}
