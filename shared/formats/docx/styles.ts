import { scanXml, type XmlElement, type XmlFault } from '../office/xml'
import { isOn, OOXML } from './namespaces'

/** What a style says that matters to a text. Undefined leaves it to the style that it is based on. */
export interface Style {
  readonly id: string
  type: string
  name: string
  basedOn?: string
  /** The list that its paragraphs belong to, `0` for none. */
  list?: string
  level?: number
  /** 0 to 8 for headings, 9 for body text. */
  outline?: number
  hidden?: boolean
}

/** The styles of a document with their inheritance. */
export interface Styles {
  /** The style and those that it is based on, nearest first; the default paragraph style where the id is undefined. */
  chain(id: string | undefined): readonly Style[]
  /** The numbering style of that id, for lists that are defined through one. */
  get(id: string): Style | undefined
}

/** Styles that are based on one another in a ring end here. */
const CHAIN = 32

/** Reads the part of styles; none at all is no fault. */
export function readStyles(bytes: Uint8Array | null): { readonly styles: Styles; readonly fault: XmlFault | null } {
  const byId = new Map<string, Style>()
  let standard: string | undefined
  let style: Style | null = null
  const fault = bytes
    ? scanXml(bytes, OOXML, {
        open(element) {
          if (element.name === 'w:style') {
            const id = element.attribute('styleId') ?? ''
            style = { id, type: element.attribute('type') ?? 'paragraph', name: '' }
            byId.set(id, style)
            if (style.type === 'paragraph' && element.attribute('default') && isOn(element.attribute('default'))) {
              standard = id
            }
          } else if (style) readProperty(style, element)
        },
        close(name) {
          if (name === 'w:style') style = null
        },
      })
    : null
  return { styles: inherited(byId, standard), fault }
}

function readProperty(style: Style, element: XmlElement): void {
  const value = element.attribute('val')
  if (element.name === 'w:name') style.name = value ?? ''
  else if (element.name === 'w:basedOn' && value !== undefined) style.basedOn = value
  else if (element.name === 'w:numId' && value !== undefined) style.list = value
  else if (element.name === 'w:ilvl') style.level = Number(value)
  else if (element.name === 'w:outlineLvl') style.outline = Number(value)
  else if (element.name === 'w:vanish') style.hidden = isOn(value)
}

function inherited(byId: ReadonlyMap<string, Style>, standard: string | undefined): Styles {
  const chains = new Map<string | undefined, readonly Style[]>()
  const chain = (id: string | undefined): readonly Style[] => {
    const known = chains.get(id)
    if (known) return known
    const made: Style[] = []
    let next = byId.get(id ?? '') ?? byId.get(standard ?? '')
    while (next && made.length < CHAIN && !made.includes(next)) {
      made.push(next)
      next = next.basedOn === undefined ? undefined : byId.get(next.basedOn)
    }
    chains.set(id, made)
    return made
  }
  return { chain, get: (id) => byId.get(id) }
}

/**
 * The depth of heading that a paragraph has, from 1, by its own outline level, that of its styles, or the name of a
 * built-in heading style. The style Title is no depth: what it names is the whole.
 */
export function headingLevel(own: number | undefined, chain: readonly Style[]): number | null {
  const outline = own ?? chain.find((style) => style.outline !== undefined)?.outline
  if (outline !== undefined) return outline >= 0 && outline <= 8 ? outline + 1 : null
  for (const { name } of chain) {
    const built = /^(?:heading|标题)\s*([1-9])$/i.exec(name)
    if (built) return Number(built[1])
  }
  return null
}
