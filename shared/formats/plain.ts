import { NO_MARKS } from '../model/marks'
import type { Decoded } from './decode'
import type { FormatResult } from './format'

/** A decoded text as a document that tells nothing beyond its characters. */
export const plain = (decoded: Decoded): FormatResult =>
  decoded.ok ? { ...decoded, marks: NO_MARKS, told: {}, remarks: [] } : decoded
