import { byOrder, childrenOf } from '../../coding/code-tree'
import type { Language } from '../../locales/translate'
import type { Code } from '../../model/code'
import { descriptionOf } from './code-description'
import { closing, element, opening, worded, XML_HEAD } from './xml'

/** What reading knows our files by. */
export const ORIGIN = 'Duibiao'

/** The codes as a tree of XML. `notes` gives what stands behind a code's description. */
export function codesXml(codes: readonly Code[], language: Language, notes: (id: string) => string = () => ''): string {
  const children = childrenOf([...codes].sort(byOrder))
  const below = (parent: string | null): string =>
    (children.get(parent) ?? [])
      .map((code) => {
        const { id: guid, name, color } = code
        const content = worded('Description', descriptionOf(code, language)) + notes(guid) + below(guid)
        return element('Code', { guid, name, isCodable: true, color }, content)
      })
      .join('')
  return below(null)
}

/**
 * The codebook alone (`.qdc`), by the schema Codebook.xsd 1.0: names, tree, colours, definitions with examples.
 * @throws RangeError when there is no code, since the schema knows no empty codebook
 */
export function writeQdc(codes: readonly Code[], language: Language): Uint8Array<ArrayBuffer> {
  if (codes.length === 0) throw new RangeError('a codebook needs a code')
  const root = opening('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN })
  const xml = XML_HEAD + root + opening('Codes') + codesXml(codes, language) + closing('Codes') + closing('CodeBook')
  return new TextEncoder().encode(xml)
}
