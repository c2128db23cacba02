import type { TextFormat } from '../model/format'
import { type Message, message } from '../model/identity'
import { AS_FOUND, type ReadAs } from '../model/source'
import {
  type DocumentText,
  extensionOf,
  type FormatContext,
  type FormatReader,
  type FormatResources,
  type InputFile,
} from './format'
import { refusalOf } from './refused'
import { READERS } from './registry'

/** What a file was read as, or why it could not be. */
export type Read = (DocumentText & { readonly format: TextFormat }) | { readonly ok: false; readonly reason: Message }

/** What reading needs besides the file. */
export interface ReadOptions {
  readonly resources: FormatResources
  readonly readAs?: ReadAs
  readonly progress?: FormatContext['progress']
}

/**
 * Reads a file into text by the format that the user chose, or by the first one that claims it.
 * @param name the file's name; only its extension is used
 * @returns the text (byte order mark and line breaks included), or a message under `errors.file`
 */
export async function readFormat(name: string, bytes: Uint8Array, options: ReadOptions): Promise<Read> {
  const { resources, readAs = AS_FOUND, progress = () => undefined } = options
  const file = { name, extension: extensionOf(name), bytes }
  if (bytes.length === 0) return { ok: false, reason: message('errors.file.empty') }
  const refusal = refusalOf(file)
  if (refusal) return { ok: false, reason: refusal }
  const reader = readerOf(file, readAs.format)
  if (!reader) return { ok: false, reason: message('errors.file.unsupported', { extension: file.extension }) }
  if (SIGNED.has(reader.format) && !claimed(reader, file)) {
    return { ok: false, reason: message('errors.file.notFormat', { format: reader.format.toUpperCase() }) }
  }
  const read = await reader.read(file, { encoding: readAs.encoding, resources, progress })
  return read.ok ? { ...read, format: reader.format } : read
}

/** Formats that bytes are or are not: choosing one for a file of another would make a text of noise. */
const SIGNED: ReadonlySet<TextFormat> = new Set(['docx', 'doc', 'wps', 'rtf', 'odt'])

/** A document of Word is one of WPS, too, whatever its name. */
const claimed = (reader: FormatReader, file: InputFile): boolean =>
  reader.claims(file) || (reader.format === 'wps' && READERS.some((each) => each.format === 'doc' && each.claims(file)))

const readerOf = (file: InputFile, wanted: TextFormat | null) =>
  READERS.find((reader) => (wanted === null ? reader.claims(file) : reader.format === wanted))
