import type { Format } from '../model/source'
import type { Decoded } from './decode'

/** A file to be read: its name for the extension, its bytes for everything else. */
export interface InputFile {
  readonly name: string
  /** Extension in lower case without the dot, '' where there is none. */
  readonly extension: string
  readonly bytes: Uint8Array
}

/** One format: a file of its own in this folder, listed in `registry.ts`. */
export interface FormatReader {
  readonly format: Format
  /** Whether the file is of this format, by extension or content. The first reader of the registry that says so reads it. */
  claims(file: InputFile): boolean
  read(file: InputFile): Decoded
}

/** The extension of a file name in lower case without its dot, '' where there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : ''
}
