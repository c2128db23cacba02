import { decodeBytes } from '../decode'
import type { FormatReader, FormatResult } from '../format'
import { declaredInHead } from './charset'

const EXTENSIONS = ['html', 'htm', 'xhtml', 'xht', 'shtml']
/** A page under another name: what systems export as .doc or .xls, and pages saved as .txt. */
const BEGINNING =
  /^(?:\uFEFF|ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|meta\s)/i
const SNIFFED = 2048

/** Web pages, whatever their name says. */
export const html: FormatReader = {
  format: 'html',
  claims: ({ extension, bytes }) => EXTENSIONS.includes(extension) || beginsAsPage(bytes),
  read: async ({ bytes }, { encoding }): Promise<FormatResult> => {
    const decoded = decodeBytes(bytes, encoding, declaredInHead(bytes))
    if (!decoded.ok) return decoded
    const { readPage } = await import('./page')
    const page = readPage(decoded.text)
    if (!page.ok) return page
    const { text, marks, told } = page
    return { ...decoded, text, marks, told }
  },
}

/** NUL bytes are passed over, so that UTF-16 is seen, too. */
function beginsAsPage(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, SNIFFED)).replaceAll('\u0000', '')
  return BEGINNING.test(head.replace(/^(?:ÿþ|þÿ)/, ''))
}
