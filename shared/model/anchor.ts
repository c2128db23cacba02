import { z } from 'zod'

/** How many characters of context an anchor keeps on either side of its quote. */
export const CONTEXT_LENGTH = 32

/** A half-open span of a reading's text: UTF-16 code units from 0, end exclusive. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/**
 * Where an annotation or a statement stands: position, quote and context. The position counts only while the text
 * there still is the quote (`shared/text/anchor.ts` resolves it; after the hypothesis client's text-quote selectors).
 */
export const Anchor = Span.extend({
  /** The text of the span when it was made. */
  quote: z.string(),
  /** Up to 32 characters before the span. */
  prefix: z.string().max(CONTEXT_LENGTH),
  /** Up to 32 characters after the span. */
  suffix: z.string().max(CONTEXT_LENGTH),
})
export type Anchor = z.infer<typeof Anchor>
