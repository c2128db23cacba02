import { message } from '../../model/identity'
import type { FormatReader, InputFile } from '../format'

const MAGIC = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** Where the mark of a PDF may stand at the latest: some begin with a mail's header or a few stray bytes. */
const WITHIN = 1024

/** PDF. The library is loaded with the first one that is read. */
export const pdf: FormatReader = {
  format: 'pdf',
  claims: (file) => isPdf(file),
  read: async ({ bytes }, context) => {
    if (!hasMark(bytes)) return { ok: false, reason: message('errors.file.damaged') }
    const { readPdf } = await import('./read-pdf')
    return readPdf(bytes, context)
  },
}

/** By content where the extension says something else: a PDF is never a text. */
const isPdf = ({ extension, bytes }: InputFile): boolean => extension === 'pdf' || startsAt(bytes, 0)

function hasMark(bytes: Uint8Array): boolean {
  const last = Math.min(WITHIN, bytes.length - MAGIC.length)
  for (let at = 0; at <= last; at++) if (startsAt(bytes, at)) return true
  return false
}

const startsAt = (bytes: Uint8Array, at: number): boolean => MAGIC.every((byte, index) => bytes[at + index] === byte)
