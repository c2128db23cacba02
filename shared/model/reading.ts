import { z } from 'zod'
import { Span } from './anchor'
import { TextChange } from './correction'
import { Format } from './format'
import { Hash, Instant, Message } from './identity'

/** The encodings that the decoder can decide on. GBK files are always read as `gb18030`, its superset. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])
export type Encoding = z.infer<typeof Encoding>

/**
 * Version of the readers and parsers (formats, structure, places): raised whenever they find something else in the same
 * file, so that what an older one found is derived again.
 */
export const PARSER_VERSION = 3

/** One decoding of a source into text (读取): the list fields; its text lies in `ReadingText`. */
export const Reading = z.object({
  /** `<hash>:<number>` */
  id: z.string(),
  source: Hash,
  number: z.int().positive(),
  /** What the file was read as. */
  format: Format,
  /** Null for formats that carry their own (docx, pdf …). */
  encoding: Encoding.nullable(),
  /** Why this format and encoding were decided on. */
  encodingReason: Message,
  /** What was left out or could not be read (pictures, pages without a text layer), and how doubtful places were read. */
  remarks: z.array(Message).default([]),
  /** Length of the text in UTF-16 code units. */
  characters: z.int().nonnegative(),
  createdAt: Instant,
})
export type Reading = z.infer<typeof Reading>

/** A page of a print, as the file counts. Pages are in the order of the text and do not overlap. */
export const Page = Span.extend({
  /** What the page is called: its number from 1, or the label that the file gives it (iv). */
  label: z.string(),
})
export type Page = z.infer<typeof Page>

/** What a stretch of a source's text is. Stretches cover the text without gap or overlap. */
export const StretchKind = z.enum(['report', 'article', 'furniture'])
export type StretchKind = z.infer<typeof StretchKind>

export const Stretch = Span.extend({
  kind: StretchKind,
  /** For `report`: the ordinal of the report inside its source. */
  report: z.int().nonnegative().nullable(),
})
export type Stretch = z.infer<typeof Stretch>

/**
 * The text of a reading and what was found in it by form alone. Only the user's corrections change it; a new decoding
 * is a new reading.
 */
export const ReadingText = z.object({
  reading: z.string(),
  /** The text with the user's corrections. */
  text: z.string(),
  /** `fingerprint` of `text`, by which a check tells whether it is still what was written; absent in older records. */
  fingerprint: z.number().optional(),
  /** The corrections that `text` has, in the order of the text as it was read; absent where there are none. */
  corrections: z.array(TextChange).optional(),
  stretches: z.array(Stretch),
  /** Line breaks that a scan put inside a sentence: each span covers the break, the view shows it as nothing. */
  joins: z.array(Span),
  /** Empty where the format has no pages. */
  pages: z.array(Page).default([]),
  /** Rows of tables, cells parted by a tab. */
  rows: z.array(Span).default([]),
})
export type ReadingText = z.infer<typeof ReadingText>
