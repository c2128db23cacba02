import { z } from 'zod'
import { Format, TextFormat } from './format'
import { Hash, Instant } from './identity'
import { Encoding } from './reading'

/** Where a source comes from, as far as the user or the text tells. */
export const Provenance = z.object({
  /** 来源 */
  origin: z.string().default(''),
  /** 发布日期, as written */
  published: z.string().default(''),
  /** 版次/页码 */
  page: z.string().default(''),
  /** 网址: shown as text, never fetched */
  url: z.string().default(''),
  /** 取得日期 */
  obtained: z.string().default(''),
})
export type Provenance = z.infer<typeof Provenance>

/** What the user wants a file read as; null leaves it to the reader. */
export const ReadAs = z.object({ format: TextFormat.nullable(), encoding: Encoding.nullable() })
export type ReadAs = z.infer<typeof ReadAs>

/** Nothing is wanted: format and encoding are found out. */
export const AS_FOUND: ReadAs = { format: null, encoding: null }

/** An imported file (原始文件). Its bytes lie in the project folder under `originals/<hash>`. */
export const Source = z.object({
  hash: Hash,
  /** File name as it was opened, without its folder. */
  name: z.string(),
  /** Its folder as seen from what was opened, parts joined by `/`, '' for a file opened by itself; an archive counts as one. */
  folder: z.string().default(''),
  /** Size of the file in bytes. */
  bytes: z.int().nonnegative(),
  format: Format,
  readAs: ReadAs.default(AS_FOUND),
  /** The reading that is shown and annotated. */
  reading: z.string(),
  provenance: Provenance,
  importedAt: Instant,
  /** True after its import was undone: kept, but shown nowhere. */
  hidden: z.boolean(),
})
export type Source = z.infer<typeof Source>
