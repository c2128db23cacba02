import type { TextFormat } from '../model/format'
import type { Message } from '../model/identity'
import type { FormMarks } from '../model/marks'
import type { Encoding } from '../model/reading'
import type { Provenance } from '../model/source'

/** A file to be read: its name for the extension, its bytes for everything else. */
export interface InputFile {
  readonly name: string
  /** Extension in lower case without the dot, '' where there is none. */
  readonly extension: string
  readonly bytes: Uint8Array
}

/** What a document says of itself besides its text (front matter, meta elements, properties). */
export interface Told extends Partial<Provenance> {
  readonly title?: string
}

/** What a format made of a file. The text holds exactly what offsets count; it is never changed afterwards. */
export interface DocumentText {
  readonly ok: true
  readonly text: string
  /** Null for formats that carry their own encoding. */
  readonly encoding: Encoding | null
  /** Why this format and encoding, under `reasons.encoding`. */
  readonly reason: Message
  readonly marks: FormMarks
  readonly told: Told
  /** What was left out or is doubtful, under `reasons.reading`. */
  readonly remarks: readonly Message[]
}

/** The text, or a message under `errors.file` that says why there is none. */
export type FormatResult = DocumentText | { readonly ok: false; readonly reason: Message }

/** Data files that a parser needs and that lie elsewhere in the window and in Node. */
export interface FormatResources {
  /** A file of pdfjs-dist: `cmaps/<name>.bcmap`, `standard_fonts/<name>`. @throws when there is none of that name */
  pdf(path: string): Promise<Uint8Array>
}

/** What a reader is given besides the file. */
export interface FormatContext {
  /** The encoding that the user wants; null leaves it to the reader. */
  readonly encoding: Encoding | null
  readonly resources: FormatResources
  /** Told how far a long file is, in parts (pages). */
  readonly progress: (done: number, total: number) => void
}

/** One format: a file of its own in this folder, listed in `registry.ts`. */
export interface FormatReader {
  readonly format: TextFormat
  /** Whether the file is of this format, by extension or content. The first reader of the registry that says so reads it. */
  claims(file: InputFile): boolean
  /** Never throws for what the file holds: that is a result. */
  read(file: InputFile, context: FormatContext): FormatResult | Promise<FormatResult>
}

/** The extension of a file name in lower case without its dot, '' where there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : ''
}
