import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element as it opens: its name as `prefix:local` with the prefix that the format's own documents use. */
export interface XmlElement {
  readonly name: string
  /** The value of an attribute by its local name, whatever its namespace. */
  attribute(local: string): string | undefined
}

export interface XmlHandler {
  open(element: XmlElement): void
  /** Words between tags, in pieces; entities and CDATA resolved. */
  text?(words: string): void
  close(name: string): void
}

/** Why a part could not be read: the last part of a key of `errors.file`. */
export type XmlFault = 'damaged' | 'tooDeep'

/** Elements inside one another. Word itself ends at some dozens; the parser looks names up from the inside out. */
const DEPTH = 2000
/** Bytes decoded at once. */
const SLICE = 1 << 20

class Fault extends Error {
  readonly fault: XmlFault

  constructor(fault: XmlFault) {
    super(fault)
    this.fault = fault
  }
}

/**
 * Goes through a part of a document from start to end without building a tree: a report of a million paragraphs takes
 * no more memory than its text. Document types and entities of their own are not expanded (an entity that XML itself
 * does not know is a fault).
 * @param prefixes what the namespaces of the format are called, as in `w` for WordprocessingML; elements of others get
 *   the empty prefix
 * @returns the fault that ended it, null when the part was read whole
 */
export function scanXml(
  bytes: Uint8Array,
  prefixes: ReadonlyMap<string, string>,
  handler: XmlHandler,
): XmlFault | null {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  const names = new Map<string, Map<string, string>>()
  const nameOf = ({ uri, local }: SaxesTagNS): string => {
    const known = names.get(uri) ?? new Map<string, string>()
    if (known.size === 0) names.set(uri, known)
    const name = known.get(local) ?? `${prefixes.get(uri) ?? ''}:${local}`
    known.set(local, name)
    return name
  }
  parser.on('error', () => {
    throw new Fault('damaged')
  })
  parser.on('opentag', (tag) => {
    depth++
    if (depth > DEPTH) throw new Fault('tooDeep')
    handler.open({ name: nameOf(tag), attribute: (local) => attributeOf(tag, local) })
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close(nameOf(tag))
  })
  const text = handler.text?.bind(handler)
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return run(parser, bytes)
}

function run(parser: SaxesParser<{ xmlns: true; position: false }>, bytes: Uint8Array): XmlFault | null {
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
    for (let at = 0; at < bytes.length; at += SLICE) {
      parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }))
    }
    parser.write(decoder.decode()).close()
    return null
  } catch (error) {
    if (error instanceof Fault) return error.fault
    if (error instanceof TypeError) return 'damaged'
    throw error
  }
}

/** Office documents are UTF-8 or UTF-16 (ECMA-376 part 2, section 9.1.3). */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8'
}

function attributeOf(tag: SaxesTagNS, local: string): string | undefined {
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name]
    if (attribute?.local === local && attribute.prefix !== 'xmlns') return attribute.value
  }
  return undefined
}
