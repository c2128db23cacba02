import { decodeBytes } from './decode'
import type { FormatReader } from './format'

/** Plain text: whatever decodes. Stands last in the registry. */
export const txt: FormatReader = {
  format: 'txt',
  claims: () => true,
  read: ({ bytes }) => decodeBytes(bytes),
}
