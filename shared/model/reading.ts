import { z } from 'zod'
import { Span } from './anchor'
import { Hash, Instant, Message } from './identity'

/** The encodings that the decoder can decide on. GBK files are always read as `gb18030`, its superset. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])
export type Encoding = z.infer<typeof Encoding>

/** One decoding of a source into text (读取): the list fields; its text lies in `ReadingText`. */
export const Reading = z.object({
  /** `<hash>:<number>` */
  id: z.string(),
  source: Hash,
  number: z.int().positive(),
  encoding: Encoding,
  /** Why this encoding was decided on. */
  encodingReason: Message,
  /** Length of the text in UTF-16 code units. */
  characters: z.int().nonnegative(),
  createdAt: Instant,
})
export type Reading = z.infer<typeof Reading>

/** What a stretch of a source's text is. Stretches cover the text without gap or overlap. */
export const StretchKind = z.enum(['report', 'article', 'furniture'])
export type StretchKind = z.infer<typeof StretchKind>

export const Stretch = Span.extend({
  kind: StretchKind,
  /** For `report`: the ordinal of the report inside its source. */
  report: z.int().nonnegative().nullable(),
})
export type Stretch = z.infer<typeof Stretch>

/** The text of a reading and what was found in it by form alone. It never changes; a new decoding is a new reading. */
export const ReadingText = z.object({
  reading: z.string(),
  text: z.string(),
  stretches: z.array(Stretch),
  /** Line breaks that a scan put inside a sentence: each span covers the break, the view shows it as nothing. */
  joins: z.array(Span),
})
export type ReadingText = z.infer<typeof ReadingText>
