import { z } from 'zod'
import { Hash } from './identity'
import { ExtractedStatement } from './statement'

/** A line of an extraction: a statement behind the SHA-256 of the source that it was found in. */
export const ExtractionLine = ExtractedStatement.extend({ id: Hash })
export type ExtractionLine = z.infer<typeof ExtractionLine>

/** The most sources that an import result names as not being in the project. */
export const MISSING_NAMED = 200

/** What the import of an extraction came to. */
export const ExtractionOutcome = z.object({
  /** Sources that it speaks of. */
  sources: z.int().nonnegative(),
  /** Statements that now stand in place of the engine's. */
  laid: z.int().nonnegative(),
  /** Matters that now do. */
  matters: z.int().nonnegative(),
  /** Those whose words do not stand in the text where they say, or stand in no report. */
  refused: z.int().nonnegative(),
  /** Lines that are neither statement nor matter, and the first of them, from 1. */
  invalid: z.int().nonnegative(),
  firstInvalid: z.int().positive().nullable(),
  /** Sources that are not in the project; `MISSING_NAMED` of them by name. */
  missing: z.int().nonnegative(),
  missingNamed: z.array(z.object({ hash: Hash, title: z.string() })),
})
export type ExtractionOutcome = z.infer<typeof ExtractionOutcome>
