import { type Message, message } from '../model/identity'
import type { Encoding } from '../model/reading'
import type { Format } from '../model/source'
import { extensionOf } from './format'
import { NOT_YET, READERS } from './registry'
import { signatureOf } from './signatures'

/** What a file was read as, or why it could not be. */
export type Read =
  | {
      readonly ok: true
      readonly format: Format
      readonly text: string
      readonly encoding: Encoding
      readonly reason: Message
    }
  | { readonly ok: false; readonly reason: Message }

/**
 * Reads a file into text by the first format that claims it.
 * @param name the file's name; only its extension is used
 * @returns the text unchanged (byte order mark and line breaks included), or a message under `errors.file`
 */
export function readFormat(name: string, bytes: Uint8Array): Read {
  const file = { name, extension: extensionOf(name), bytes }
  if (bytes.length > 0 && NOT_YET.includes(file.extension) && signatureOf(bytes)?.document !== false) {
    return { ok: false, reason: message('errors.file.unsupported', { extension: file.extension }) }
  }
  const reader = READERS.find((candidate) => candidate.claims(file))
  if (!reader) return { ok: false, reason: message('errors.file.unsupported', { extension: file.extension }) }
  const decoded = reader.read(file)
  return decoded.ok ? { ...decoded, format: reader.format } : decoded
}
