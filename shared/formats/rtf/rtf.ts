import type { FormatReader } from '../format'

const START = [0x7b, 0x5c, 0x72, 0x74, 0x66]

/** Rich Text Format, whatever the file is called: Word opens an RTF named .doc, and many are. */
export const rtf: FormatReader = {
  format: 'rtf',
  claims: ({ bytes }) => START.every((byte, index) => bytes[index] === byte),
  read: async ({ bytes }) => (await import('./document')).readRtf(bytes),
}
