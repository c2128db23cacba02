/** A file type told by its first bytes. */
export interface Signature {
  /** Name of the type as people know it, the same in every language. */
  readonly type: string
  /** True for documents that hold a text which a later version may read; false for what never holds one. */
  readonly document: boolean
}

const SIGNATURES: readonly (Signature & { readonly magic: readonly number[]; readonly at?: number })[] = [
  { type: 'PDF', document: true, magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'OLE (doc, wps, xls)', document: true, magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { type: 'ZIP (docx, xlsx, odt)', document: true, magic: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'ZIP (docx, xlsx, odt)', document: true, magic: [0x50, 0x4b, 0x05, 0x06] },
  { type: 'RTF', document: true, magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { type: 'PNG', document: false, magic: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'JPEG', document: false, magic: [0xff, 0xd8, 0xff] },
  { type: 'GIF', document: false, magic: [0x47, 0x49, 0x46, 0x38] },
  { type: 'TIFF', document: false, magic: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'TIFF', document: false, magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'WebP', document: false, magic: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'RAR', document: false, magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { type: '7-Zip', document: false, magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { type: 'gzip', document: false, magic: [0x1f, 0x8b, 0x08] },
  { type: 'EXE', document: false, magic: [0x7f, 0x45, 0x4c, 0x46] },
  { type: 'EXE', document: false, magic: [0x4d, 0x5a, 0x90, 0x00] },
]

/** What the first bytes of a file say that it is; null for text and for what is not known. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const found = SIGNATURES.find(({ magic, at = 0 }) => magic.every((byte, index) => bytes[at + index] === byte))
  return found ? { type: found.type, document: found.document } : null
}
