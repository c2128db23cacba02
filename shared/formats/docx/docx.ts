import { packageKind } from '../archive/package'
import type { FormatReader } from '../format'

/** Word's own format since 2007 (.docx, .docm, .dotx), whatever the file is called. */
export const docx: FormatReader = {
  format: 'docx',
  claims: ({ bytes, extension }) => {
    const kind = packageKind(bytes)
    return (
      kind === 'docx' || (kind === null && bytes[0] === 0x50 && bytes[1] === 0x4b && /^do[ct][xm]$/.test(extension))
    )
  },
  read: async ({ bytes }) => (await import('./document')).readDocx(bytes),
}
