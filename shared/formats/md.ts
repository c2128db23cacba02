import { decodeBytes } from './decode'
import type { FormatReader } from './format'
import { plain } from './plain'
import { hasFrontMatter } from './told'

const EXTENSIONS = ['md', 'markdown', 'mdown', 'mkd']
/** Two headings, as front matter: what plain text does not have by chance. */
const HEADINGS = /^#{1,6} \S.*$[\s\S]*^#{1,6} \S/m

/** Markdown: by extension, or by content where the name has none. A .txt stays plain text whatever it holds. */
export const md: FormatReader = {
  format: 'md',
  claims: ({ extension, bytes }) => {
    if (extension !== '') return EXTENSIONS.includes(extension)
    const decoded = decodeBytes(bytes)
    return decoded.ok && (hasFrontMatter(decoded.text) || HEADINGS.test(decoded.text))
  },
  read: ({ bytes }, { encoding }) => plain(decodeBytes(bytes, encoding)),
}
