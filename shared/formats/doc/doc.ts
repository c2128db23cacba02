import type { FormatReader } from '../format'
import { oleKind } from './ole'

/** Kingsoft's WPS writes the same document under a name of its own. */
export const wps: FormatReader = {
  format: 'wps',
  claims: ({ bytes, extension }) => /^wp[st]$/.test(extension) && oleKind(bytes) === 'doc',
  read: async ({ bytes }) => (await import('./document')).readDoc(bytes, 'wps'),
}

/** Word's format of 1997 to 2003, whatever the file is called. */
export const doc: FormatReader = {
  format: 'doc',
  claims: ({ bytes }) => oleKind(bytes) === 'doc',
  read: async ({ bytes }) => (await import('./document')).readDoc(bytes, 'doc'),
}
