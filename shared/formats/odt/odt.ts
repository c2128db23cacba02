import { packageKind } from '../archive/package'
import type { FormatReader } from '../format'

/** OpenDocument text (.odt, .ott), whatever the file is called. */
export const odt: FormatReader = {
  format: 'odt',
  claims: ({ bytes, extension }) => {
    const kind = packageKind(bytes)
    return kind === 'odt' || (kind === null && bytes[0] === 0x50 && bytes[1] === 0x4b && extension === 'odt')
  },
  read: async ({ bytes }) => (await import('./document')).readOdt(bytes),
}
