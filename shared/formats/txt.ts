import { decodeBytes } from './decode'
import type { FormatReader } from './format'
import { plain } from './plain'

/** Plain text: whatever decodes. Stands last in the registry. */
export const txt: FormatReader = {
  format: 'txt',
  claims: () => true,
  read: ({ bytes }, { encoding }) => plain(decodeBytes(bytes, encoding)),
}
