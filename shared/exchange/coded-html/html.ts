/** Text as HTML holds it, in an element or in a quoted attribute. What has no place in HTML is dropped. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')

type Attributes = Readonly<Record<string, string | null>>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(value ?? '')}"`)
    .join('')

/** An element around what is HTML already. */
export const tag = (name: string, attributes: Attributes, content: string): string =>
  `<${name}${written(attributes)}>${content}</${name}>`
