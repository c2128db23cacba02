/** What XML 1.0 cannot hold (section 2.2), and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader turns these into other characters where they stand by themselves (sections 2.11 and 3.3.3).
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Words between tags. Characters that XML has no place for are dropped. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character)

/** The value of an attribute. */
const xmlValue = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"\r\n\t]/g, (character) => ENTITIES[character] ?? character)

/** Attributes by name; those that are null, undefined or '' are left out, but for `name`, which tells by being there. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([name, value]) => value !== null && value !== undefined && (value !== '' || name === 'name'))
    .map(([name, value]) => ` ${name}="${xmlValue(String(value))}"`)
    .join('')

/** The start of an element. */
export const opening = (name: string, attributes: Attributes = {}): string => `<${name}${written(attributes)}>`

/** The end of an element. */
export const closing = (name: string): string => `</${name}>\n`

/** An element with what stands in it, already as XML. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
  content === '' ? `<${name}${written(attributes)}/>\n` : `${opening(name, attributes)}${content}${closing(name)}`

/** An element of words, '' where there are none. */
export const worded = (name: string, text: string): string => (text === '' ? '' : element(name, {}, xmlText(text)))

/** The head of a file. */
export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
