import { NO_MARKS } from '../model/marks'
import type { Decoded } from './decode'
import type { FormatResult } from './format'
import { toldInFrontMatter } from './told'

/** A decoded text as a document that tells nothing beyond its characters and its front matter. */
export const plain = (decoded: Decoded): FormatResult =>
  decoded.ok ? { ...decoded, marks: NO_MARKS, told: toldInFrontMatter(decoded.text) } : decoded
